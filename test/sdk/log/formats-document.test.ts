import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { compileSchema } from "../../../api/intake/known/compile-schema.ts";
import { bundleCid } from "../../../sdk/log/bundle/index.ts";
import { decodeCoseReceipt } from "../../../sdk/log/cose/index.ts";
import { findPersonalData } from "../../../sdk/log/personal-data/index.ts";
import { parseAnswer } from "../../../sdk/log/promise/answer-file.ts";
import { signerOf } from "../../../sdk/log/promise/signer.ts";
import { parseReceipt } from "../../../sdk/log/receipt/index.ts";
import { sealRecord } from "../../../sdk/log/record/index.ts";
import {
  parseConsistency,
  parseTrust,
  verifyCheckpoints,
  verifyCoseReceipt,
  verifyReceipt,
} from "../../../sdk/log/verify/index.ts";
import { fromHex, toHex } from "../../../sdk/hex.ts";
import { sha256 } from "../../../sdk/sha256.ts";
import { computeExample } from "./support/formats-example.ts";
import type { Computed } from "./support/formats-example.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const DOCUMENT = read("docs/log-formats.md");
/** What stands in the page under a label. */
const blocks = new Map(
  [...DOCUMENT.matchAll(/^```\w+ ([\w-]+)\n(.*?)\n```$/gms)].map(([, label, text]) => [label!, text!]),
);
const block = (label: string) => blocks.get(label) ?? expect.fail(`docs/log-formats.md lacks ${label}`);
/** The value of a name in a block of names and values. */
const row = (label: string, name: string) =>
  block(label)
    .split("\n")
    .find((line) => line.startsWith(`${name}  `))!
    .slice(name.length)
    .trim();
const ENTRIES = ["entry-0", "entry-1", "entry-2"];
/** Programs, which are run below, and the schema, of which the CID is compared. */
const NOT_COMPUTED = ["schema", "recompute", "signature", "cid", "gateway-of", "verify"];

describe("docs/log-formats.md", function () {
  this.timeout(60_000);
  let computed: Computed;
  // Within the project, so that the program finds its library.
  mkdirSync(join(ROOT, "cache"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, "cache/formats-"));

  before(async () => {
    const answer = parseAnswer(block("answer"));
    const { anchor } = parseReceipt(block("receipt"));
    computed = await computeExample({
      service: row("ledger", "service"),
      deploymentId: row("ledger", "deployment id"),
      chainId: Number(row("ledger", "chain id")),
      contract: row("ledger", "ActionLog"),
      checkpointSecret: row("ledger", "checkpoint secret"),
      gatewaySecret: row("ledger", "gateway secret"),
      payload: row("commitments", "payload"),
      payloadSalt: row("commitments", "payload salt"),
      subject: row("commitments", "subject's number"),
      subjectSalt: row("commitments", "subject salt"),
      entries: ENTRIES.map(block),
      ...{ issuedAt: answer.promise.statement.issuedAt, deadline: answer.deadline },
      ...{ block: anchor.block, blockTime: anchor.blockTime, txHash: anchor.txHash },
    });
    for (const [label, text] of blocks) writeFileSync(join(folder, label), text);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const sh = (label: string) => {
    const { stdout, stderr } = spawnSync("bash", ["-euc", block(label)], { cwd: folder, encoding: "utf8" });
    return stdout + stderr;
  };
  const lacks = (...tools: string[]) => tools.some((tool) => spawnSync(tool, ["--version"]).error);

  it("shows what the SDK computes from its inputs, and nothing that is not checked", () => {
    for (const [label, text] of Object.entries(computed)) expect(block(label), label).to.equal(text);
    expect([...blocks.keys()].toSorted()).to.deep.equal(
      [...Object.keys(computed), ...NOT_COMPUTED].toSorted(),
    );
  });

  it("shows records that the intake takes, with every member and form there is", () => {
    const schema = block("schema");
    const cid = bundleCid(toHex(sha256(schema)));
    // The service that docs/services.md registers has just this type.
    expect(read("docs/services.md")).to.include(schema).and.include(cid);
    const records = ENTRIES.map((label) => sealRecord(JSON.parse(block(label))).record);
    for (const record of records) {
      expect(record.schema).to.equal(cid);
      expect(compileSchema(schema)(record.data)).to.equal(undefined);
      expect(findPersonalData(record)).to.deep.equal([]);
    }
    const [first, second, third] = records;
    expect(first!.subject).to.equal(row("commitments", "subject"));
    expect(first!.payload?.commit).to.equal(row("commitments", "commit"));
    expect(first!.actor).to.have.property("role");
    expect(second!.actor).to.have.property("pseudonym");
    expect(second!.refs!.map((ref) => Object.keys(ref).toSorted().join())).to.deep.equal([
      ...["index", "index,service", "cid"],
    ]);
    expect(third!.supersedes).to.equal(1);
  });

  it("shows files that the verifiers take, and that hold", () => {
    const receipt = parseReceipt(block("receipt"));
    const trust = parseTrust(block("trust"));
    expect(verifyReceipt(receipt, trust).verdict).to.equal("holds");
    const cose = decodeCoseReceipt(fromHex(`0x${block("cose").replaceAll("\n", "")}`));
    expect(verifyCoseReceipt(cose, trust, receipt).verdict).to.equal("holds");
    expect(verifyCheckpoints(parseConsistency(block("consistency")), trust).verdict).to.equal("holds");
    const domain = {
      chainId: Number(row("ledger", "chain id")),
      verifyingContract: row("ledger", "ActionLog"),
    };
    const { promise } = parseAnswer(block("answer"));
    expect(signerOf(promise, domain)).to.equal(row("ledger", "gateway account"));
  });

  it("describes every member of each file", () => {
    const members = (value: object): string[] =>
      Object.entries(value).flatMap(([name, inner]) => [
        name,
        ...(typeof inner === "object" && inner !== null && !Array.isArray(inner) ? members(inner) : []),
      ]);
    const tables = DOCUMENT.split("\n").filter((line) => line.startsWith("| "));
    const quoted = tables.flatMap((line) => line.match(/`[^`]+`/g) ?? []);
    const named = new Set(quoted.flatMap((text) => text.match(/\w+/g) ?? []));
    for (const label of [...ENTRIES, "answer", "receipt", "manifest"])
      for (const name of members(JSON.parse(block(label)) as object))
        if (!/^(tile\/|counter$)/.test(name)) expect(named, `${label}: ${name}`).to.include(name);
  });

  it("gives commands of which the results are those on the page", function () {
    if (lacks("openssl", "sha256sum", "xxd", "base32")) this.skip();
    const hashes = sh("recompute").match(/[0-9a-f]{64}/g);
    const names = ["leaf 0", "leaf 1", "leaf 2", "root of 2", "root of 3"];
    expect(hashes?.map((hash) => `0x${hash}`)).to.deep.equal(names.map((name) => row("hashes", name)));
    expect(sh("signature")).to.match(/Verified Successfully/);
    expect(DOCUMENT).to.include(`It prints \`${sh("cid").trim()}\`.`);
  });

  it("gives a program that recovers the gateway's account from a promise", () => {
    const program = join(folder, "gateway-of.mjs");
    writeFileSync(program, block("gateway-of"));
    const given = [join(folder, "answer"), row("ledger", "chain id"), row("ledger", "ActionLog")];
    const run = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { encoding: "utf8" });
    const { stdout, stderr } = run(...given);
    expect(stdout.trim(), stderr).to.equal(row("ledger", "gateway account"));
    expect(run(given[0]!, "1", given[2]!).stdout.trim()).to.not.equal(row("ledger", "gateway account"));
  });

  it("gives a program that verifies a receipt, and refuses one that was altered", function () {
    if (lacks("python3", "openssl")) this.skip();
    const program = join(folder, "verify");
    const run = (receipt: string) => {
      writeFileSync(join(folder, "asked.json"), receipt);
      const args = [program, join(folder, "asked.json"), row("note-key", "verifier key")];
      return spawnSync("python3", args, { encoding: "utf8" });
    };
    const receipt = block("receipt");
    expect(run(receipt).stdout).to.match(/^holds: entry 0 of th\.go\.example\.notes/);
    const altered: [string, string, RegExp][] = [
      ['"counter": 7', '"counter": 8', /record's leaf/],
      ['"path": [\n      "0x5b', '"path": [\n      "0x5c', /inclusion/],
      ['"size": 3,\n    "root"', '"size": 4,\n    "root"', /size/],
    ];
    for (const [from, to, what] of altered) {
      const { status, stderr } = run(receipt.replace(from, to));
      expect([status, from]).to.deep.equal([1, from]);
      expect(stderr).to.match(what);
    }
    const twice = receipt.replace('"index": 0', '"index": 7, "index": 0');
    expect(twice).to.not.equal(receipt);
    expect(run(twice).stderr).to.match(/a member twice/);
    const signature = /(— \S+ \S{20})(\S)/.exec(receipt)!;
    const forged = receipt.replace(signature[0], `${signature[1]}${signature[2] === "A" ? "B" : "A"}`);
    expect(run(forged).stderr).to.match(/does not hold: the signature/);
  });
});

import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { toHex } from "../../../sdk/hex.ts";
import { formatNoteKey } from "../../../sdk/log/checkpoint/index.ts";
import { encodeCoseReceipt } from "../../../sdk/log/cose/index.ts";
import { formatReceipt } from "../../../sdk/log/receipt/index.ts";
import { buildEntryBundle, tileName, tileWidth } from "../../../sdk/log/tiles/index.ts";
import { readConsistency } from "../../../sdk/log/tree/index.ts";
import { CONSISTENCY_TYPE, TRUST_TYPE } from "../../../sdk/log/verify/index.ts";
import { stepTexts } from "../../../sdk/log/verify/texts/index.ts";
import { exitCodes, logReportText, verifyLogFile } from "../../../scripts/verify/log/verify.ts";
import { readLogCommand } from "../../../scripts/verify/log/command.ts";
import { rejection } from "../../support/rejection.ts";
import { log, makeLog, makeReceipt } from "../../sdk/log/support/log-fixture.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const SIZE = 300;

describe("npm run verify of logs", function () {
  this.timeout(60_000);
  let folder: string;
  const path = (name: string) => join(folder, name);

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "prongsai-verify-log-"));
    const { receipt, trust } = await makeReceipt(5, 3);
    const made = makeLog(SIZE);
    const [older, newer] = [await made.checkpointAt(100), await made.checkpointAt(SIZE)];
    const proof = (await readConsistency(made.tiles, 100, SIZE)).path.map(toHex);
    const write = (name: string, content: string | Uint8Array) => {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), content);
    };
    write(
      "trust.json",
      JSON.stringify({ type: TRUST_TYPE, version: 1, keys: [formatNoteKey(log.key)], heads: trust.heads }),
    );
    write("keys.json", JSON.stringify({ type: TRUST_TYPE, version: 1, keys: [formatNoteKey(log.key)] }));
    const backdated = { ...receipt, anchor: { ...receipt.anchor, blockTime: 1_700_000_000 } };
    write("backdated.json", formatReceipt(backdated));
    write("promise.json", JSON.stringify({ service: receipt.service, leaves: [], promise: {} }));
    write("receipt.json", formatReceipt(receipt));
    write("receipt.cose", await encodeCoseReceipt(receipt, log));
    write("forged.json", formatReceipt({ ...receipt, record: { ...receipt.record, agency: 1008 } }));
    const other = JSON.stringify({ ...receipt.record, agency: 1008 });
    write("twice.json", formatReceipt(receipt).replace('"record":', `"record":${other},"record":`));
    write("broken.json", formatReceipt(receipt).slice(1));
    write("grown.json", JSON.stringify({ type: CONSISTENCY_TYPE, version: 1, older, newer, path: proof }));
    write(
      "shrunk.json",
      JSON.stringify({ type: CONSISTENCY_TYPE, version: 1, older: newer, newer: older, path: proof }),
    );
    for (const name of ["log", "tampered", "empty"]) write(`${name}/checkpoint`, newer);
    for (const index of [0, 1]) {
      const width = tileWidth("entries", index, SIZE);
      const entries = made.entries.slice(index * 256, index * 256 + width);
      const file = tileName({ level: "entries", index, width });
      write(`log/${file}`, buildEntryBundle(entries));
      write(`tampered/${file}`, buildEntryBundle(index === 0 ? entries : entries.toReversed()));
    }
    // A bundle that was published while it was shorter is left beside the one that counts.
    write("log/tile/entries/000.p/100", buildEntryBundle(made.entries.slice(0, 100)));
  });
  after(() => rmSync(folder, { recursive: true }));

  async function verify(...args: string[]) {
    const child = spawn(process.execPath, ["scripts/verify.ts", ...args], {
      cwd: ROOT,
      // Neither a mirror nor a node is known, and none is needed.
      env: { PATH: process.env.PATH, DATA_DIR: path("nowhere") },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const exit = once(child, "exit") as Promise<[number]>;
    const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: (await exit)[0], out, errors };
  }

  const trusting = () => ["--trust", path("trust.json")];
  const outcomes: [string, () => string[], code: number, text: RegExp][] = [
    ["a receipt that holds", () => ["receipt", path("receipt.json"), ...trusting()], 0, /\nHOLDS\n$/],
    ["a COSE receipt that holds", () => ["receipt", path("receipt.cose"), ...trusting()], 0, /\nHOLDS\n$/],
    ["a receipt in Thai", () => ["receipt", path("receipt.json"), ...trusting(), "--lang", "th"], 0, /ถูกต้อง/],
    ["a receipt without anybody to trust", () => ["receipt", path("receipt.json")], 2, /CANNOT BE CHECKED/],
    [
      "a forged receipt",
      () => ["receipt", path("forged.json"), ...trusting()],
      1,
      /✘ Content of the entry: .* \[RECORD_LEAF\]\n[^]*DOES NOT HOLD/,
    ],
    [
      "a receipt with another time, where the chain's head is known",
      () => ["receipt", path("backdated.json"), ...trusting()],
      1,
      /blockTime[^]*DOES NOT HOLD/,
    ],
    [
      "the same where only the log's key is",
      () => ["receipt", path("backdated.json"), "--trust", path("keys.json")],
      0,
      /\nHOLDS\nNot checked, so not to be relied on: [^\n]*Compared with the ledger/,
    ],
    [
      "published entries that hold",
      () => ["bundle", path("log"), ...trusting()],
      0,
      /All 300 entries[^]*\nHOLDS\n$/,
    ],
    ["tampered entries", () => ["bundle", path("tampered"), ...trusting()], 1, /DOES NOT HOLD/],
    ["no entries at all", () => ["bundle", path("empty"), ...trusting()], 2, /CANNOT BE CHECKED/],
    ["a log that grew", () => ["consistency", path("grown.json"), ...trusting()], 0, /\nHOLDS\n$/],
    ["a log that shrank", () => ["consistency", path("shrunk.json"), ...trusting()], 1, /DOES NOT HOLD/],
  ];
  for (const [what, args, code, wanted] of outcomes) {
    it(`says of ${what} what it is, with ${code}`, async () => {
      const command = readLogCommand(args());
      const report = await verifyLogFile(command);
      expect(`${logReportText(report, command.locale)}\n`).to.match(wanted);
      expect(exitCodes[report.verdict]).to.equal(code);
    });
  }

  for (const [what, args, code, wanted] of [outcomes[0]!, outcomes[4]!, outcomes[7]!]) {
    it(`as a command of its own says of ${what} what it is, and ends with ${code}`, async () => {
      const result = await verify(...args());
      expect(result.out, result.errors).to.match(wanted);
      expect(result.code).to.equal(code);
    });
  }

  const refused: [string, () => string[], text: string][] = [
    ["has a record twice", () => ["receipt", path("twice.json"), ...trusting()], "LOG_FILE_MALFORMED"],
    ["is broken", () => ["receipt", path("broken.json")], "LOG_FILE_MALFORMED"],
    ["is not there", () => ["receipt", path("none.json")], "VERIFY_USAGE"],
    ["is not there though its folder is", () => ["bundle", path("log/tile")], "VERIFY_USAGE"],
    ["is of another kind", () => ["consistency", path("receipt.json")], "LOG_FILE_MALFORMED"],
    ["is a promise", () => ["receipt", path("promise.json")], "LOG_FILE_PROMISE"],
    ["is not named", () => ["receipt"], "VERIFY_USAGE"],
    [
      "comes with a trust file that is none",
      () => ["receipt", path("receipt.json"), "--trust", path("receipt.json")],
      "LOG_FILE_MALFORMED",
    ],
  ];
  it("has every step's code in docs/verification.md", () => {
    const documented = readFileSync(join(ROOT, "docs/verification.md"), "utf8");
    for (const code of Object.keys(stepTexts)) expect(documented).to.include(`\`${code}\``);
  });

  for (const [what, args, code] of refused) {
    it(`refuses a file that ${what}`, async () => {
      const error = await rejection((async () => verifyLogFile(readLogCommand(args())))());
      expect(error).to.include({ code });
    });
  }

  it("ends with 2 and says why when the file is broken", async () => {
    const result = await verify(...refused[0]![1]());
    expect(result.errors).to.contain("LOG_FILE_MALFORMED");
    expect(result.code).to.equal(2);
  });

  it("gives all steps to programs", async () => {
    const { out } = await verify("receipt", path("receipt.json"), ...trusting(), "--json");
    const { verdict, steps } = JSON.parse(out) as { verdict: string; steps: unknown[] };
    expect(verdict).to.equal("holds");
    expect(steps.length).to.be.above(6);
  });
});

import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type pg from "pg";
import { ledgerContract } from "../../../sdk/contracts.ts";
import { toHex } from "../../../sdk/hex.ts";
import { decodeCoseReceipt } from "../../../sdk/log/cose/index.ts";
import { logOrigin, noteKey } from "../../../sdk/log/checkpoint/index.ts";
import { formatReceipt, parseReceipt } from "../../../sdk/log/receipt/index.ts";
import { verifyCoseReceipt, verifyReceipt } from "../../../sdk/log/verify/index.ts";
import type { Trust } from "../../../sdk/log/verify/index.ts";
import { Acknowledged, serviceId } from "../../support/log/acknowledged.ts";
import { anchorsOf } from "../../support/log/anchors.ts";
import { LOGGED } from "../../support/log/demo-log.ts";
import { runningApi } from "../support/running.ts";
import { get, json, type ProblemBody } from "./support/get.ts";

const [SERVICE] = Object.keys(LOGGED) as [string];

/** `npm run verify -- …` with neither an instance nor an API that it could ask. */
async function verifyCommand(...args: string[]): Promise<{ code: number; text: string }> {
  const child = spawn(process.execPath, ["scripts/verify.ts", ...args], {
    env: { PATH: process.env.PATH, DATA_DIR: join(tmpdir(), "prongsai-nowhere") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exit = once(child, "exit") as Promise<[number]>;
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: (await exit)[0], text: out + errors };
}

describe("receipts", function () {
  this.timeout(120_000);
  let trust: Trust;
  let anchors: Awaited<ReturnType<typeof anchorsOf>>;
  let cosigned: number;

  /** What a stranger believes: keys and heads as they stand on the chain, read without the API. */
  before(async () => {
    const { mirror } = await runningApi();
    const { deployment, provider, chain } = mirror.demo;
    const log = ledgerContract("ActionLog", deployment, provider);
    anchors = await anchorsOf({ log }, SERVICE);
    const cosignatures = await log.queryFilter(log.filters.HeadCosigned(serviceId(SERVICE)));
    cosigned = Number(cosignatures[0]!.args.size);
    const keys = (await log.queryFilter(log.filters.KeyAdded(serviceId(SERVICE))))
      .filter(({ args }) => args.use === 1n)
      .map(({ args }) => noteKey(logOrigin(SERVICE, deployment.deploymentId), "note", bytes(args.publicKey)));
    const heads = await Promise.all(
      anchors.map(async ({ to, root, txHash, block }) => ({
        ...{ service: SERVICE, chainId: chain.chainId, contract: (await log.getAddress()).toLowerCase() },
        ...{ txHash, block, blockTime: (await provider.getBlock(block))!.timestamp, size: to, root },
        cosigners: cosignatures
          .filter(({ args }) => Number(args.size) === to)
          .map(({ args, transactionHash, blockNumber }) => ({
            ...{ agency: Number(args.agency), officer: args.officer.toLowerCase() },
            ...{ txHash: transactionHash, block: blockNumber },
          })),
      })),
    );
    trust = { keys, cosigners: [], quorum: 0, heads };
  });
  const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.slice(2), "hex"));
  const path = (index: number, rest = "") => `/v1/receipts/${SERVICE}/${index}${rest}`;

  it("of first, last and middle entries hold for a stranger who reads the chain", async () => {
    const size = anchors.at(-1)!.to;
    for (const index of [0, 1, anchors[0]!.to - 1, anchors[0]!.to, cosigned - 1, cosigned, size - 1]) {
      const receipt = parseReceipt((await get(path(index))).text);
      expect(receipt.index).to.equal(index);
      expect(receipt.record).to.include({ service: SERVICE, clientSeq: index + 1 });
      const { verdict, steps } = verifyReceipt(receipt, trust);
      expect(verdict, JSON.stringify(steps)).to.equal("holds");
    }
  });

  it("are of the first head that a witness cosigned, or of the one asked for", async () => {
    const first = anchors[0]!.to;
    const sizeOf = async (rest = "", index = 0) =>
      parseReceipt((await get(path(index, rest))).text).anchor.size;
    expect(await sizeOf()).to.equal(cosigned);
    expect(await sizeOf("", cosigned)).to.equal(anchors.at(-1)!.to);
    expect(await sizeOf("?size=1")).to.equal(first);
    expect(await sizeOf(`?size=${first + 1}`)).to.equal(anchors[1]!.to);
    const receipt = parseReceipt((await get(path(0))).text);
    expect(receipt.cosigners).to.have.length(1);
  });

  it("are COSE receipts when asked for, which hold too", async () => {
    const answer = await get(path(3), { Accept: "application/cose" });
    expect(answer.headers.get("content-type")).to.equal("application/cose");
    const cose = decodeCoseReceipt(new Uint8Array(answer.bytes));
    expect(verifyCoseReceipt(cose, trust).verdict).to.equal("holds");
    expect(cose.receipt).to.deep.equal(parseReceipt((await get(path(3))).text));
  });

  it("that the client has are not sent again, and JSON and COSE are kept apart", async () => {
    const first = await get(path(2));
    const tag = first.headers.get("etag")!;
    expect(first.headers.get("vary")).to.match(/\bAccept\b(?!-)/);
    expect((await get(path(2), { "If-None-Match": tag })).status).to.equal(304);
    const other = await get(path(2), { "If-None-Match": tag, Accept: "application/cose" });
    expect(other.status).to.equal(200);
  });

  it("of an entry that is acknowledged but not anchored are not there yet, and the answer says until when", async () => {
    const { mirror } = await runningApi();
    const acknowledged = await Acknowledged.open(mirror.database.url, mirror.demo.deployment.deploymentId);
    const index = anchors.at(-1)!.to;
    const client: pg.Client = acknowledged.client;
    try {
      const deadline = 1_800_000_000;
      // What was anchored stands in no intake here: the log of this one begins behind it.
      await acknowledged.append(SERVICE, [new Uint8Array([123, 125])], deadline);
      await client.query("UPDATE intake.promise SET first_index = $1", [index]);
      const problem = await json<ProblemBody>(path(index), 404);
      expect(problem).to.include({ code: "LOG_RECEIPT_PENDING" });
      expect(problem.details).to.deep.equal({ index, deadline });
      expect((await get(path(index))).headers.get("retry-after")).to.equal("2");
      expect(await json<ProblemBody>(path(index + 1), 404)).to.include({ code: "NOT_FOUND" });
    } finally {
      await client.query("DROP SCHEMA intake CASCADE");
      await client.end();
    }
    expect(await json<ProblemBody>(path(index), 404)).to.include({ code: "NOT_FOUND" });
  });

  for (const [what, address, code] of [
    ["an unknown service", "/v1/receipts/th.go.nobody/0", "NOT_FOUND"],
    ["a negative index", `/v1/receipts/${SERVICE}/-1`, "NOT_FOUND"],
    ["what is no index", `/v1/receipts/${SERVICE}/first`, "PARAMETER_MALFORMED"],
    ["an unknown parameter", `/v1/receipts/${SERVICE}/0?root=1`, "PARAMETER_UNKNOWN"],
    ["a head that is not there", `/v1/receipts/${SERVICE}/0?size=2000000000`, "LOG_RECEIPT_SIZE"],
  ] as const) {
    it(`of ${what} are refused`, async () => {
      const answer = await get(address);
      expect(JSON.parse(answer.text)).to.include({ code });
      expect(answer.status).to.be.within(400, 404);
    });
  }

  for (const size of ["-1", "0", "1.5", "abc", String(2 ** 60)])
    it(`of size ${size} are refused for the parameter, since no log can have it`, async () => {
      const problem = await json<ProblemBody>(path(0, `?size=${size}`), 400);
      expect(problem).to.include({ code: "PARAMETER_MALFORMED" });
      expect(problem.details).to.deep.include({ name: "size" });
    });

  it("of a log whose document is away say so, and are there when it is", async () => {
    const { mirror } = await runningApi();
    const { renameSync } = await import("node:fs");
    const folder = `${mirror.demo.directory}/documents`;
    renameSync(folder, `${folder}-away`);
    try {
      expect(await json<ProblemBody>(path(5), 503)).to.include({ code: "DOCUMENT_UNAVAILABLE" });
    } finally {
      renameSync(`${folder}-away`, folder);
    }
    expect((await get(path(5))).status).to.equal(200);
  });

  it("hold without any network by what a stranger's own node said of keys and head; forged ones do not", async () => {
    const { mirror } = await runningApi();
    const { chain, deployment, directory } = mirror.demo;
    const file = (name: string) => join(directory, name);
    const receipt = parseReceipt((await get(path(3))).text);
    const elsewhere = { ...receipt, anchor: { ...receipt.anchor, contract: `0x${"00".repeat(19)}01` } };
    const unanchored = { ...receipt, anchor: { ...receipt.anchor, block: receipt.anchor.block - 1 } };
    const cose = await get(path(3), { Accept: "application/cose" });
    writeFileSync(file("receipt.json"), formatReceipt(receipt));
    writeFileSync(file("receipt.cose"), new Uint8Array(cose.bytes));
    writeFileSync(file("elsewhere.json"), formatReceipt(elsewhere));
    writeFileSync(file("unanchored.json"), formatReceipt(unanchored));
    writeFileSync(
      file("record.json"),
      formatReceipt({ ...receipt, record: { ...receipt.record, agency: 1 } }),
    );

    const node = ["--rpc", chain.rpcUrl, "--directory", deployment.contracts["Directory"]!.address];
    const trusting = (name: string) =>
      verifyCommand("trust", file(name), ...node, "--out", file(`${name}.trust`));
    for (const name of ["receipt.json", "receipt.cose"]) {
      expect(await trusting(name)).to.include({ code: 0 });
      const verified = await verifyCommand("receipt", file(name), "--trust", file(`${name}.trust`));
      expect(verified, verified.text).to.include({ code: 0 });
    }
    const forged = await verifyCommand("receipt", file("record.json"), "--trust", file("receipt.json.trust"));
    expect(forged, forged.text).to.include({ code: 1 });
    const listed = await trusting("elsewhere.json");
    expect(listed, listed.text).to.include({ code: 2 });
    expect(listed.text).to.include("VERIFY_CANNOT");
    const absent = await trusting("unanchored.json");
    expect(absent.text).to.include("NO head");
    const alone = await verifyCommand("trust", file("receipt.json"), "--rpc", chain.rpcUrl);
    expect(alone.text).to.include("VERIFY_USAGE");
    expect((await verifyCommand("receipt", file("nothing.json"))).text).to.include("VERIFY_USAGE");
  });

  it("name the transaction that anchored them", async () => {
    const { anchor, leaf } = parseReceipt((await get(path(0, "?size=1"))).text);
    expect(anchor).to.include({ txHash: anchors[0]!.txHash, root: anchors[0]!.root });
    expect(toHex(bytes(leaf))).to.equal(leaf);
  });
});

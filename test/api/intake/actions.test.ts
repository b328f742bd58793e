import { expect } from "chai";
import { JsonRpcProvider, recoverAddress } from "ethers";
import pg from "pg";
import { readEntries } from "../../../api/intake/read/entries.ts";
import { readLogs } from "../../../api/intake/read/logs.ts";
import { LogTiles } from "../../../api/intake/read/tiles.ts";
import { ledgerContract } from "../../../sdk/contracts.ts";
import { fromHex, toHex } from "../../../sdk/hex.ts";
import { schemaCid } from "../../../sdk/log/catalogue/schema-document.ts";
import { promisesDigest } from "../../../sdk/log/promise/digest.ts";
import { statementHash } from "../../../sdk/log/promise/statement.ts";
import type { ActionRecord } from "../../../sdk/log/record/index.ts";
import { readRoot } from "../../../sdk/log/tree/index.ts";
import { inclusionRoot, leafHash, merkleRoot } from "../../../sdk/merkle.ts";
import {
  gateway,
  newSubmitter,
  noteSchema,
  serviceId,
  startIntakeWorld,
} from "../../support/log/intake-world.ts";
import type { IntakeWorld, Submitter } from "../../support/log/intake-world.ts";
import { bytesOf, cidOf } from "../../support/log/notes.ts";
import { record, submit } from "../../support/log/submitting.ts";
import type { Answered } from "../../support/log/submitting.ts";

const SERVICE = "th.go.example.notes";
const OTHER = "th.go.example.others";
const CID = cidOf(noteSchema);

describe("handing in actions", function () {
  this.timeout(120_000);
  let world: IntakeWorld;
  let database: pg.Client;
  let desk: Submitter;
  let phone: Submitter;
  const log: ActionRecord[] = [];

  before(async () => {
    desk = await newSubmitter("desk-1");
    phone = await newSubmitter("phone-1", "ecdsa-p256-sha256");
    world = await startIntakeWorld(async (keeper) => {
      await keeper.register(SERVICE, { maxMergeDelay: 600 });
      await keeper.register(OTHER, { maxMergeDelay: 60 });
      for (const submitter of [desk, phone]) await keeper.addKey(SERVICE, submitter);
      await keeper.addKey(OTHER, phone);
    });
    database = new pg.Client({ connectionString: world.mirror.database.url });
    await database.connect();
  });
  after(async () => {
    await database.end();
    await world.stop();
  });

  const note = (submitter: string, seq: number, more: Partial<ActionRecord> = {}) =>
    record(SERVICE, submitter, seq, CID, more);

  async function handIn(submitter: Submitter, records: ActionRecord[], service = SERVICE): Promise<Answered> {
    const got = await submit({ url: world.api.url, service, submitter, records });
    expect(got.status, got.text).to.equal(201);
    if (service === SERVICE) log.push(...records);
    return got;
  }

  const logOf = async (name: string) =>
    (await readLogs(database, world.ledger.deployment.deploymentId)).find((one) => one.name === name)!;

  it("answers one with a promise over its leaf, which the gateway's key signed", async () => {
    const records = [note("desk-1", 1)];
    const before = Math.floor(Date.now() / 1_000);
    const { answer, headers } = await handIn(desk, records);
    const leaf = leafHash(bytesOf(records)[0]!);
    expect(answer).to.include({ service: SERVICE, firstIndex: 0, count: 1 });
    expect(answer.leaves).to.deep.equal([toHex(leaf)]);
    const { statement, groupIndex, groupSize, groupPath, signature } = answer.promise;
    expect(statement).to.include({ service: serviceId(SERVICE), firstIndex: 0, count: 1 });
    expect(statement.leavesRoot).to.equal(toHex(leaf));
    expect(statement.issuedAt).to.be.within(before, before + 5);
    expect([statement.deadline, answer.deadline]).to.deep.equal(Array(2).fill(statement.issuedAt + 600));
    const proof = {
      index: groupIndex,
      size: groupSize,
      path: groupPath.map((hash) => fromHex(hash, 32)),
    };
    const { chainId, contracts } = world.ledger.deployment;
    const domain = { chainId, verifyingContract: contracts["ActionLog"]!.address };
    const root = inclusionRoot(statementHash(statement), proof)!;
    expect(recoverAddress(promisesDigest(domain, root), signature)).to.equal(gateway.address);
    expect(headers.get("access-control-allow-origin")).to.equal("*");
    expect(headers.get("cache-control")).to.equal("no-store");
  });

  it("answers a thousand in one request, in order, with a leaf for each", async () => {
    const records = Array.from({ length: 1_000 }, (_, at) => note("desk-1", at + 2));
    const { answer } = await handIn(desk, records);
    expect(answer).to.include({ firstIndex: 1, count: 1_000 });
    const leaves = bytesOf(records).map(leafHash);
    expect(answer.leaves).to.deep.equal(leaves.map(toHex));
    expect(answer.promise.statement.leavesRoot).to.equal(toHex(merkleRoot(leaves)));
  });

  it("takes P-256 keys, services by their id, and bodies that are not canonical", async () => {
    const { service, ...rest } = note("phone-1", 1);
    const body = new TextEncoder().encode(` [ ${JSON.stringify({ ...rest, service }, null, 2)} ]\n`);
    const url = world.api.url;
    const got = await submit({ url, service: serviceId(SERVICE), submitter: phone, records: null, body });
    expect(got.status, got.text).to.equal(201);
    log.push({ service, ...rest });
    expect(got.answer.leaves).to.deep.equal(bytesOf(log.slice(-1)).map((bytes) => toHex(leafHash(bytes))));
  });

  it("keeps each service's log and each submitter's numbers apart", async () => {
    const { answer } = await handIn(phone, [record(OTHER, "phone-1", 1, CID)], OTHER);
    expect(answer).to.include({ service: OTHER, firstIndex: 0 });
    expect(answer.deadline).to.equal(answer.promise.statement.issuedAt + 60);
  });

  it("takes a declared gap, and the declaration stands in the log", async () => {
    const { gapDeclared } = await import("../../../sdk/log/common/index.ts");
    // The service has not defined it: every service has this type.
    const schema = schemaCid(gapDeclared);
    await world.mirror.reaches(await world.ledger.provider.getBlockNumber());
    const gap = { from: 2, to: 7, reason: "restoredFromBackup" };
    const declaration = note("phone-1", 8, { type: gapDeclared.type, schema, data: gap });
    await eventually(() => handIn(phone, [declaration, note("phone-1", 9)]));
    await handIn(phone, [note("phone-1", 10)]);
  });

  it("stores just these entries, under the root and the tiles of RFC 9162", async () => {
    const { size, root, log: number } = await logOf(SERVICE);
    const entries: Uint8Array[] = [];
    for await (const { index, bytes } of readEntries(database, number, 0, size + 10)) {
      expect(index).to.equal(entries.length);
      entries.push(bytes);
    }
    expect(entries.map((bytes) => Buffer.from(bytes).toString())).to.deep.equal(
      bytesOf(log).map((bytes) => Buffer.from(bytes).toString()),
    );
    const leaves = entries.map(leafHash);
    expect(toHex(root)).to.equal(toHex(merkleRoot(leaves)));
    const tiles = new LogTiles(database, number);
    for (const prefix of [1, 255, 256, 257, 700, size])
      expect(toHex(await readRoot(tiles, prefix)), String(prefix)).to.equal(
        toHex(merkleRoot(leaves, 0, prefix)),
      );
  });

  it("counts what it took and refused, by code and by nothing that names anybody", async () => {
    const refused = await submit({ url: world.api.url, service: SERVICE, submitter: desk, records: [7] });
    expect(refused.code).to.equal("LOG_RECORD_KIND");
    const text = await (await fetch(`${world.api.url}/metrics`)).text();
    const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
    expect(value("prongsai_intake_committed_records_total")).to.be.at.least(log.length);
    expect(value("prongsai_intake_accepted_requests_total")).to.be.greaterThan(0);
    expect(value("prongsai_intake_group_requests_sum")).to.be.greaterThan(0);
    expect(value("prongsai_intake_commit_seconds_count")).to.be.greaterThan(0);
    expect(value("prongsai_intake_waiting_requests")).to.equal(0);
    expect(value('prongsai_intake_refused_requests_total\\{code="LOG_RECORD_KIND"\\}')).to.equal(1);
    for (const named of [SERVICE, desk.label, desk.keyId]) expect(text).not.to.include(named);
  });

  it("gives promises to which the contract holds the gateway", async () => {
    const { answer } = await handIn(desk, [note("desk-1", 1_002)]);
    const provider = new JsonRpcProvider(world.ledger.chain.rpcUrl);
    try {
      const contract = ledgerContract("ActionLog", world.ledger.deployment, provider);
      const { promise } = answer;
      const error: unknown = await contract.reportMissedDeadline
        .staticCall({ ...promise, groupPath: [...promise.groupPath] })
        .catch((refusal: unknown) => refusal);
      // Signed by the service's gateway, and not yet late: the only thing that is wrong with the report.
      expect(error).to.have.nested.property("revert.name", "ActionLogDeadlineAhead");
    } finally {
      provider.destroy();
    }
  });
});

/** Until the API has seen what the mirror has. */
async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (let again = 50; ; again--) {
    try {
      return await work();
    } catch (error) {
      if (again === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

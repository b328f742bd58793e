import { expect } from "chai";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { readLogs } from "../../../api/intake/read/logs.ts";
import { toHex } from "../../../sdk/hex.ts";
import { leafHash } from "../../../sdk/merkle.ts";
import { newSubmitter, noteSchema, startIntakeWorld } from "../../support/log/intake-world.ts";
import type { IntakeWorld, Submitter } from "../../support/log/intake-world.ts";
import { bytesOf, cidOf } from "../../support/log/notes.ts";
import { record, send, signed, submit } from "../../support/log/submitting.ts";
import type { Sending } from "../../support/log/submitting.ts";

const SERVICES = ["th.go.example.a", "th.go.example.b", "th.go.example.c"] as const;
const CID = cidOf(noteSchema);

describe("repeated and simultaneous requests", function () {
  this.timeout(120_000);
  let world: IntakeWorld;
  let database: pg.Client;
  const writers: { service: string; submitter: Submitter; next: number }[] = [];

  before(async () => {
    for (const service of SERVICES)
      for (let at = 0; at < 8; at++)
        writers.push({ service, submitter: await newSubmitter(`writer-${at}`), next: 1 });
    world = await startIntakeWorld(async (keeper) => {
      for (const service of SERVICES) await keeper.register(service);
      for (const { service, submitter } of writers) await keeper.addKey(service, submitter);
    });
    database = new pg.Client({ connectionString: world.mirror.database.url });
    await database.connect();
  });
  after(async () => {
    await database.end();
    await world.stop();
  });

  /** A right request of a writer with so many records. */
  function next(writer: (typeof writers)[number], count = 1): Sending {
    const { service, submitter } = writer;
    const records = Array.from({ length: count }, (_, at) =>
      record(service, submitter.label, writer.next + at, CID),
    );
    writer.next += count;
    return { url: world.api.url, service, submitter, records, idempotencyKey: randomUUID() };
  }

  const sizes = async () =>
    Object.fromEntries(
      (await readLogs(database, world.ledger.deployment.deploymentId)).map(({ name, size }) => [name, size]),
    );

  it("gets the very answer again, byte for byte, at once, later, and after a restart", async () => {
    const sending = next(writers[0]!, 3);
    const first = await submit(sending);
    expect(first.status, first.text).to.equal(201);
    // Others after it, some in groups with it.
    await Promise.all(writers.slice(0, 8).map(async (writer) => await submit(next(writer))));
    const again = await submit(sending);
    expect(again.status).to.equal(201);
    expect(again.text).to.equal(first.text);
    await world.api.restart();
    expect((await submit(sending)).text).to.equal(first.text);
  });

  it("gets it even for the very same signature", async () => {
    const request = await signed(next(writers[0]!));
    const first = await send(request);
    expect(first.status, first.text).to.equal(201);
    expect((await send(request)).text).to.equal(first.text);
  });

  it("is told so when the key comes with another body, before and after a restart", async () => {
    const sending = next(writers[1]!);
    expect((await submit(sending)).status).to.equal(201);
    const other = next(writers[1]!);
    writers[1]!.next--;
    for (const restart of [false, true]) {
      if (restart) await world.api.restart();
      const reused = await submit({ ...other, idempotencyKey: sending.idempotencyKey! });
      expect(`${reused.status} ${reused.code}`).to.equal("422 LOG_INTAKE_KEY_REUSED");
      const changed = (sending.records as object[]).map((one) => ({
        ...one,
        subject: `0x${"5c".repeat(32)}`,
      }));
      const got = await submit({ ...sending, records: changed });
      expect(`${got.status} ${got.code}`).to.equal("422 LOG_INTAKE_KEY_REUSED");
    }
    // The key belongs to the submitter: another one may use the same.
    const others = await submit({ ...next(writers[2]!), idempotencyKey: sending.idempotencyKey! });
    expect(others.status, others.text).to.equal(201);
  });

  it("is told where its records stand when they come again under another key", async () => {
    const sending = next(writers[3]!, 5);
    const { answer } = await submit(sending);
    const records = (sending.records as object[]).slice(3);
    const got = await submit({ ...sending, records, idempotencyKey: randomUUID() });
    expect(`${got.status} ${got.code}`).to.equal("409 LOG_INTAKE_SEQUENCE_REPEATED");
    expect(got.details["standsAt"]).to.equal(answer.firstIndex + 3);
  });

  it("may not use the nonce of a request that was refused", async () => {
    const sending = next(writers[4]!);
    const refused = await signed({ ...sending, records: [] });
    expect((await send(refused)).code).to.equal("LOG_INTAKE_COUNT");
    expect((await send(refused)).code).to.equal("LOG_INTAKE_NONCE_USED");
    const nonce = "0123456789abcdef";
    expect((await submit({ ...sending, nonce })).status).to.equal(201);
    const got = await submit({ ...next(writers[4]!), nonce });
    expect(`${got.status} ${got.code}`).to.equal("409 LOG_INTAKE_NONCE_USED");
    writers[4]!.next--;
  });

  it("gets the same answer for the very same signature after a restart too", async () => {
    const request = await signed(next(writers[4]!, 2));
    const first = await send(request);
    expect(first.status, first.text).to.equal(201);
    await world.api.restart();
    expect((await send(request)).text).to.equal(first.text);
  });

  it("that was refused before a restart may come again within its signature's time, and is taken once", async () => {
    const before = await sizes();
    const [missing, early] = [next(writers[4]!), next(writers[4]!)];
    const request = await signed(early);
    expect((await send(request)).code).to.equal("LOG_INTAKE_SEQUENCE_GAP");
    expect((await send(request)).code).to.equal("LOG_INTAKE_NONCE_USED");
    await world.api.restart();
    expect((await send(request)).code).to.equal("LOG_INTAKE_SEQUENCE_GAP");
    await world.api.restart();
    expect((await submit(missing)).status).to.equal(201);
    const taken = await send(request);
    expect(taken.status, taken.text).to.equal(201);
    for (let again = 0; again < 3; again++) expect((await send(request)).text).to.equal(taken.text);
    await world.api.restart();
    expect((await send(request)).text).to.equal(taken.text);
    expect((await sizes())[early.service]).to.equal(before[early.service]! + 2);
  });

  it("becomes durable once, however often it comes at the same time", async () => {
    const before = await sizes();
    const sending = next(writers[5]!, 2);
    const answers = await Promise.all(Array.from({ length: 40 }, () => submit(sending)));
    for (const { status, text } of answers) {
      expect(status, text).to.equal(201);
      expect(text).to.equal(answers[0]!.text);
    }
    const { service } = sending;
    expect((await sizes())[service]).to.equal(before[service]! + 2);
  });

  it("of one key with two bodies at the same time: one body is taken, and the other told that the key is used", async () => {
    const before = await sizes();
    const sending = next(writers[6]!);
    const other = [{ ...(sending.records as object[])[0], data: { text: "another body" } }];
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => submit(at % 2 === 0 ? sending : { ...sending, records: other })),
    );
    const taken = answers.filter(({ status }) => status === 201);
    expect(taken).to.have.length(20);
    expect(new Set(taken.map(({ text }) => text)).size).to.equal(1);
    for (const { status, code } of answers.filter((one) => one.status !== 201))
      expect(`${status} ${code}`).to.equal("422 LOG_INTAKE_KEY_REUSED");
    expect((await sizes())[sending.service]).to.equal(before[sending.service]! + 1);
  });

  it("of the very same signature is taken once, however often it comes at the same time", async () => {
    const before = await sizes();
    const sending = next(writers[6]!);
    const request = await signed(sending);
    const answers = await Promise.all(Array.from({ length: 60 }, () => send(request)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).to.equal(1);
    expect(answers[0]!.status, answers[0]!.text).to.equal(201);
    expect((await sizes())[sending.service]).to.equal(before[sending.service]! + 1);
  });

  it("of one writer in a row, all at the same time: what is taken follows without a hole, the rest is told what is next", async () => {
    const writer = writers[6]!;
    const before = (await sizes())[writer.service]!;
    let open = Array.from({ length: 30 }, () => next(writer));
    for (let round = 0; open.length > 0 && round < 60; round++) {
      const answers = await Promise.all(open.map(submit));
      for (const { status, code } of answers)
        if (status !== 201) expect(`${status} ${code}`).to.equal("409 LOG_INTAKE_SEQUENCE_GAP");
      open = open.filter((_, at) => answers[at]!.status !== 201);
    }
    expect(open).to.deep.equal([]);
    expect((await sizes())[writer.service]).to.equal(before + 30);
  });

  it("is taken once when different requests bear the same numbers at the same time", async () => {
    const sending = next(writers[6]!);
    const rivals = Array.from({ length: 20 }, (_, at) => ({
      ...sending,
      records: [{ ...(sending.records as object[])[0], data: { text: `rival ${at}` } }],
      idempotencyKey: randomUUID(),
    }));
    const answers = await Promise.all(rivals.map(submit));
    const taken = answers.filter(({ status }) => status === 201);
    expect(taken).to.have.length(1);
    for (const { status, code, details } of answers.filter((one) => one.status !== 201)) {
      expect(`${status} ${code}`).to.equal("409 LOG_INTAKE_SEQUENCE_REPEATED");
      expect(details["standsAt"]).to.equal(taken[0]!.answer.firstIndex);
    }
  });

  it("of many writers on many services: each in its log, in its order, at an index of its own", async () => {
    const before = await sizes();
    const leaves = new Map<string, string>();
    const work = writers.slice(8).map(async (writer) => {
      let last = -1;
      for (let round = 0; round < 12; round++) {
        const sending = next(writer, 1 + (round % 4));
        const { answer, status, text } = await submit(sending);
        expect(status, text).to.equal(201);
        expect(answer.firstIndex).to.be.above(last);
        last = answer.firstIndex + answer.count - 1;
        bytesOf(sending.records as object[]).forEach((bytes, at) => {
          const place = `${writer.service}/${answer.firstIndex + at}`;
          expect(leaves.has(place), place).to.equal(false);
          leaves.set(place, toHex(leafHash(bytes)));
          expect(answer.leaves[at]).to.equal(leaves.get(place));
        });
      }
    });
    await Promise.all(work);
    const after = await sizes();
    const grown = SERVICES.reduce((sum, name) => sum + (after[name] ?? 0) - (before[name] ?? 0), 0);
    expect(grown)
      .to.equal(leaves.size)
      .and.equal(16 * 12 * 2.5);
  });

  it("of one writer may follow one another as fast as they are answered, and goes on after a restart", async () => {
    const writer = writers[7]!;
    for (const restart of [false, true]) {
      if (restart) await world.api.restart();
      for (let at = 0; at < 10; at++) expect((await submit(next(writer))).status).to.equal(201);
    }
  });
});

import { expect } from "chai";
import { GatewayDocuments } from "../../../../sdk/documents/index.ts";
import type { ProngsaiError } from "../../../../sdk/errors.ts";
import type { Gateway } from "../../../../sdk/log/client/index.ts";
import { SubmissionError } from "../../../../sdk/log/client/submission-error.ts";
import {
  entryOf,
  logAction,
  outboxStates,
  refusedActions,
  resumeOutbox,
  sendNext,
  startSender,
} from "../../../../sdk/log/outbox/index.ts";
import type { Sending } from "../../../../sdk/log/outbox/index.ts";
import type { SignedPromise } from "../../../../sdk/log/promise/signed.ts";
import { createDatabase } from "../../../support/postgres.ts";
import type { TestDatabase } from "../../../support/postgres.ts";
import { startHttpServer } from "../../support/http-server.ts";
import { TestGateway } from "../support/test-gateway.ts";
import { ServiceDatabase } from "./support/database.ts";
import { fileReport, filed, writer } from "./support/service.ts";

describe("the outbox of a service", () => {
  let test: TestDatabase;
  let database: ServiceDatabase;
  let log: TestGateway;
  let gateway: Gateway;
  beforeEach(async () => {
    test = await createDatabase();
    database = new ServiceDatabase(test.url);
    await database.prepare();
    log = await new TestGateway(writer.service).start();
    const key = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
    gateway = { url: log.url, signer: await log.admit(key), trust: log.trust };
  });
  afterEach(async () => {
    await log.stop();
    await database.end();
    await test.drop();
  });

  const sending = (changes: Partial<Sending> = {}): Sending => ({ database, writer, gateway, ...changes });
  const drain = async (options = sending()) => {
    while ((await sendNext(options)) === "sent");
  };
  const numbers = () => log.entries.map(({ subject }) => Number(subject!.replace(/^0x[fe]*/, "")));
  const sequence = () => log.entries.map(({ clientSeq }) => clientSeq);
  const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const count = async (table: string) =>
    Number((await database.pool.query(`SELECT count(*) FROM action_outbox.${table}`)).rows[0].count);
  const errorOf = (run: Promise<unknown>): Promise<ProngsaiError> =>
    run.then(
      () => expect.fail("nothing was thrown"),
      (error: ProngsaiError) => error,
    );

  it("makes its tables as often as it is asked to", async () => {
    await database.prepare();
    expect(await sendNext(sending())).to.equal("nothing");
  });

  it("sends what was committed, in order, and nothing that was rolled back", async () => {
    for (const number of from(1, 4)) await fileReport(database, number);
    const failed = database.transaction(async (client) => {
      await logAction(client, writer, filed(5));
      throw new Error("the service changed its mind");
    });
    await errorOf(failed);
    await fileReport(database, 6);
    await drain();
    expect(numbers()).to.deep.equal([1, 2, 3, 4, 6]);
    expect(sequence()).to.deep.equal(from(1, 5));
    expect(await count("waiting")).to.equal(0);
  });

  it("sends in batches of as many as were asked for, their numbers running on", async () => {
    for (const number of from(1, 25)) await fileReport(database, number);
    await drain(sending({ limits: { records: 10 } }));
    expect(log.requests).to.have.lengthOf(3);
    expect(sequence()).to.deep.equal(from(1, 25));
    for (const number of from(26, 30)) await fileReport(database, number);
    await drain(sending({ limits: { characters: 1_000 } }));
    expect(log.requests.length).to.be.greaterThan(4);
    expect(numbers()).to.deep.equal(from(1, 30));
  });

  it("does not make transactions wait for each other, and keeps the order of those that did", async () => {
    const slow = await database.pool.connect();
    await slow.query("BEGIN");
    await logAction(slow, writer, filed(1));
    await fileReport(database, 2);
    await drain();
    expect(numbers()).to.deep.equal([2]);
    await slow.query("COMMIT");
    slow.release();
    await fileReport(database, 3);
    await drain();
    expect(numbers()).to.deep.equal([2, 1, 3]);
    expect(sequence()).to.deep.equal([1, 2, 3]);
  });

  it("knows where each action stands in the log, and keeps the promise as evidence", async () => {
    const ids = [];
    for (const number of from(1, 7)) ids.push(await fileReport(database, number));
    expect(await entryOf(database.pool, ids[0]!)).to.equal(undefined);
    await drain(sending({ limits: { records: 3 } }));
    for (const [index, id] of ids.entries())
      expect(await entryOf(database.pool, id)).to.deep.equal({ index });
    const { rows } = await database.pool.query(
      "SELECT promise, records FROM action_outbox.batch ORDER BY first_seq",
    );
    expect(rows.map(({ promise }) => (promise as SignedPromise).statement.firstIndex)).to.deep.equal([
      0, 3, 6,
    ]);
    expect(rows.every(({ records }) => records === null)).to.equal(true);
  });

  it("refuses what the log would refuse, in the service's own transaction", async () => {
    const wrong = { ...filed(1), data: { note: "081-234-5678" } };
    const refused = database.transaction(async (client) => {
      await client.query("INSERT INTO report (number) VALUES (1)");
      await logAction(client, writer, wrong);
    });
    expect((await errorOf(refused)).code).to.equal("LOG_PERSONAL_DATA");
    const padded = { ...filed(1), subject: `0x${"1101700207030".padEnd(64, "0")}` };
    const hidden = database.transaction((client) => logAction(client, writer, padded));
    expect((await errorOf(hidden)).code).to.equal("LOG_PERSONAL_DATA");
    const form = database.transaction((client) => logAction(client, writer, { ...filed(1), type: "Filed" }));
    expect((await errorOf(form)).code).to.equal("LOG_RECORD_FORM");
    expect((await database.pool.query("SELECT 1 FROM report")).rows).to.be.empty;
    expect(await count("waiting")).to.equal(0);
  });

  it("arrives once when answers are lost, whoever sends again", async () => {
    for (const number of from(1, 5)) await fileReport(database, number);
    log.faults.push("logged-then-dropped", "drop", "busy");
    for (let n = 0; n < 3; n++) expect(await errorOf(sendNext(sending()))).to.be.instanceOf(SubmissionError);
    await fileReport(database, 6);
    await drain();
    expect(numbers()).to.deep.equal(from(1, 6));
    expect(new Set(log.requests.slice(0, 2).map(({ body }) => body))).to.have.lengthOf(1);
  });

  it("is sent once by two senders at the same time", async () => {
    const sender = () => startSender({ ...sending({ limits: { records: 7 } }), interval: 20 });
    const senders = [sender(), sender()];
    await Promise.all(from(1, 120).map((number) => fileReport(database, number)));
    for (const { nudge } of senders) nudge();
    const until = Date.now() + 20_000;
    while (log.entries.length < 120 && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all(senders.map(({ stop }) => stop()));
    expect(numbers().toSorted((a, b) => a - b)).to.deep.equal(from(1, 120));
    expect(sequence()).to.deep.equal(from(1, 120));
  });

  it("is sent once by two senders that do not know of each other's lease", async () => {
    for (const number of from(1, 40)) await fileReport(database, number);
    const options = sending({ limits: { records: 3, lease: 0 } });
    await Promise.all([drain(options), drain(options), drain(options)]);
    await drain(options);
    expect(numbers()).to.deep.equal(from(1, 40));
  });

  it("leaves a leased batch to its sender until the lease is over", async () => {
    await fileReport(database, 1);
    log.faults.push("logged-then-silent");
    const slow = sendNext(sending({ gateway: { ...gateway, timeout: 600 }, limits: { lease: 1 } }));
    while (log.entries.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await sendNext(sending())).to.equal("busy");
    await errorOf(slow);
    expect(await sendNext(sending())).to.equal("sent");
    expect(numbers()).to.deep.equal([1]);
  });

  it("sets a record aside that the log will never take, and declares the gap", async () => {
    const ids = [];
    for (const number of from(1, 5)) ids.push(await fileReport(database, number));
    const refused = new Set([2, 3, 5].map((number) => filed(number).subject));
    log.refuse = ({ subject, type }) =>
      type !== "log.gapDeclared" && refused.has(subject) ? "LOG_INTAKE_DATA" : undefined;
    await drain();
    expect(log.entries.map(({ type, clientSeq }) => `${type} ${clientSeq}`)).to.deep.equal([
      "complaint.created 1",
      "log.gapDeclared 3",
      "log.gapDeclared 5",
      "complaint.created 6",
      "log.gapDeclared 8",
    ]);
    expect(log.entries[1]!.data).to.deep.equal({ from: 2, to: 2, reason: "refusedByLog" });
    const { rows } = await database.pool.query("SELECT id, problem FROM action_outbox.refused ORDER BY id");
    expect(rows.map(({ id }) => BigInt(id))).to.deep.equal([ids[1], ids[2], ids[4]]);
    expect(rows[0].problem).to.include({ code: "LOG_INTAKE_DATA" });
    expect(await entryOf(database.pool, ids[1]!)).to.equal(undefined);
    expect(await entryOf(database.pool, ids[3]!)).to.deep.equal({ index: 3 });
    log.refuse = () => undefined;
    await fileReport(database, 6);
    await drain();
    expect(sequence().at(-1)).to.equal(9);
  });

  for (const code of ["LOG_INTAKE_ERASURE", "LOG_INTAKE_OTHER_WRITER", "LOG_INTAKE_SCHEMA_OLD"])
    it(`does not let a record block the others that is refused with ${code}`, async () => {
      for (const number of from(1, 3)) await fileReport(database, number);
      log.refuse = ({ subject }) => (subject === filed(2).subject ? code : undefined);
      log.refusalDetails = { replaced: true };
      await drain();
      expect(log.entries.map(({ type, clientSeq }) => `${type} ${clientSeq}`)).to.deep.equal([
        "complaint.created 1",
        "log.gapDeclared 3",
        "complaint.created 4",
      ]);
    });

  it("tells of what was refused for good, at once and at each start, and shows it to whoever asks", async () => {
    const ids = [];
    for (const number of from(1, 3)) ids.push(await fileReport(database, number));
    log.refuse = ({ subject }) => (subject === filed(2).subject ? "LOG_INTAKE_DATA" : undefined);
    const told: unknown[] = [];
    await drain(sending({ onRefused: (error) => told.push(error) }));
    const details = {
      service: writer.service,
      submitter: writer.submitter,
      count: 1,
      code: "LOG_INTAKE_DATA",
    };
    expect(told.map((error) => (error as ProngsaiError).details)).to.deep.equal([details]);
    const atStart = await new Promise<ProngsaiError>((resolve) => {
      const sender = startSender({
        ...sending(),
        interval: 10,
        onProblem: (error) => void sender.stop().then(() => resolve(error as ProngsaiError)),
      });
    });
    expect(atStart).to.include({ code: "LOG_OUTBOX_REFUSED" });
    const name = { service: writer.service, submitter: writer.submitter };
    expect(await outboxStates(database.pool)).to.deep.equal([
      { ...name, waiting: 0, open: null, refused: 1 },
    ]);
    const [refused, ...more] = await refusedActions(database.pool);
    expect(more).to.deep.equal([]);
    expect([refused!.id, refused!.record.subject]).to.deep.equal([ids[1], filed(2).subject]);
    expect(refused!.problem).to.include({ code: "LOG_INTAKE_DATA" });
    expect(refused!.refusedAt).to.be.instanceOf(Date);
    expect(await refusedActions(database.pool, refused!.id)).to.deep.equal([]);
  });

  it("says when the agency in its settings is wrong, and mends what waits once they are right", async () => {
    const wrong = { ...writer, agency: writer.agency + 1 };
    const logWrongly = (number: number) =>
      database.transaction((client) => logAction(client, wrong, filed(number)));
    log.refuse = ({ agency }) => (agency === writer.agency ? undefined : "LOG_INTAKE_RECORD_OTHER");
    log.refusalDetails = { path: "[0].agency", expected: writer.agency };
    for (const number of from(1, 2)) await logWrongly(number);
    for (let attempt = 0; attempt < 2; attempt++) {
      const error = await errorOf(sendNext(sending({ writer: wrong })));
      expect(error.code).to.equal("LOG_OUTBOX_AGENCY");
      expect(error.details).to.include({ found: wrong.agency, expected: writer.agency });
    }
    await logWrongly(3);
    const [{ open, waiting }] = (await outboxStates(database.pool)) as [
      Awaited<ReturnType<typeof outboxStates>>[0],
    ];
    expect([open?.count, open?.problem?.code, waiting]).to.deep.equal([2, "LOG_INTAKE_RECORD_OTHER", 1]);
    await drain();
    expect(numbers()).to.deep.equal([1, 2, 3]);
    expect(sequence()).to.deep.equal([1, 2, 3]);
    expect(await count("refused")).to.equal(0);
  });

  it("waits, and says why, when nothing may be sent at all", async () => {
    for (const number of from(1, 2)) await fileReport(database, number);
    log.refuse = () => "LOG_INTAKE_SERVICE_CLOSED";
    const error = (await errorOf(sendNext(sending()))) as SubmissionError;
    expect(error.problem?.code).to.equal("LOG_INTAKE_SERVICE_CLOSED");
    const { rows } = await database.pool.query("SELECT problem FROM action_outbox.batch");
    expect(rows[0].problem.code).to.equal("LOG_INTAKE_SERVICE_CLOSED");
    log.refuse = () => undefined;
    await drain();
    expect(numbers()).to.deep.equal([1, 2]);
  });

  it("takes the log's number when it has never been answered: a new outbox of an old writer", async () => {
    await fileReport(database, 1);
    await drain();
    await database.pool.query("TRUNCATE action_outbox.batch, action_outbox.writer");
    for (const number of from(2, 3)) await fileReport(database, number);
    await drain();
    expect(sequence()).to.deep.equal([1, 2, 3]);
  });

  it("asks for a person when its numbers fell behind, and goes on when it is told to", async () => {
    for (const number of from(1, 2)) await fileReport(database, number);
    await drain();
    // As after the service's database was restored from a backup.
    await database.pool.query("UPDATE action_outbox.writer SET next_seq = 2");
    await fileReport(database, 3);
    const error = await errorOf(drain());
    expect(error.code).to.equal("LOG_OUTBOX_BEHIND");
    expect(error.details).to.include({ found: 2, expected: 3 });
    expect(numbers()).to.deep.equal([1, 2]);
    await resumeOutbox(database, writer, 3);
    await fileReport(database, 4);
    await drain();
    expect(numbers()).to.deep.equal([1, 2, 3, 4]);
    expect(sequence()).to.deep.equal([1, 2, 3, 4]);
  });

  it("keeps writers apart", async () => {
    const other = { ...writer, submitter: "counter-2" };
    await fileReport(database, 1);
    await database.transaction((client) => logAction(client, other, filed(2)));
    await fileReport(database, 3);
    await drain();
    await drain(sending({ writer: other }));
    expect(log.entries.map(({ submitter, clientSeq }) => `${submitter} ${clientSeq}`)).to.deep.equal([
      "guest 1",
      "guest 2",
      "counter-2 1",
    ]);
  });

  it("sends on while the ledger that promises are checked on hangs", async () => {
    const hanging = await startHttpServer(() => undefined);
    const ledger = { rpc: hanging.url, chainId: 31_337, contract: `0x${"a1".repeat(20)}` };
    const documents = new GatewayDocuments(hanging.url);
    const sender = startSender({ ...sending(), interval: 20, ledger: { ...ledger, documents } });
    for (const number of [1, 2, 3]) {
      await fileReport(database, number);
      const until = Date.now() + 5_000;
      while (log.entries.length < number && Date.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(numbers()).to.deep.equal([1, 2, 3]);
    await hanging.stop();
    await sender.stop();
  });

  it("waits behind an answer without a promise, and keeps the order", async () => {
    await fileReport(database, 1);
    log.faults.push("no-promise");
    expect((await errorOf(sendNext(sending()))).code).to.equal("LOG_SUBMISSION_ANSWER");
    await fileReport(database, 2);
    await drain();
    expect(numbers()).to.deep.equal([1, 2]);
    const sent = log.requests.map(({ body }) => body);
    expect(sent[1]).to.equal(sent[0]);
  });

  it("goes on by itself when the gateway is there again", async () => {
    const problems: unknown[] = [];
    await log.stop();
    const sender = startSender({ ...sending(), interval: 20, onProblem: (error) => problems.push(error) });
    await fileReport(database, 1);
    sender.nudge();
    while (problems.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await log.start();
    const again = startSender({ ...sending({ gateway: { ...gateway, url: log.url } }), interval: 20 });
    while (log.entries.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await Promise.all([sender.stop(), again.stop()]);
    expect(numbers()).to.deep.equal([1]);
  });
});

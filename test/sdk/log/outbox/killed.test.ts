import { expect } from "chai";
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createDatabase } from "../../../support/postgres.ts";
import type { TestDatabase } from "../../../support/postgres.ts";
import { TestGateway } from "../support/test-gateway.ts";
import { ServiceDatabase } from "./support/database.ts";
import { writer } from "./support/service.ts";
import type { Order } from "./support/service-process.ts";

const SCRIPT = resolve(import.meta.dirname, "support/service-process.ts");

describe("a service that is killed (SIGKILL)", function () {
  this.timeout(120_000);
  let test: TestDatabase;
  let database: ServiceDatabase;
  let log: TestGateway;
  let send: Order;
  const running = new Set<ChildProcess>();

  before(async () => {
    test = await createDatabase();
    database = new ServiceDatabase(test.url);
    await database.prepare();
    log = await new TestGateway(writer.service).start();
    const pair = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
    const { keyId } = await log.admit(pair);
    const key = await crypto.subtle.exportKey("jwk", pair.privateKey);
    send = { send: { url: log.url, key, keyId, lease: 1, trust: log.trust } };
  });
  after(async () => {
    for (const child of running) child.kill("SIGKILL");
    await log.stop();
    await database.end();
    await test.drop();
  });

  async function start(): Promise<ChildProcess> {
    const child = fork(SCRIPT, [test.url], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    running.add(child);
    await once(child, "message");
    return child;
  }
  async function tell(child: ChildProcess, order: Order, wanted: string): Promise<void> {
    const said = once(child, "message");
    child.send(order);
    expect((await said)[0]).to.equal(wanted);
  }
  async function kill(child: ChildProcess): Promise<void> {
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
    running.delete(child);
  }
  const until = async (isSo: () => boolean) => {
    const limit = Date.now() + 30_000;
    while (!isSo() && Date.now() < limit) await sleep(10);
    expect(isSo(), "it came to pass in time").to.equal(true);
  };
  const answered = async (index: number) => {
    const text = "SELECT 1 FROM action_outbox.batch WHERE first_index = $1";
    while ((await database.pool.query(text, [index])).rows.length === 0) await sleep(10);
  };
  const numbers = () => log.entries.map(({ subject }) => Number(subject!.replace(/^0x[fe]*/, "")));
  /** Reports that are in the service's own table and those in the log, which must be the same, once each, in sequence. */
  async function expectSame(): Promise<void> {
    const { rows } = await database.pool.query("SELECT number FROM report ORDER BY number");
    expect(numbers().toSorted((a, b) => a - b)).to.deep.equal(rows.map(({ number }) => number as number));
    expect(log.entries.map(({ clientSeq }) => clientSeq)).to.deep.equal(rows.map((_, n) => n + 1));
  }

  it("between its commit and the send: the action still arrives, once", async () => {
    const first = await start();
    await tell(first, { file: 1 }, "committed 1");
    await kill(first);
    expect(log.entries).to.be.empty;
    const second = await start();
    await tell(second, send, "sending");
    await answered(0);
    await kill(second);
    await expectSame();
  });

  it("between the send and the answer: the action is in the log already, and stays there once", async () => {
    const first = await start();
    await tell(first, { file: 2 }, "committed 2");
    log.faults.push("logged-then-silent");
    await tell(first, send, "sending");
    await until(() => log.entries.length === 2);
    await kill(first);
    const requests = log.requests.length;
    const second = await start();
    await tell(second, send, "sending");
    await until(() => log.requests.length > requests);
    await tell(second, { file: 3 }, "committed 3");
    await until(() => log.entries.length === 3);
    await kill(second);
    const [sent, again] = log.requests.slice(requests - 1);
    expect(again).to.deep.equal(sent);
    await expectSame();
  });

  it("at any moment, again and again: what was committed is logged once, what was not is not", async () => {
    const filed = async () => (await database.pool.query("SELECT 1 FROM report")).rows.length;
    let number = 100;
    // A busy machine commits little in so short a life: then rounds go on, each with a longer one.
    for (let round = 0; round < 8 || (round < 60 && (await filed()) <= 10); round++) {
      const child = await start();
      if (round % 3 === 1) log.faults.push("logged-then-dropped");
      if (round % 3 === 2) log.faults.push("logged-then-silent");
      child.send(send);
      for (let n = 0; n < 6; n++) child.send({ file: number++ } satisfies Order);
      // Each round dies a little later: before the first commit, between two, while a batch is on its way.
      await sleep(round * 18);
      await kill(child);
    }
    const last = await start();
    log.faults.length = 0;
    await tell(last, send, "sending");
    const committed = await filed();
    await until(() => log.entries.length >= committed);
    await kill(last);
    expect(committed).to.be.greaterThan(10);
    await expectSame();
  });
});

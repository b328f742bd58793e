/** A disk that is full and a chain that is away: the intake says what is missing, loses nothing, and goes on by itself. */
import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { readLogs } from "../../api/intake/read/logs.ts";
import { startChain, type Chain } from "../../scripts/platform/chain.ts";
import { newSubmitter, noteSchema, startIntakeWorld } from "../support/log/intake-world.ts";
import type { IntakeWorld, Submitter } from "../support/log/intake-world.ts";
import { cidOf } from "../support/log/notes.ts";
import { record, submit } from "../support/log/submitting.ts";
import type { Answered, Sending } from "../support/log/submitting.ts";

const SERVICE = "th.go.example.desk";
const FRESH = "th.go.example.fresh";
const CID = cidOf(noteSchema);

describe("an intake whose disk is full or whose chain is away", function () {
  this.timeout(180_000);
  let world: IntakeWorld;
  let database: pg.Client;
  let chain: Chain | undefined;
  let desk: Submitter;
  const next = new Map<string, number>();

  before(async () => {
    desk = await newSubmitter("desk");
    world = await startIntakeWorld(async (keeper) => {
      for (const name of [SERVICE, FRESH]) {
        await keeper.register(name);
        await keeper.addKey(name, desk);
      }
    });
    database = new pg.Client({ connectionString: world.mirror.database.url });
    await database.connect();
  });
  after(async () => {
    await database.end();
    await world.stop();
    await chain?.stop();
  });

  /** The writer's next request, which is kept until it is acknowledged. */
  function sending(service = SERVICE): Sending {
    const seq = next.get(service) ?? 1;
    next.set(service, seq + 1);
    const records = [record(service, desk.label, seq, CID)];
    return { url: world.api.url, service, submitter: desk, records, idempotencyKey: randomUUID() };
  }

  const outcome = ({ status, code }: Answered) => `${status} ${code ?? ""}`.trim();

  /** Sends the same request until it is taken. @returns what was said before */
  async function untilTaken(one: Sending): Promise<Set<string>> {
    const said = new Set<string>();
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) {
      const answered = await submit(one);
      if (answered.status === 201) return said;
      said.add(outcome(answered));
    }
    throw new Error(`it was never taken: ${[...said].join(", ")}`);
  }

  async function expectLogged(service: string): Promise<void> {
    const logs = await readLogs(database, world.ledger.deployment.deploymentId);
    expect(logs.find(({ name }) => name === service)!.size).to.equal(next.get(service)! - 1);
  }

  it("refuses with LOG_INTAKE_STORE_FULL while the disk is full, keeps what it acknowledged, and takes the same request when there is space", async () => {
    for (let at = 0; at < 3; at++) expect(outcome(await submit(sending()))).to.equal("201");
    // Raised by the server in the middle of COPY, with the code and the words of a full disk.
    await database.query(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE 'could not extend file "base/5/16384": No space left on device' USING ERRCODE = 'disk_full';
    END $$`);
    await database.query(
      "CREATE TRIGGER full_disk BEFORE INSERT ON intake.entries FOR EACH ROW EXECUTE FUNCTION full_disk()",
    );
    const waiting = sending();
    expect(outcome(await submit(waiting))).to.equal("503 LOG_INTAKE_STORE_FULL");
    for (let at = 0; at < 5; at++) {
      // Between two tries the intake reads what is durable; then it is full again.
      const { status, code } = await submit(waiting);
      expect(status).to.equal(503);
      expect(code).to.match(/^LOG_INTAKE_(STORE_FULL|NOT_WRITER)$/);
      await sleep(200);
    }
    const logs = await readLogs(database, world.ledger.deployment.deploymentId);
    expect(logs.map(({ size }) => size)).to.deep.equal([3]);
    const { rows } = await database.query<{ promises: number; groups: number }>(
      `SELECT (SELECT count(*) FROM intake.promise)::int AS promises,
        (SELECT count(*) FROM intake.promise_group)::int AS groups`,
    );
    expect(rows[0]).to.deep.equal({ promises: 3, groups: 3 });
    await database.query("DROP FUNCTION full_disk CASCADE");
    await untilTaken(waiting);
    await expectLogged(SERVICE);
  });

  it("goes on without its chain for the logs that it has open, and says CHAIN_UNAVAILABLE for one that it cannot compare", async () => {
    await untilTaken(sending());
    await world.ledger.chain.stop();
    for (let at = 0; at < 3; at++) expect(outcome(await submit(sending()))).to.equal("201");
    const first = sending(FRESH);
    expect(outcome(await submit(first))).to.equal("503 CHAIN_UNAVAILABLE");
    expect(outcome(await submit(sending()))).to.equal("201");
    await again();
    expect([...(await untilTaken(first))].filter((said) => said !== "503 CHAIN_UNAVAILABLE")).to.deep.equal(
      [],
    );
    await expectLogged(SERVICE);
    await expectLogged(FRESH);
  });

  it("that starts without its chain takes nothing until that is there, and then what was sent meanwhile, once", async () => {
    await chain!.stop();
    await world.api.restart();
    const waiting = [sending(), sending(FRESH)];
    for (const one of waiting) expect(outcome(await submit(one))).to.equal("503 CHAIN_UNAVAILABLE");
    await again();
    for (const one of waiting) await untilTaken(one);
    for (const one of waiting) expect((await submit(one)).status).to.equal(201);
    await expectLogged(SERVICE);
    await expectLogged(FRESH);
  });

  /** The same chain at the same address, from its log. */
  async function again(): Promise<void> {
    const { chain: first, directory } = world.ledger;
    const port = Number(new URL(first.rpcUrl).port);
    chain = await startChain({ directory: join(directory, "chain"), port });
    expect(chain.rpcUrl).to.equal(first.rpcUrl);
  }
});

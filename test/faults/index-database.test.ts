import { expect } from "chai";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startPostgres, type PostgresServer } from "../../scripts/platform/postgres.ts";
import { startDemo, type DemoFixture } from "../support/demo-fixture.ts";
import { indexChain } from "../support/index-chain.ts";
import { startIndexer, type IndexerProcess } from "../support/indexer-process.ts";
import { dumpMirror } from "../support/mirror-dump.ts";
import { createDatabase } from "../support/postgres.ts";
import { random } from "../support/random.ts";
import { startRpcProxy, type RpcProxy } from "../support/rpc-proxy.ts";

const CUTS = 25;
const OURS =
  "datname = current_database() AND application_name IN ('prongsai-indexer', 'prongsai-indexer-reader', 'prongsai-documents')";

/** Ends the connections of an indexer, or waits up to half a second for one that copies rows, and ends that. */
const CUT = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${OURS}`;
const CUT_COPY = `DO $$ BEGIN
  FOR i IN 1..500 LOOP
    PERFORM pg_stat_clear_snapshot();
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${OURS} AND state = 'active' AND query LIKE 'COPY%';
    EXIT WHEN FOUND;
    PERFORM pg_sleep(0.001);
  END LOOP;
END $$`;

describe("the indexer and a database that fails", function () {
  this.timeout(180_000);
  const { seed, integer, chance } = random();
  let demo: DemoFixture;
  let head: number;
  let node: RpcProxy;
  let expected: string;
  /** Newest block that the node shows. */
  let shown: number;
  let directory: string;
  let server: PostgresServer;
  let indexer: IndexerProcess;
  let admin: pg.Client;

  before(async () => {
    demo = await startDemo();
    head = await demo.provider.getBlockNumber();
    node = await startRpcProxy(demo.chain.rpcUrl);
    const fresh = await createDatabase();
    await indexChain(demo, fresh.url);
    expected = await dumpMirror(fresh.url);
    await fresh.drop();
  });
  after(async () => {
    await node.stop();
    await demo.stop();
  });
  beforeEach(async () => {
    shown = 0;
    node.tamper = ({ method }, answer) =>
      method === "eth_blockNumber"
        ? { ...answer, result: `0x${Math.min(shown, head).toString(16)}` }
        : answer;
    directory = mkdtempSync(join(tmpdir(), "prongsai-index-database-"));
    server = await startPostgres({ directory, database: "mirror" });
    admin = await connect();
    indexer = startIndexer(demo, { rpcUrl: node.url, databaseUrl: server.url });
  });
  afterEach(async () => {
    await indexer.kill();
    await admin.end().catch(() => undefined);
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: server.url });
    client.on("error", () => undefined);
    await client.connect();
    return client;
  }

  async function until(what: string, met: () => boolean | Promise<boolean>): Promise<void> {
    for (const end = Date.now() + 60_000; !(await met()); await sleep(20)) {
      if (Date.now() > end) throw new Error(`waited in vain: ${what}\n${indexer.log()}`);
    }
  }

  async function stands(condition: string): Promise<boolean> {
    const made = await admin.query("SELECT FROM pg_class WHERE oid = to_regclass('mirror.checkpoint')");
    if (made.rowCount === 0) return false;
    return (await admin.query(`SELECT FROM mirror.checkpoint WHERE ${condition}`)).rowCount === 1;
  }

  /** The same process has come to what a fresh index holds. */
  async function goesOn(): Promise<void> {
    shown = head;
    const pending = `SELECT FROM mirror.brief WHERE state <> 'available'
      UNION ALL SELECT FROM mirror.import_reading WHERE state <> 'complete' OR source IS NULL
      UNION ALL SELECT FROM mirror.log_reading WHERE state <> 'complete'`;
    await until("the head", () => stands(`block = ${head} AND caught_up AND NOT EXISTS (${pending})`));
    expect(indexer.child.exitCode).to.equal(null);
    expect(await indexer.stop()).to.equal(0);
    expect(await dumpMirror(server.url)).to.equal(expected);
  }

  const says = (code: string) => until(code, () => indexer.log().includes(`"${code}"`));

  it(`whose connections break ${CUTS} times, also in the middle of COPY, loses nothing (SEED=${seed})`, async () => {
    const growing = setInterval(() => (shown += integer(1, 3)), 30);
    try {
      await until("the first block", () => stands("block > 0"));
      for (let cut = 0; cut < CUTS; cut++) {
        await sleep(integer(0, 200));
        await admin.query(chance(0.6) ? CUT_COPY : CUT);
      }
    } finally {
      clearInterval(growing);
    }
    await says("INDEX_DATABASE_UNREACHABLE");
    await goesOn();
    expect(indexer.log()).to.not.include("INDEX_FAILED");
  });

  it("that is gone for a while is waited for", async () => {
    shown = integer(50, 200);
    await until("the head", () => stands(`block = ${shown}`));
    await admin.end();
    await server.stop();
    shown += 50;
    await says("INDEX_DATABASE_UNREACHABLE");
    server = await startPostgres({ directory, database: "mirror", port: server.port });
    admin = await connect();
    await goesOn();
  });

  it("that takes no writes is waited for, with INDEX_DATABASE_READ_ONLY", async () => {
    shown = integer(50, 200);
    const stood = shown;
    await until("the head", () => stands(`block = ${stood}`));
    await admin.query("ALTER DATABASE mirror SET default_transaction_read_only = on");
    await admin.query(CUT);
    shown += 50;
    await says("INDEX_DATABASE_READ_ONLY");
    expect(await stands(`block = ${stood}`)).to.equal(true);
    await admin.query("ALTER DATABASE mirror RESET default_transaction_read_only");
    await goesOn();
  });

  it("that has no space left in the middle of a batch is waited for, with INDEX_DATABASE_FULL; the batch is not half there", async () => {
    shown = integer(50, 200);
    const stood = shown;
    await until("the head", () => stands(`block = ${stood}`));
    // Raised by the server in the middle of COPY, with the code and the words of a full disk.
    await admin.query(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF new.block >= ${stood + 20} THEN
        RAISE 'could not extend file "base/5/16384": No space left on device' USING ERRCODE = 'disk_full';
      END IF;
      RETURN new;
    END $$`);
    await admin.query(
      "CREATE TRIGGER full_disk BEFORE INSERT ON mirror.event FOR EACH ROW EXECUTE FUNCTION full_disk()",
    );
    shown += 100;
    await says("INDEX_DATABASE_FULL");
    const { rows } = await admin.query<{ newest: number; block: number; events: number; entries: number }>(
      `SELECT (SELECT max(number)::int FROM mirror.block) AS newest, block::int,
         (SELECT count(*)::int FROM mirror.event) AS events, (SELECT sum(count)::int FROM mirror.journal) AS entries
       FROM mirror.checkpoint`,
    );
    expect(rows[0]!.newest)
      .to.equal(rows[0]!.block)
      .and.lessThan(stood + 100);
    expect(rows[0]!.events).to.equal(rows[0]!.entries);
    await admin.query("DROP FUNCTION full_disk CASCADE");
    await goesOn();
  });

  it("that is gone at the start is waited for", async () => {
    await indexer.kill();
    await admin.end();
    await server.stop();
    indexer = startIndexer(demo, { rpcUrl: node.url, databaseUrl: server.url });
    shown = head;
    await says("INDEX_DATABASE_UNREACHABLE");
    const ready = once(indexer.said, "ready");
    server = await startPostgres({ directory, database: "mirror", port: server.port });
    admin = await connect();
    await ready;
    await goesOn();
  });
});

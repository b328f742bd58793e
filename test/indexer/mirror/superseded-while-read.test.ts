import { expect } from "chai";
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { DocumentReader } from "../../../indexer/documents/reader.ts";
import { connectionSettings, MIRROR } from "../../../indexer/store/pool.ts";
import { anchorPlan, importSigner, planImport, supersede } from "../../../scripts/import/index.ts";
import { startDemo, type DemoFixture } from "../../support/demo-fixture.ts";
import { startFollowing, type Following } from "../../support/following.ts";
import { createDatabase, type TestDatabase } from "../../support/postgres.ts";

const DATA = resolve(import.meta.dirname, "../../../data/egp");

describe("a batch that is replaced while its file is being read", function () {
  this.timeout(60_000);
  let demo: DemoFixture;
  let database: TestDatabase;
  let following: Following;
  let holder: pg.Client;

  before(async () => {
    demo = await startDemo();
    database = await createDatabase();
    following = startFollowing(demo, database.url, { rpcUrl: demo.chain.rpcUrl });
    await following.reaches(await demo.provider.getBlockNumber());
    holder = new pg.Client(connectionSettings(database.url, MIRROR));
    await holder.connect();
  });
  after(async () => {
    await holder.end();
    await following.stop();
    await database.drop();
    await demo.stop();
  });

  /** The demonstration's file without one of its rows, anchored as a batch of its own. */
  async function anchorAnother(): Promise<bigint> {
    const [path] = globSync(join(DATA, "*.csv"));
    const text = readFileSync(path!, "utf8").split("\n").toSpliced(5, 1).join("\n");
    const file = join(demo.directory, "another.csv");
    writeFileSync(file, text);
    const described = JSON.parse(readFileSync(join(DATA, "SOURCE.json"), "utf8")) as object;
    const source = join(demo.directory, "SOURCE.json");
    const sha256 = createHash("sha256").update(text).digest("hex");
    writeFileSync(source, JSON.stringify({ ...described, sha256 }));
    const plan = await planImport({ format: "egp", path: file, source, documents: demo.documents });
    const { batchId } = await anchorPlan(plan, demo.deployment, await importSigner(demo.provider, {}));
    return batchId;
  }

  async function reaches(block: number): Promise<void> {
    while ((await following.atHead()) !== block);
  }

  async function readerWaits(): Promise<void> {
    const waiting = `SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'prongsai-documents' AND wait_event_type = 'Lock'`;
    while ((await holder.query(waiting)).rowCount === 0) {
      await sleep(20);
      // Within a transaction the server shows what it showed first.
      await holder.query("SELECT pg_stat_clear_snapshot()");
    }
  }

  it("holds up neither the chain's own rows nor its reading, and does not count", async () => {
    const batch = await anchorAnother();
    await reaches(await demo.provider.getBlockNumber());
    // The reader stops at its last step, which is to say that rows of the earlier batch no longer count.
    await holder.query("BEGIN");
    await holder.query("SELECT FROM reported_project FOR UPDATE");
    const problems: Error[] = [];
    const reader = new DocumentReader(database.url, demo.documents, new AbortController().signal);
    reader.on("problem", (error) => problems.push(error));
    const reading = reader.readAll();
    await readerWaits();

    await supersede(batch, 1n, demo.deployment, await importSigner(demo.provider, {}));
    await reaches(await demo.provider.getBlockNumber());
    await holder.query("COMMIT");
    await reading;

    expect(problems).to.deep.equal([]);
    const { rows } = await holder.query(
      `SELECT r.state, b.superseded_by, (SELECT count(*) FROM reported_project p WHERE p.batch_id = b.batch_id AND p.current) AS current
       FROM import_batch b JOIN import_reading r USING (batch_id) WHERE batch_id = $1`,
      [batch],
    );
    expect(rows).to.deep.equal([{ state: "complete", superseded_by: 1n, current: 0n }]);
  });
});

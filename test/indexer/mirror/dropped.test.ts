import { expect } from "chai";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startDemo, type DemoFixture } from "../../support/demo-fixture.ts";
import { indexChain } from "../../support/index-chain.ts";
import { startIndexer } from "../../support/indexer-process.ts";
import { dumpMirror } from "../../support/mirror-dump.ts";
import { createDatabase, type TestDatabase } from "../../support/postgres.ts";

describe("a mirror that somebody drops, on a chain without new blocks", function () {
  this.timeout(120_000);
  let demo: DemoFixture;
  let database: TestDatabase;
  let client: pg.Client;
  let expected: string;

  before(async () => {
    demo = await startDemo();
    database = await createDatabase();
    await indexChain(demo, database.url);
    expected = await dumpMirror(database.url);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  after(async () => {
    await client.end();
    await database.drop();
    await demo.stop();
  });

  /** Whether the mirror is what it was, documents included; false while it is not there. */
  async function isWhole(): Promise<boolean> {
    return await dumpMirror(database.url).then(
      (dump) => dump === expected,
      () => false,
    );
  }

  for (const [what, statement] of [
    ["the whole schema", "DROP SCHEMA mirror CASCADE"],
    ["one table that only documents are read into", "DROP TABLE mirror.brief"],
    ["one table of the chain's own", "DROP TABLE mirror.commitment_history"],
    ["the checkpoint", "DROP TABLE mirror.checkpoint"],
  ] as const) {
    it(`is built anew by itself: ${what}`, async () => {
      const indexer = startIndexer(demo, { ...demo.chain, databaseUrl: database.url });
      try {
        await once(indexer.said, "ready");
        await client.query(statement);
        expect(await isWhole()).to.equal(false);
        for (let i = 0; i < 120 && !(await isWhole()); i++) await sleep(250);
        expect(await isWhole(), indexer.log()).to.equal(true);
        expect(indexer.log()).to.include("INDEX_MIRROR_GONE");
        expect(indexer.child.exitCode, "it did not die").to.equal(null);
        expect(await indexer.stop()).to.equal(0);
      } finally {
        await indexer.kill();
      }
    });
  }
});

import { expect } from "chai";
import pg from "pg";
import { allColumns } from "../../../indexer/store/schema/table.ts";
import { shapes } from "../../../indexer/verify/shapes.ts";
import { allTables } from "../../../indexer/store/tables/index.ts";
import { startDemo, type DemoFixture } from "../../support/demo-fixture.ts";
import { indexChain } from "../../support/index-chain.ts";
import { linesOf } from "../../support/mirror-dump.ts";
import { createDatabase, type TestDatabase } from "../../support/postgres.ts";
import { random } from "../../support/random.ts";

const ASKED = 6;

describe("the mirror as of a block", function () {
  this.timeout(120_000);
  const { seed, integer } = random();
  let demo: DemoFixture;
  let database: TestDatabase;
  let client: pg.Client;

  before(async () => {
    demo = await startDemo();
    database = await createDatabase();
    await indexChain(demo, database.url);
    client = new pg.Client({ connectionString: database.url, options: "-c search_path=mirror,public" });
    await client.connect();
  });
  after(async () => {
    await client.end();
    await database.drop();
    await demo.stop();
  });

  it(`is what an index held that had come to that block (SEED=${seed})`, async () => {
    const head = await demo.provider.getBlockNumber();
    for (let i = 0; i < ASKED; i++) {
      const block = i === 0 ? head : integer(1, head);
      const schema = `at_${block}`;
      await indexChain(demo, database.url, { until: block, schema });
      for (const table of allTables.filter(({ kind }) => kind !== "plain")) {
        const { key } = shapes.find(({ name }) => name === table.name)!;
        const columns = allColumns(table)
          .map(([name]) => `"${name}"`)
          .join(", ");
        const order = key.map(({ name }) => `"${name}"`).join(", ");
        const asOf =
          table.kind === "versioned"
            ? `${table.name}_as_of(${block})`
            : `"${table.name}" WHERE block <= ${block}`;
        const then = await linesOf(
          client,
          `SELECT ${columns} FROM ${schema}."${table.name}" ORDER BY ${order}`,
        );
        const now = await linesOf(client, `SELECT ${columns} FROM ${asOf} ORDER BY ${order}`);
        expect(now, `${table.name} as of block ${block}`).to.deep.equal(then);
      }
    }
  });
});

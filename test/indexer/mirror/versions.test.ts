import { expect } from "chai";
import pg from "pg";
import { startDemo, type DemoFixture } from "../../support/demo-fixture.ts";
import { indexChain } from "../../support/index-chain.ts";
import { dumpMirror } from "../../support/mirror-dump.ts";
import { createDatabase, type TestDatabase } from "../../support/postgres.ts";
import { startRpcProxy, type RpcProxy } from "../../support/rpc-proxy.ts";

describe("an indexer of another version", function () {
  this.timeout(120_000);
  let demo: DemoFixture;
  let node: RpcProxy;
  let database: TestDatabase;
  let client: pg.Client;

  before(async () => {
    demo = await startDemo();
    node = await startRpcProxy(demo.chain.rpcUrl);
  });
  after(async () => {
    await node.stop();
    await demo.stop();
  });
  beforeEach(async () => {
    database = await createDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterEach(async () => {
    node.tamper = undefined;
    await client.end();
    await database.drop();
  });

  it("than the contracts says which event it does not know, and writes nothing after it", async () => {
    const topic = `0x${"5e".repeat(32)}`;
    node.tamper = ({ method }, answer) => {
      if (method !== "eth_getLogs") return answer;
      const logs = answer.result as { blockNumber: string; topics: string[] }[];
      const at = logs.findIndex(({ blockNumber }) => Number(blockNumber) >= 150);
      return at === -1
        ? answer
        : {
            ...answer,
            result: logs.with(at, { ...logs[at]!, topics: [topic, ...logs[at]!.topics.slice(1)] }),
          };
    };
    const error = await indexChain(demo, database.url, { rpcUrl: node.url }).catch(
      (caught: unknown) => caught,
    );
    expect(error).to.have.property("code", "INDEX_EVENT_UNKNOWN");
    expect((error as Error).message).to.include(topic);
    const { rows } = await client.query("SELECT block::int, halted->>'code' AS code FROM mirror.checkpoint");
    expect(rows[0]).to.have.property("code", "INDEX_EVENT_UNKNOWN");
    expect(rows[0]).to.have.property("block").that.is.lessThan(150);
  });

  const older: Record<string, string> = {
    "with other tables": `ALTER TABLE mirror.project ADD COLUMN old text;
      UPDATE mirror.checkpoint SET schema_fingerprint = '0123456789abcdef'`,
    "whose checkpoint has other columns": `ALTER TABLE mirror.checkpoint DROP COLUMN schema_fingerprint;
      ALTER TABLE mirror.checkpoint DROP COLUMN caught_up`,
    "that made no checkpoint": "DROP TABLE mirror.checkpoint",
    "with an empty checkpoint": "DELETE FROM mirror.checkpoint",
  };
  for (const [what, sql] of Object.entries(older)) {
    it(`builds the mirror of one ${what} anew`, async () => {
      await indexChain(demo, database.url);
      const expected = await dumpMirror(database.url);
      await client.query(sql);
      const rebuilt: string[] = [];
      await indexChain(demo, database.url, { onRebuild: (reason) => rebuilt.push(reason) });
      expect(await dumpMirror(database.url)).to.equal(expected);
      const known = /other tables|other columns/.test(what);
      expect(rebuilt).to.deep.equal(known ? ["it was built by another version"] : []);
    });
  }
});

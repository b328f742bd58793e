import { expect } from "chai";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { finalityOf } from "../../../indexer/source/finality.ts";
import { firstTransactions, laterBy, startVariant, type ChainVariant } from "../../support/chain-variant.ts";
import { startDemo, type DemoFixture } from "../../support/demo-fixture.ts";
import { startFollowing } from "../../support/following.ts";
import { indexChain } from "../../support/index-chain.ts";
import { dumpMirror } from "../../support/mirror-dump.ts";
import { createDatabase, type TestDatabase } from "../../support/postgres.ts";
import { startRpcProxy, type RpcProxy } from "../../support/rpc-proxy.ts";

const finality = "instant";

describe("an engine whose blocks are final", function () {
  this.timeout(120_000);
  let demo: DemoFixture;
  let head: number;
  let node: RpcProxy;
  let database: TestDatabase;
  const variants: ChainVariant[] = [];

  before(async () => {
    demo = await startDemo();
    head = await demo.provider.getBlockNumber();
    node = await startRpcProxy(demo.chain.rpcUrl);
  });
  after(async () => {
    await node.stop();
    await demo.stop();
  });
  beforeEach(async () => {
    node.upstream = demo.chain.rpcUrl;
    database = await createDatabase();
    await indexChain(demo, database.url, { rpcUrl: node.url, finality });
  });
  afterEach(async () => {
    await Promise.all(variants.splice(0).map((variant) => variant.stop()));
    await database.drop();
  });

  async function variant(edit: Parameters<typeof startVariant>[1], grow: number): Promise<ChainVariant> {
    const made = await startVariant(demo, edit);
    variants.push(made);
    await made.grow(grow);
    return made;
  }

  async function halted(): Promise<{ code: string } | null> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ halted: { code: string } | null }>(
      "SELECT halted FROM mirror.checkpoint",
    );
    await client.end();
    return rows[0]!.halted;
  }

  it("is every one but the development chain", () => {
    expect(finalityOf(31_337)).to.equal("none");
    expect(finalityOf(1_337)).to.equal("instant");
  });

  const rewritten: Record<string, () => Promise<ChainVariant>> = {
    "other blocks at its end": () => variant(firstTransactions(head - 5), 9),
    "another last block": () => variant(firstTransactions(head - 1), 1),
    "other blocks from the first one on": () => variant(laterBy(3_600), 1),
  };
  for (const [what, make] of Object.entries(rewritten)) {
    it(`halts the indexer when it shows ${what}: nothing is taken back, and a true node goes on`, async () => {
      const before = await dumpMirror(database.url);
      node.upstream = (await make()).chain.rpcUrl;
      const error = await startFollowing(demo, database.url, { rpcUrl: node.url, finality }).ended;
      expect(error).to.have.property("code", "INDEX_FINALITY_BROKEN");
      expect(await halted()).to.include({ code: "INDEX_FINALITY_BROKEN" });
      expect(await dumpMirror(database.url)).to.equal(before);

      // The true chain has not grown: there is nothing to write, and still the halt is over.
      node.upstream = demo.chain.rpcUrl;
      await indexChain(demo, database.url, { rpcUrl: node.url, finality });
      expect(await halted()).to.equal(null);
      expect(await dumpMirror(database.url)).to.equal(before);
    });
  }

  it("is waited for when its node is behind, however long", async () => {
    const before = await dumpMirror(database.url);
    node.upstream = (await variant(firstTransactions(head - 5), 0)).chain.rpcUrl;
    const following = startFollowing(demo, database.url, { rpcUrl: node.url, finality });
    await sleep(7_000);
    expect(await dumpMirror(database.url)).to.equal(before);
    node.upstream = demo.chain.rpcUrl;
    await following.reaches(head);
    await following.stop();
    expect(await dumpMirror(database.url)).to.equal(before);
  });
});

import { expect } from "chai";
import { once } from "node:events";
import {
  firstTransactions,
  laterBy,
  otherGenesis,
  startVariant,
  type ChainVariant,
} from "../../support/chain-variant.ts";
import { startDemo, type DemoFixture } from "../../support/demo-fixture.ts";
import { startFollowing } from "../../support/following.ts";
import { indexChain } from "../../support/index-chain.ts";
import { startIndexer } from "../../support/indexer-process.ts";
import { dumpMirror } from "../../support/mirror-dump.ts";
import { createDatabase, type TestDatabase } from "../../support/postgres.ts";
import { readAllTheTime } from "../../support/reading.ts";
import { startRpcProxy, type RpcProxy } from "../../support/rpc-proxy.ts";

describe("a chain that was begun anew", function () {
  this.timeout(180_000);
  let demo: DemoFixture;
  let head: number;
  let node: RpcProxy;
  let database: TestDatabase;
  const resets: Record<string, ChainVariant> = {};

  before(async () => {
    demo = await startDemo();
    head = await demo.provider.getBlockNumber();
    node = await startRpcProxy(demo.chain.rpcUrl);
    resets["another genesis block"] = await startVariant(demo, otherGenesis);
    resets["the same genesis block and other blocks"] = await startVariant(demo, laterBy(3_600));
    resets["the same beginning, but shorter"] = await startVariant(demo, firstTransactions(130));
  });
  after(async () => {
    await Promise.all(Object.values(resets).map((variant) => variant.stop()));
    await node.stop();
    await demo.stop();
  });
  beforeEach(async () => {
    node.upstream = demo.chain.rpcUrl;
    database = await createDatabase();
    await indexChain(demo, database.url, { rpcUrl: node.url });
  });
  afterEach(() => database.drop());

  async function fresh({ chain, head: newest }: ChainVariant): Promise<string> {
    const other = await createDatabase();
    await indexChain(demo, other.url, { rpcUrl: chain.rpcUrl, until: (await newest()).number });
    const dump = await dumpMirror(other.url);
    await other.drop();
    return dump;
  }

  for (const what of [
    "another genesis block",
    "the same genesis block and other blocks",
    "the same beginning, but shorter",
  ]) {
    it(`with ${what} is noticed at the next start`, async () => {
      const variant = resets[what]!;
      node.upstream = variant.chain.rpcUrl;
      const rebuilt: string[] = [];
      const onRebuild = (reason: string) => rebuilt.push(reason);
      const following = startFollowing(demo, database.url, { rpcUrl: node.url, onRebuild });
      await following.reaches((await variant.head()).number);
      await following.stop();
      expect(await dumpMirror(database.url)).to.equal(await fresh(variant));
      expect(rebuilt).to.have.lengthOf(what.includes("shorter") ? 0 : 1);
    });
  }

  it("with other blocks is noticed while the indexer runs, and its readers see one of the two at any time", async () => {
    const variant = resets["another genesis block"]!;
    const indexer = startIndexer(demo, { rpcUrl: node.url, databaseUrl: database.url });
    await once(indexer.said, "ready");
    const reading = readAllTheTime(database.url);
    try {
      const { genesis } = await reading.until(({ block }) => block === head);
      node.upstream = variant.chain.rpcUrl;
      const last = await reading.until((seen) => seen.genesis !== genesis && seen.block === head);
      expect(last.hash).to.equal((await variant.head()).hash);
      expect(await indexer.stop()).to.equal(0);
    } finally {
      await reading.stop();
      await indexer.kill();
    }
    expect(reading.seen.length).to.be.greaterThan(20);
    for (const { block, newest, alien, events, entries } of reading.seen) {
      expect(newest ?? block).to.equal(block);
      expect(alien, "blocks that do not follow each other").to.equal(0);
      expect(events).to.equal(entries);
    }
    await indexChain(demo, database.url, { rpcUrl: variant.chain.rpcUrl });
    expect(await dumpMirror(database.url)).to.equal(await fresh(variant));
    expect(indexer.log()).to.include("INDEX_CHAIN_RESET").and.include("INDEX_REBUILD");
  });
});

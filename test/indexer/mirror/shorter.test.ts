import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readSettings } from "../../../scripts/platform/settings.ts";
import type { Context } from "../../../scripts/start/context.ts";
import { run } from "../../../scripts/start/steps/indexer.ts";
import { firstTransactions, startVariant, type ChainVariant } from "../../support/chain-variant.ts";
import { startDemo, type DemoFixture } from "../../support/demo-fixture.ts";
import { startFollowing } from "../../support/following.ts";
import { indexChain } from "../../support/index-chain.ts";
import { createDatabase, type TestDatabase } from "../../support/postgres.ts";

describe("a chain whose record lost its end", function () {
  this.timeout(120_000);
  let demo: DemoFixture;
  let head: number;
  let cut: ChainVariant;
  let left: number;
  let database: TestDatabase;

  before(async () => {
    demo = await startDemo();
    head = await demo.provider.getBlockNumber();
    cut = await startVariant(demo, firstTransactions(head - 5));
    left = (await cut.head()).number;
  });
  after(async () => {
    await cut.stop();
    await demo.stop();
  });
  beforeEach(async () => {
    database = await createDatabase();
    await indexChain(demo, database.url);
  });
  afterEach(() => database.drop());

  it("is told by the indexer, and from where to where it goes back", async () => {
    expect(left).to.be.lessThan(head);
    const told: object[] = [];
    const following = startFollowing(demo, database.url, {
      rpcUrl: cut.chain.rpcUrl,
      onShorter: (chain) => told.push(chain),
      onRollBack: (blocks) => told.push(blocks),
    });
    await following.reaches(left);
    await following.stop();
    expect(told).to.deep.equal([
      { block: head, head: left },
      { from: head, to: left },
    ]);
  });

  it("is not what a chain is that goes on, or that is read up to a block", async () => {
    const told: object[] = [];
    const onShorter = (chain: object) => told.push(chain);
    const following = startFollowing(demo, database.url, { rpcUrl: demo.chain.rpcUrl, onShorter });
    await following.reaches(head);
    await following.stop();
    await indexChain(demo, database.url, { until: left, onShorter });
    expect(told).to.deep.equal([]);
  });

  it("is told by npm start in the line of its step, in both languages, and does not keep it from starting", async () => {
    const said: string[] = [];
    const stops: (() => Promise<void>)[] = [];
    const context: Context = {
      settings: { ...readSettings(), dataDir: demo.directory, ipfsApiUrl: undefined },
      say: (line) => said.push(line),
      progress: () => undefined,
      onStop: (_, stop) => stops.push(stop),
      databaseUrl: database.url,
      chain: { ...cut.chain, demonstration: true },
      deploymentFile: demo.deploymentFile,
    };
    try {
      expect(await run(context)).to.include("INDEX_CHAIN_SHORTER");
      for (let i = 0; i < 150 && said.length < 2; i++) await sleep(100);
    } finally {
      for (const stop of stops) await stop();
    }
    expect(said[0])
      .to.match(/^INDEX_CHAIN_SHORTER: .*[ก-๙]/)
      .and.include(`its newest block is ${left}, the mirror had read up to ${head}`);
    expect(said[1])
      .to.match(/^INDEX_ROLLED_BACK: .*[ก-๙]/)
      .and.include(`from block ${head} to block ${left}`);
    expect(readFileSync(join(demo.directory, "indexer.log"), "utf8"))
      .to.include(`"code":"INDEX_CHAIN_SHORTER","block":${head},"head":${left}`)
      .and.include(`"code":"INDEX_ROLLED_BACK","from":${head},"to":${left}`);
  });
});

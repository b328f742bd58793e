import { expect } from "chai";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { startDemo, type DemoFixture } from "../support/demo-fixture.ts";
import { indexChain } from "../support/index-chain.ts";
import { startIndexer, type IndexerProcess } from "../support/indexer-process.ts";
import { dumpMirror } from "../support/mirror-dump.ts";
import { createDatabase, type TestDatabase } from "../support/postgres.ts";

describe("two indexers on one database", function () {
  this.timeout(120_000);
  let demo: DemoFixture;
  let database: TestDatabase;
  let processes: IndexerProcess[];

  before(async () => {
    demo = await startDemo();
  });
  after(() => demo.stop());
  beforeEach(async () => {
    database = await createDatabase();
    processes = [];
  });
  afterEach(async () => {
    await Promise.all(processes.map(({ kill }) => kill()));
    await database.drop();
  });

  function start(): IndexerProcess {
    const one = startIndexer(demo, { rpcUrl: demo.chain.rpcUrl, databaseUrl: database.url });
    processes.push(one);
    return one;
  }

  /** Whatever documents were not read yet are read now; then it is what one alone comes to. */
  async function equalsFresh(): Promise<void> {
    await indexChain(demo, database.url);
    const alone = await createDatabase();
    await indexChain(demo, alone.url);
    expect(await dumpMirror(database.url)).to.equal(await dumpMirror(alone.url));
    await alone.drop();
  }

  it("the second is refused with INDEX_LOCKED and the first is not disturbed", async () => {
    const first = start();
    await once(first.said, "ready");
    const second = start();
    const exit = once(second.child, "exit");
    const [fatal] = (await once(second.said, "fatal")) as [{ code: string; mend: string }];
    expect(fatal).to.include({ code: "INDEX_LOCKED" });
    expect(fatal.mend).to.match(/another database/);
    expect((await exit)[0]).to.equal(1);
    expect(first.child.exitCode).to.equal(null);
    expect(await first.stop()).to.equal(0);
    await equalsFresh();
  });

  it("the second takes over when the first is killed, wherever that was", async () => {
    const first = start();
    await once(first.said, "head");
    const second = start();
    const ready = once(second.said, "ready");
    await sleep(1_000);
    await first.kill();
    await ready;
    expect(await second.stop()).to.equal(0);
    await equalsFresh();
  });
});

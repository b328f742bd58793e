import { expect } from "chai";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import {
  firstTransactions,
  recordedTransactions,
  startVariant,
  type ChainVariant,
} from "../support/chain-variant.ts";
import { startDemo, type DemoFixture } from "../support/demo-fixture.ts";
import { indexChain } from "../support/index-chain.ts";
import { startIndexer, type IndexerProcess } from "../support/indexer-process.ts";
import { dumpMirror } from "../support/mirror-dump.ts";
import { createDatabase, type TestDatabase } from "../support/postgres.ts";
import { random } from "../support/random.ts";
import { startRpcProxy, type RpcProxy } from "../support/rpc-proxy.ts";

const KILLS = Number(process.env.KILLS ?? 50);
const KILLS_A_ROUND = 10;

/** What the mirror held when its indexer was dead. */
type Phase = "nothing" | "ranges" | "documents" | "heads";

describe("the indexer under kill −9", function () {
  this.timeout(300_000);
  const { seed, integer, chance } = random();
  let demo: DemoFixture;
  let node: RpcProxy;
  let expected: string;
  const kills: Record<Phase, number> = { nothing: 0, ranges: 0, documents: 0, heads: 0 };

  before(async () => {
    demo = await startDemo();
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

  for (let round = 1; round <= KILLS / KILLS_A_ROUND; round++) {
    it(`leaves what a fresh index holds, byte for byte: kills ${(round - 1) * KILLS_A_ROUND + 1} to ${round * KILLS_A_ROUND} (SEED=${seed})`, () =>
      killAndCompare());
  }

  it("was killed while it read ranges, documents and heads", function () {
    const text = Object.entries(kills)
      .map((kill) => kill.join(" "))
      .join(", ");
    this.test!.title += ` (${text})`;
    expect(kills.ranges, text).to.be.at.least(KILLS / 25);
    expect(kills.documents + kills.heads, text).to.be.at.least(KILLS / 25);
  });

  /** A chain that grows to what the demonstration's is, a new mirror, and an indexer that dies again and again. */
  async function killAndCompare(): Promise<void> {
    const coming = recordedTransactions(demo);
    const variant = await startVariant(demo, firstTransactions(coming.length - integer(20, 200)));
    coming.splice(0, (await variant.head()).number);
    node.upstream = variant.chain.rpcUrl;
    const database = await createDatabase();
    const look = new pg.Client({ connectionString: database.url });
    await look.connect();
    try {
      for (let kill = 0; kill < KILLS_A_ROUND; kill++) {
        const indexer = start(database, variant);
        // The chain comes to its end in the middle of the round, so that documents and heads get their kills too.
        const share = Math.ceil(coming.length / Math.max(1, KILLS_A_ROUND / 2 - kill));
        const kind = kill < KILLS_A_ROUND / 2 ? integer(1, 4) : integer(2, 6);
        await Promise.all([grow(variant, coming.splice(0, share)), aRandomMoment(indexer, kind)]);
        await indexer.kill();
        kills[await phase(look, variant)]++;
      }
      const indexer = start(database, variant);
      const ready = once(indexer.said, "ready");
      await complete(look, (await variant.head()).number, indexer);
      await ready;
      expect(await indexer.stop()).to.equal(0);
      expect(await dumpMirror(database.url)).to.equal(expected);
    } finally {
      await look.end();
      await database.drop();
      await variant.stop();
    }
  }

  function start(database: TestDatabase, { chain }: ChainVariant): IndexerProcess {
    return startIndexer(demo, {
      rpcUrl: node.url,
      databaseUrl: database.url,
      ...(chance(0.5) && { wsUrl: chain.wsUrl }),
    });
  }

  async function grow(variant: ChainVariant, transactions: Parameters<ChainVariant["play"]>[0]) {
    for (const transaction of transactions) {
      await variant.play([transaction]);
      if (chance(0.2)) await sleep(integer(0, 20));
    }
  }

  /** After some time, some exchange with the node, some batch, or some time at the head; whichever comes at once ends. */
  async function aRandomMoment({ said, child }: IndexerProcess, kind: number): Promise<void> {
    const died = once(child, "exit").then(() => expect.fail("the indexer died by itself"));
    const moment = async () => {
      if (kind === 1 && chance(0.5)) return await sleep(integer(0, 1_200));
      await exchanges(1, 20_000);
      if (kind === 1) return await sleep(integer(0, 600));
      if (kind === 2) await exchanges(integer(1, 60), 1_200);
      const patience = AbortSignal.timeout(2_500);
      if (kind === 3) for (let batch = integer(1, 8); batch > 0; batch--) await next(said, "head", patience);
      if (kind >= 4) await next(said, "ready", patience);
      await sleep(integer(0, kind >= 4 ? 200 : 30));
    };
    await Promise.race([moment(), died]);
    died.catch(() => undefined);
  }

  /** Resolves when so many exchanges were answered, or not in time. */
  async function exchanges(count: number, patience: number): Promise<void> {
    const enough = new Promise<void>((resolve) => {
      const until = node.count + count;
      node.onExchange = (now) => now >= until && resolve();
    });
    await Promise.race([enough, sleep(patience)]);
    node.onExchange = undefined;
  }

  /** Resolves when the process says so, or when it does not in time. */
  async function next(said: IndexerProcess["said"], event: "ready" | "head", signal: AbortSignal) {
    await once(said, event, { signal }).catch(() => undefined);
  }

  /** Looks at a mirror whose indexer is dead: whole batches are there and nothing else. */
  async function phase(look: pg.Client, variant: ChainVariant): Promise<Phase> {
    const made = await look.query<{ made: boolean }>(
      "SELECT to_regclass('mirror.checkpoint') IS NOT NULL AS made",
    );
    if (!made.rows[0]!.made) return "nothing";
    const { rows } = await look.query<{
      block: number;
      newest: number | null;
      events: number;
      entries: number;
      pending: number;
    }>(
      `SELECT block::int, (SELECT max(number) FROM mirror.block)::int AS newest,
         (SELECT count(*) FROM mirror.event)::int AS events,
         (SELECT coalesce(sum(count), 0) FROM mirror.journal)::int AS entries,
         (SELECT count(*) FROM mirror.import_reading WHERE state = 'pending')::int
           + (SELECT count(*) FROM mirror.brief WHERE state = 'pending')::int
           + (SELECT count(*) FROM mirror.log_reading WHERE state = 'pending')::int AS pending
       FROM mirror.checkpoint`,
    );
    const { block, newest, events, entries, pending } = rows[0]!;
    if (newest !== null) expect(newest).to.equal(block);
    expect(events).to.equal(entries);
    if (newest === null) return "nothing";
    if (block < (await variant.head()).number) return "ranges";
    return pending > 0 ? "documents" : "heads";
  }

  async function complete(look: pg.Client, head: number, { log }: IndexerProcess): Promise<void> {
    const pending = `SELECT FROM mirror.brief WHERE state <> 'available'
      UNION ALL SELECT FROM mirror.import_reading WHERE state <> 'complete' OR source IS NULL
      UNION ALL SELECT FROM mirror.log_reading WHERE state <> 'complete'`;
    for (const end = Date.now() + 30_000; ; await sleep(20)) {
      const made = await look.query("SELECT FROM pg_class WHERE oid = to_regclass('mirror.checkpoint')");
      const { rowCount } = made.rowCount
        ? await look.query(
            `SELECT FROM mirror.checkpoint WHERE block = $1 AND caught_up AND NOT EXISTS (${pending})`,
            [head],
          )
        : made;
      if (rowCount === 1) return;
      if (Date.now() > end) throw new Error(`the mirror is not complete after 30 s:\n${log()}`);
    }
  }
});

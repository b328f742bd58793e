import { expect } from "chai";
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { CHANNEL, type Notice } from "../../../indexer/store/notice.ts";
import { anchorPlan, importSigner, planImport } from "../../../scripts/import/index.ts";
import {
  firstTransactions,
  recordedTransactions,
  startVariant,
  type ChainVariant,
} from "../../support/chain-variant.ts";
import { startDemo, type DemoFixture } from "../../support/demo-fixture.ts";
import { startFollowing, type Following } from "../../support/following.ts";
import { indexChain } from "../../support/index-chain.ts";
import { dumpMirror } from "../../support/mirror-dump.ts";
import { createDatabase, type TestDatabase } from "../../support/postgres.ts";
import { random } from "../../support/random.ts";
import { startRpcProxy, type RpcProxy } from "../../support/rpc-proxy.ts";

const DATA = resolve(import.meta.dirname, "../../../data/egp");
const SWITCHES = 12;

describe("a reorganisation of the chain", function () {
  this.timeout(180_000);
  const { seed, integer } = random();
  let demo: DemoFixture;
  let head: number;
  let node: RpcProxy;
  let database: TestDatabase;
  let following: Following | undefined;
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
  });
  afterEach(async () => {
    await following?.stop();
    await Promise.all(variants.splice(0).map((variant) => variant.stop()));
    await database.drop();
  });

  /** A chain that shares so many blocks with the demonstration's and goes on with the same deeds in later blocks. */
  async function branch(shared: number, later = head - shared): Promise<ChainVariant> {
    const variant = await startVariant(demo, firstTransactions(shared));
    variants.push(variant);
    await variant.grow(2);
    await variant.play(recordedTransactions(demo).slice(shared, shared + later));
    return variant;
  }

  const follow = () => startFollowing(demo, database.url, { rpcUrl: node.url });

  async function fresh(rpcUrl: string, until: number): Promise<string> {
    const other = await createDatabase();
    await indexChain(demo, other.url, { rpcUrl, until });
    const dump = await dumpMirror(other.url);
    await other.drop();
    return dump;
  }

  async function mirroredHash(): Promise<string> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ hash: Buffer }>("SELECT block_hash AS hash FROM mirror.checkpoint");
    await client.end();
    return `0x${rows[0]!.hash.toString("hex")}`;
  }

  async function becomes({ chain, head: newest }: ChainVariant): Promise<void> {
    const { number, hash } = await newest();
    node.upstream = chain.rpcUrl;
    // Branches may be of the same length: what was asked of the other one just before has this number too.
    do await following!.reaches(number);
    while ((await mirroredHash()) !== hash);
    expect(await dumpMirror(database.url)).to.equal(await fresh(chain.rpcUrl, number));
  }

  const depths: [what: string, shared: () => number][] = [
    ["the last block", () => head - 1],
    ["several blocks", () => head - integer(2, 20)],
    ["half of the year, histories included", () => integer(120, 180)],
    ["all but the ledger's first blocks", () => integer(2, 30)],
  ];
  for (const [what, shared] of depths) {
    it(`that takes back ${what} leaves what a fresh index of the new branch holds (SEED=${seed})`, async () => {
      following = follow();
      await following.reaches(head);
      await becomes(await branch(shared()));
    });
  }

  it("that leaves the chain shorter is followed once the node stays there", async () => {
    following = follow();
    await following.reaches(head);
    await becomes(await branch(integer(100, 200), 3));
  });

  it("while the indexer was away is found at its next start", async () => {
    following = follow();
    await following.reaches(head);
    await following.stop();
    const variant = await branch(integer(100, 290));
    node.upstream = variant.chain.rpcUrl;
    following = follow();
    await becomes(variant);
  });

  it(`again and again, at any moment, ends with the branch that stays (SEED=${seed})`, async () => {
    const others = [await branch(integer(40, 150)), await branch(integer(150, 300))];
    const nodes = [demo.chain.rpcUrl, ...others.map(({ chain }) => chain.rpcUrl)];
    following = follow();
    for (let i = 0; i < SWITCHES; i++) {
      await sleep(integer(0, 150));
      node.upstream = nodes[integer(0, nodes.length - 1)]!;
    }
    await becomes(others[integer(0, 1)]!);
  });

  it("is announced with the last block that both branches share", async () => {
    const listener = new pg.Client({ connectionString: database.url });
    const notices: Notice[] = [];
    listener.on("notification", ({ payload }) => notices.push(JSON.parse(payload!) as Notice));
    await listener.connect();
    await listener.query(`LISTEN ${CHANNEL}`);
    try {
      following = follow();
      await following.reaches(head);
      const shared = integer(100, 290);
      await becomes(await branch(shared));
      await listener.query("SELECT 1");
      expect(notices.filter(({ kind }) => kind === "rollback").map(({ block }) => block)).to.deep.equal([
        shared,
      ]);
      expect(notices.at(-1)).to.include({ kind: "documents" });
    } finally {
      await listener.end();
    }
  });

  it("that takes back an import lets the one count again which that had replaced", async () => {
    const [path] = globSync(join(DATA, "*.csv"));
    const file = join(demo.directory, "later.csv");
    const lines = readFileSync(path!, "utf8").split("\n");
    const shorter = lines.toSpliced(5, 1).join("\n");
    writeFileSync(file, shorter);
    const described = JSON.parse(readFileSync(join(DATA, "SOURCE.json"), "utf8")) as object;
    const source = join(demo.directory, "SOURCE.json");
    const sha256 = createHash("sha256").update(shorter).digest("hex");
    writeFileSync(source, JSON.stringify({ ...described, sha256 }));
    const plan = await planImport({ format: "egp", path: file, source, documents: demo.documents });
    await anchorPlan(plan, demo.deployment, await importSigner(demo.provider, {}));
    following = follow();
    await following.reaches(await demo.provider.getBlockNumber());
    const variant = await startVariant(demo, firstTransactions(head));
    variants.push(variant);
    await variant.grow(5);
    await becomes(variant);
  });
});

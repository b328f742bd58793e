import { expect } from "chai";
import pg from "pg";
import { startDemo, type DemoFixture } from "../../support/demo-fixture.ts";
import { indexChain } from "../../support/index-chain.ts";
import { dumpMirror } from "../../support/mirror-dump.ts";
import { createDatabase, type TestDatabase } from "../../support/postgres.ts";
import { random } from "../../support/random.ts";
import { startRpcProxy, type Answer, type Request, type RpcProxy } from "../../support/rpc-proxy.ts";

interface Log {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
  readonly blockNumber: string;
  readonly logIndex: string;
}

/** Changes the logs of a stretch; `at` is the place of one of them. */
type Lie = (logs: Log[], at: number) => Log[];

const placed = (log: Log, { topics, data, address }: Log): Log => ({ ...log, topics, data, address });
/** Two events of one register: each register's journal has its own order, and says nothing of the others'. */
const swapped: Lie = (logs, from) => {
  const partner = (at: number) =>
    logs.findIndex(
      ({ address, data }, i) => i > at && address === logs[at]!.address && data !== logs[at]!.data,
    );
  const at = logs.findIndex((_, i) => i >= from && partner(i) !== -1);
  if (at === -1) return logs;
  const [a, b] = [logs[at]!, logs[partner(at)]!];
  return logs.map((log) => (log === a ? placed(a, b) : log === b ? placed(b, a) : log));
};
const lastDigit = (hex: string) => `${hex.slice(0, -1)}${hex.endsWith("0") ? "1" : "0"}`;

/** An indexed argument is altered where there is one: other data may no longer be readable at all. */
function altered(log: Log): Log {
  const { topics, data } = log;
  if (topics.length === 1) return { ...log, data: lastDigit(data) };
  return { ...log, topics: topics.with(-1, lastDigit(topics.at(-1)!)) };
}

const lies: Record<string, { code: string; lie: Lie }> = {
  "leaves out an event": { code: "INDEX_JOURNAL_DIFFERS", lie: (logs, at) => logs.toSpliced(at, 1) },
  "gives an event twice": {
    code: "INDEX_ANSWER_INCONSISTENT",
    lie: (logs, at) => logs.toSpliced(at, 0, logs[at]!),
  },
  "gives an event twice under a number of its own": {
    code: "INDEX_JOURNAL_DIFFERS",
    lie: (logs, at) => {
      const { blockNumber } = logs[at]!;
      const last = logs.findLastIndex((log) => log.blockNumber === blockNumber);
      const logIndex = `0x${(Number(logs[last]!.logIndex) + 1).toString(16)}`;
      return logs.toSpliced(last + 1, 0, { ...logs[last]!, logIndex });
    },
  },
  "alters an event": {
    code: "INDEX_JOURNAL_DIFFERS",
    lie: (logs, at) => logs.with(at, altered(logs[at]!)),
  },
  "gives events in another order": {
    code: "INDEX_ANSWER_INCONSISTENT",
    lie: (logs) => logs.toReversed(),
  },
  "exchanges two events of a register": { code: "INDEX_JOURNAL_DIFFERS", lie: swapped },
  "ascribes an event to another contract": {
    code: "INDEX_ANSWER_INCONSISTENT",
    lie: (logs, at) => logs.with(at, { ...logs[at]!, address: `0x${"ab".repeat(20)}` }),
  },
};

describe("a node that lies", function () {
  this.timeout(120_000);
  const { seed, integer } = random();
  let demo: DemoFixture;
  let node: RpcProxy;
  let database: TestDatabase;
  let head: number;

  before(async () => {
    demo = await startDemo();
    node = await startRpcProxy(demo.chain.rpcUrl);
    head = await demo.provider.getBlockNumber();
  });
  after(async () => {
    await node.stop();
    await demo.stop();
  });
  beforeEach(async () => {
    database = await createDatabase();
  });
  afterEach(async () => {
    node.tamper = undefined;
    await database.drop();
  });

  async function fresh(block: number): Promise<string> {
    const other = await createDatabase();
    await indexChain(demo, other.url, { until: block });
    const dump = await dumpMirror(other.url);
    await other.drop();
    return dump;
  }

  async function checkpoint(): Promise<{ block: number; halted: { code: string } | null }> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ block: number; halted: { code: string } | null }>(
      "SELECT block::int, halted FROM mirror.checkpoint",
    );
    await client.end();
    return rows[0]!;
  }

  /**
   * Halts with the code, holds whole blocks only, and goes on with a node that tells the truth.
   *
   * @param lied first blocks of the stretches that were lied about: everything before one of them is held
   */
  async function halts(code: string, lied?: ReadonlySet<number>): Promise<void> {
    const error = await indexChain(demo, database.url, { rpcUrl: node.url }).catch(
      (caught: unknown) => caught,
    );
    expect(error).to.have.property("code", code);
    expect((error as Error).message).to.match(/block/);
    const { block, halted } = await checkpoint();
    expect(halted).to.include({ code });
    expect(block).to.be.lessThan(head);
    if (lied) expect(lied).to.include(block + 1);

    expect(withoutHead(await readDocumentsAndDump(block))).to.equal(withoutHead(await fresh(block)));

    node.tamper = undefined;
    await indexChain(demo, database.url, { rpcUrl: node.url });
    expect((await checkpoint()).halted).to.equal(null);
    expect(await dumpMirror(database.url)).to.equal(await fresh(head));
  }

  /** What the mirror holds when the documents of its blocks are read too. */
  async function readDocumentsAndDump(block: number): Promise<string> {
    await indexChain(demo, database.url, { until: block });
    return await dumpMirror(database.url);
  }

  for (const [what, { code, lie }] of Object.entries(lies)) {
    it(`that ${what} halts the indexer with ${code}; nothing is half-written (SEED=${seed})`, async () => {
      const from = integer(40, head - 20);
      const lied = new Set<number>();
      node.tamper = ({ method, params }: Request, answer: Answer) => {
        const logs = answer.result as Log[];
        if (method !== "eth_getLogs") return answer;
        const at = logs.findIndex(({ blockNumber }) => Number(blockNumber) >= from);
        if (at === -1) return answer;
        const told = lie(logs, at);
        if (told !== logs) lied.add(Number((params[0] as { fromBlock: string }).fromBlock));
        return { ...answer, result: told };
      };
      await halts(code, lied);
    });
  }

  const bodies: Record<string, (log: Log) => object> = {
    "whose data are no bytes": (log) => ({ ...log, data: `${log.data}0` }),
    "with a topic that is too short": (log) => ({ ...log, topics: [log.topics[0]!, "0x12"] }),
    "with more topics than there can be": (log) => ({ ...log, topics: new Array(5).fill(log.topics[0]!) }),
  };
  for (const [what, body] of Object.entries(bodies)) {
    it(`that gives an event ${what} halts the indexer`, async () => {
      node.tamper = ({ method }, answer) => {
        const logs = answer.result as Log[];
        const at = method === "eth_getLogs" ? logs.findIndex((log) => Number(log.blockNumber) >= 150) : -1;
        return at < 0 ? answer : { ...answer, result: logs.with(at, body(logs[at]!) as Log) };
      };
      await halts("INDEX_EVENT_MALFORMED");
    });
  }

  it("that leaves out members of an event is asked again", async () => {
    let left = 3;
    node.tamper = ({ method }, answer) => {
      if (method !== "eth_getLogs" || !(answer.result as Log[]).length || left-- <= 0) return answer;
      const [first, ...others] = answer.result as Log[];
      return { ...answer, result: [{ ...first, data: undefined }, ...others] };
    };
    const retried: string[] = [];
    await indexChain(demo, database.url, { rpcUrl: node.url, onRetry: ({ code }) => retried.push(code) });
    expect(retried).to.deep.equal(new Array(3).fill("INDEX_CHAIN_UNREACHABLE"));
    expect(await dumpMirror(database.url)).to.equal(await fresh(head));
  });

  it("that gives a journal other than the events halts the indexer", async () => {
    node.tamper = ({ method, params }, answer) => {
      const [, block] = params as [unknown, string];
      const lies = method === "eth_call" && Number(block) > 150;
      return lies ? { ...answer, result: lastDigit(answer.result as string) } : answer;
    };
    await halts("INDEX_JOURNAL_DIFFERS");
  });

  it("that leaves out a block halts the indexer", async () => {
    node.tamper = ({ method, params }, answer) =>
      method === "eth_getBlockByNumber" && Number(params[0]) === 177 ? { ...answer, result: null } : answer;
    await halts("INDEX_ANSWER_INCONSISTENT");
  });

  it("that gives a block of another chain halts the indexer", async () => {
    node.tamper = ({ method, params }, answer) =>
      method === "eth_getBlockByNumber" && Number(params[0]) === 177
        ? { ...answer, result: { ...(answer.result as object), parentHash: `0x${"cd".repeat(32)}` } }
        : answer;
    await halts("INDEX_ANSWER_INCONSISTENT");
  });
});

/** The dump without the newest block heard of: halting does not change what is held. */
function withoutHead(dump: string): string {
  const [title, checkpoint, ...rest] = dump.split("\n");
  return [title, checkpoint!.split("\t").slice(0, -1).join("\t"), ...rest].join("\n");
}

import { expect } from "chai";
import { startDemo, type DemoFixture } from "../../support/demo-fixture.ts";
import { indexChain } from "../../support/index-chain.ts";
import { dumpMirror } from "../../support/mirror-dump.ts";
import { createDatabase, type TestDatabase } from "../../support/postgres.ts";
import { random } from "../../support/random.ts";
import { startRpcProxy, type Breakdown, type RpcProxy } from "../../support/rpc-proxy.ts";

const BREAKDOWNS: Breakdown[] = [
  { status: 500 },
  { status: 429 },
  { status: 503 },
  "reset",
  "half",
  "garbage",
];
const ERRORS = [
  { code: -32005, message: "limit exceeded" },
  { code: -32000, message: "header not found" },
  { code: -32603, message: "internal error" },
];
const ROUNDS = 5;

describe("a node that fails now and then", function () {
  this.timeout(180_000);
  const { seed, integer, chance } = random();
  let demo: DemoFixture;
  let node: RpcProxy;
  let database: TestDatabase;
  let expected: string;

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
  beforeEach(async () => {
    database = await createDatabase();
  });
  afterEach(() => database.drop());

  for (let round = 1; round <= ROUNDS; round++) {
    it(`gives the same mirror in the end, round ${round} (SEED=${seed})`, async () => {
      const met = new Set<string>();
      const retried = new Set<string>();
      let exchanges = 0;
      node.breakdown = () => {
        // Small chains take few exchanges: one of them fails for certain.
        if (++exchanges !== 3 && !chance(0.15)) return undefined;
        const one = BREAKDOWNS[integer(0, BREAKDOWNS.length - 1)]!;
        met.add(typeof one === "string" ? one : String(one.status));
        return one;
      };
      node.tamper = (_, answer) => {
        // A batch has up to a hundred answers; each of them may be the one that is missing or wrong.
        if (!chance(0.002)) return answer;
        return chance(0.5) ? undefined : { id: answer.id, error: ERRORS[integer(0, ERRORS.length - 1)]! };
      };
      await indexChain(demo, database.url, {
        rpcUrl: node.url,
        onRetry: ({ code }) => retried.add(code),
      });
      expect(met.size).to.be.greaterThan(0);
      expect([...retried]).to.include("INDEX_CHAIN_UNREACHABLE");
      expect(await dumpMirror(database.url)).to.equal(expected);
    });
  }
});

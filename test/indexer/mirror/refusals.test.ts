import { expect } from "chai";
import pg from "pg";
import { decodeContractError } from "../../../sdk/error-catalogue.ts";
import { startDemo, type DemoFixture } from "../../support/demo-fixture.ts";
import { indexChain } from "../../support/index-chain.ts";
import { createDatabase, type TestDatabase } from "../../support/postgres.ts";
import { startRpcProxy, type RpcProxy } from "../../support/rpc-proxy.ts";
import { rpc } from "../../support/json-rpc.ts";

interface Refused {
  hash: string;
  refusal: string | null;
}

describe("refused transactions", function () {
  this.timeout(60_000);
  let demo: DemoFixture;
  let node: RpcProxy;
  let database: TestDatabase;

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
  });
  afterEach(() => database.drop());

  async function refused(): Promise<Refused[]> {
    await indexChain(demo, database.url, { rpcUrl: node.url });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<Refused>(
      `SELECT '0x' || encode(tx_hash, 'hex') AS hash, '0x' || encode(refusal, 'hex') AS refusal
       FROM mirror.transaction WHERE status = 0 ORDER BY block`,
    );
    await client.end();
    return rows;
  }

  it("are all there, each with the error that the contract answered", async () => {
    const rows = await refused();
    expect(rows.length).to.be.at.least(10);
    const codes = rows.map(({ refusal }) => decodeContractError(refusal!)?.code);
    expect(codes).to.not.include(undefined);
    expect(new Set(codes).size, codes.join()).to.be.at.least(5);
    for (const { hash, refusal } of rows) {
      const receipt = await rpc<{ status: string }>(demo.chain.rpcUrl, "eth_getTransactionReceipt", [hash]);
      expect(receipt.status).to.equal("0x0");
      const trace = await rpc<{ output: string }>(demo.chain.rpcUrl, "debug_traceTransaction", [hash]);
      expect(refusal).to.equal(trace.output);
    }
  });

  it("have an error also from a node that traces nothing: the call is made again", async () => {
    node.tamper = ({ method }, answer) =>
      method === "debug_traceTransaction"
        ? { id: answer.id, error: { code: -32601, message: "the method does not exist" } }
        : answer;
    const rows = await refused();
    expect(rows.length).to.be.at.least(10);
    for (const { refusal } of rows) expect(decodeContractError(refusal!)).to.not.equal(undefined);
  });

  it("wait for a node that answers too many requests", async () => {
    let times = 0;
    node.tamper = ({ method }, answer) =>
      method === "debug_traceTransaction" && ++times <= 5
        ? { id: answer.id, error: { code: -32005, message: "limit exceeded" } }
        : answer;
    const rows = await refused();
    expect(times).to.be.greaterThan(5);
    for (const { hash, refusal } of rows) {
      const trace = await rpc<{ output: string }>(demo.chain.rpcUrl, "debug_traceTransaction", [hash]);
      expect(refusal).to.equal(trace.output);
    }
  });
});

import { expect } from "chai";
import type { ServerResponse } from "node:http";
import { RpcClient, RpcError } from "../../sdk/rpc.ts";
import { startTestChain } from "./support/chain.ts";
import type { TestChain } from "./support/chain.ts";
import { startHttpServer } from "./support/http-server.ts";
import { rejection } from "../support/rejection.ts";

async function rpcError(promise: Promise<unknown>): Promise<RpcError> {
  const error = await rejection(promise);
  if (!(error instanceof RpcError)) throw error;
  return error;
}

describe("JSON-RPC client against a chain", function () {
  this.timeout(60_000);
  let chain: TestChain;
  before(async () => {
    chain = await startTestChain();
  });
  after(() => chain.stop());

  it("calls one method", async () => {
    expect(await new RpcClient(chain.url).call("eth_chainId")).to.equal("0x7a69");
  });

  it("gives a batch's results in order, however many requests it takes", async () => {
    const calls = Array.from({ length: 7 }, (_, index) => ({ method: "web3_sha3", params: [`0x0${index}`] }));
    const alone = await Promise.all(
      calls.map(({ method, params }) => new RpcClient(chain.url).call(method, params)),
    );
    for (const batchSize of [1, 3, 7, 100]) {
      expect(await new RpcClient(chain.url, { batchSize }).batch(calls)).to.deep.equal(alone);
    }
    expect(await new RpcClient(chain.url).batch([])).to.deep.equal([]);
  });

  it("hands on what the chain refuses, with a revert's data", async () => {
    const to = chain.deployment.contracts["Directory"]?.address;
    const call = { method: "eth_call", params: [{ to, data: "0xdeadbeef" }, "latest"] };
    const unknown = { method: "eth_unknown", params: [] };
    const refused = await rpcError(new RpcClient(chain.url).call(unknown.method));
    expect(refused).to.include({ code: "RPC_REFUSED", retryable: false });
    expect(refused.details).to.include({ method: "eth_unknown" });
    const second = await rpcError(
      new RpcClient(chain.url).batch([{ method: "eth_chainId", params: [] }, unknown]),
    );
    expect(second).to.include({ code: "RPC_REFUSED" });
    expect((await rpcError(new RpcClient(chain.url).call(call.method, call.params))).revertData).to.match(
      /^0x/,
    );
  });
});

describe("JSON-RPC client against faulty servers", () => {
  const faults: [string, (response: ServerResponse) => unknown, string, boolean][] = [
    ["status 503", (response) => response.writeHead(503).end(), "RPC_HTTP", true],
    ["status 429", (response) => response.writeHead(429).end(), "RPC_HTTP", true],
    ["status 404", (response) => response.writeHead(404).end(), "RPC_HTTP", false],
    ["a page", (response) => response.end("<html>"), "RPC_MALFORMED", false],
    ["null", (response) => response.end("null"), "RPC_MALFORMED", false],
    ["another id", (response) => response.end('{"id":77,"result":1}'), "RPC_MALFORMED", false],
    ["neither result nor error", (response) => response.end('{"id":1}'), "RPC_MALFORMED", false],
    [
      "a limit",
      (response) => response.end('{"id":1,"error":{"code":-32005,"message":"slow"}}'),
      "RPC_REFUSED",
      true,
    ],
    ["a dropped connection", (response) => response.destroy(), "RPC_UNREACHABLE", true],
    ["silence", () => undefined, "RPC_TIMEOUT", true],
  ];
  for (const [name, fault, code, retryable] of faults) {
    it(`turns ${name} into ${code}, ${retryable ? "retryable" : "final"}`, async () => {
      const server = await startHttpServer((_, response) => fault(response));
      try {
        const client = new RpcClient(server.url, { timeout: 300 });
        expect(await rpcError(client.call("eth_chainId"))).to.include({ code, retryable });
        const batch = client.batch([{ method: "eth_chainId", params: [] }]);
        expect(await rpcError(batch)).to.be.instanceOf(RpcError);
      } finally {
        await server.stop();
      }
    });
  }

  it("keeps user name, password and query out of messages", async () => {
    const error = await rpcError(
      new RpcClient("http://user:secret@127.0.0.1:1/v1?key=secret").call("eth_chainId"),
    );
    expect(JSON.stringify([error.message, error.texts, error.details])).to.not.include("secret");
    const unreachable = await rpcError(new RpcClient("http://127.0.0.1:1/v1?key=secret").call("eth_chainId"));
    expect(unreachable).to.include({ code: "RPC_UNREACHABLE" });
    expect(JSON.stringify([unreachable.message, unreachable.texts, unreachable.details])).to.not.include(
      "secret",
    );
  });

  it("rejects with the caller's reason when aborted", async () => {
    const server = await startHttpServer(() => undefined);
    try {
      const reason = new Error("enough");
      const controller = new AbortController();
      const call = new RpcClient(server.url).call("eth_chainId", [], controller.signal);
      controller.abort(reason);
      expect(await rejection(call)).to.equal(reason);
    } finally {
      await server.stop();
    }
  });
});

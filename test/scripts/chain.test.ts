import { expect } from "chai";
import { Wallet } from "ethers";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket } from "ws";
import { startChain, type Chain } from "../../scripts/platform/chain.ts";
import { rpc, rpcBatch } from "../support/json-rpc.ts";
import { rejection } from "../support/rejection.ts";

const WALLET = Wallet.fromPhrase("test test test test test test test test test test test junk");
const SINK = "0x000000000000000000000000000000000000dEaD";
/** Init code that reverts with the bytes c0ffee. */
const REVERTING = "0x62c0ffee5f526003601dfd";
const START = Date.UTC(2024, 7, 1) / 1000;

interface Block {
  number: string;
  hash: string;
  timestamp: string;
}

describe("embedded chain", function () {
  this.timeout(60_000);
  let directory: string;
  let chain: Chain;
  let nonce: number;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), "prongsai-chain-"));
    chain = await startChain({ directory });
    nonce = 0;
  });
  afterEach(async () => {
    await chain.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const restart = async () => {
    await chain.stop();
    chain = await startChain({ directory });
  };
  const sign = (fields: object = {}) =>
    WALLET.signTransaction({
      ...{ type: 0, chainId: 31337, gasPrice: 0, gasLimit: 100_000, to: SINK, value: 1n, nonce },
      ...fields,
    });
  const send = async (fields: object = {}) => {
    const hash = await rpc<string>(chain.rpcUrl, "eth_sendRawTransaction", [await sign(fields)]);
    nonce++;
    return hash;
  };
  const latest = () => rpc<Block>(chain.rpcUrl, "eth_getBlockByNumber", ["latest", false]);
  const refusal = (method: string, params: unknown[]) => rejection(rpc(chain.rpcUrl, method, params));

  it("has the same blocks and state after a restart", async () => {
    for (let i = 0; i < 5; i++) await send();
    const head = await latest();
    await restart();
    expect(await latest()).to.deep.equal(head);
    expect(await rpc(chain.rpcUrl, "eth_getBalance", [SINK, "latest"])).to.equal("0x5");
    await send();
    expect(Number((await latest()).number)).to.equal(6);
  });

  it("answers a reverting transaction as geth does, and remembers it", async () => {
    const hash = await send({ to: null, data: REVERTING, value: 0n });
    const status = async () =>
      (await rpc<{ status: string }>(chain.rpcUrl, "eth_getTransactionReceipt", [hash])).status;
    expect(await status()).to.equal("0x0");
    await restart();
    expect(await status()).to.equal("0x0");
  });

  it("gives the revert data of a call and of an estimate", async () => {
    for (const method of ["eth_call", "eth_estimateGas"]) {
      const error = await refusal(method, [{ from: WALLET.address, data: REVERTING }]);
      expect(error).to.include({ code: 3, message: "execution reverted", data: "0xc0ffee" });
    }
  });

  it("refuses what cannot be executed, and what it refused stays refused after a restart", async () => {
    await send();
    const cases: [fields: object, message: RegExp][] = [
      [{ nonce: 0 }, /nonce too low/i],
      [{ nonce: 7 }, /nonce too high/i],
      [{ chainId: 1 }, /invalid chain id/],
      [{ gasLimit: 60_000_001 }, /exceeds block gas limit/],
      [{ value: 10n ** 30n }, /funds/],
    ];
    for (const [fields, message] of cases) {
      expect((await refusal("eth_sendRawTransaction", [await sign(fields)])).message).to.match(message);
    }
    for (const raw of ["0x", "0x1234", "nonsense", 5, null]) {
      expect((await refusal("eth_sendRawTransaction", [raw])).message).to.match(/invalid transaction/);
    }
    await send();
    const head = await latest();
    await restart();
    expect(await latest()).to.deep.equal(head);
  });

  it("accepts a transaction that was sent twice once", async () => {
    const raw = await sign();
    const twice = await rpcBatch(chain.rpcUrl, [
      ["eth_sendRawTransaction", [raw]],
      ["eth_sendRawTransaction", [raw]],
    ]);
    expect(twice[0]!.result).to.be.a("string");
    expect(twice[1]!.error!.message).to.match(/nonce too low/i);
    await restart();
    expect(await rpc(chain.rpcUrl, "eth_getTransactionReceipt", [twice[0]!.result])).to.include({
      status: "0x1",
    });
  });

  it("runs on the demonstration clock until it is set back to real time, also over restarts", async () => {
    await chain.stop();
    rmSync(directory, { recursive: true });
    chain = await startChain({ directory, clock: START + 10 });
    const time = async () => {
      await send();
      return Number((await latest()).timestamp);
    };
    expect([await time(), await time()]).to.deep.equal([START + 10, START + 11]);
    await chain.setClock(START + 1_000);
    expect([await time(), await time()]).to.deep.equal([START + 1_000, START + 1_001]);
    expect(await rejection(chain.setClock(START + 500))).to.include({ code: "CHAIN_CLOCK_BACKWARDS" });
    await restart();
    expect(chain.clock).to.equal(START + 1_000);
    expect(await time()).to.equal(START + 1_002);
    await chain.setClock(null);
    const now = Math.floor(Date.now() / 1000);
    expect(await time()).to.be.within(now - 1, now + 5);
    await restart();
    expect(chain.clock).to.equal(null);
  });

  it("lets calls on the pending block see the time that the next block would get", async () => {
    // Returns block.timestamp.
    const call = { data: "0x425f5260205ff3" };
    const pending = Number(await rpc(chain.rpcUrl, "eth_call", [call, "pending"]));
    expect(pending).to.be.closeTo(Math.floor(Date.now() / 1000), 5);
  });

  it("offers no method that holds keys or changes the rules", async () => {
    const methods = ["eth_sendTransaction", "eth_sign", "hardhat_setBalance", "evm_mine", "debug_traceCall"];
    for (const method of [
      ...methods,
      "evm_setNextBlockTimestamp",
      "evm_snapshot",
      "constructor",
      "toString",
    ]) {
      expect(await refusal(method, []), method).to.include({ code: -32601 });
    }
    expect(await rpc(chain.rpcUrl, "eth_accounts")).to.deep.equal([]);
    expect(await rpc(chain.rpcUrl, "eth_gasPrice")).to.equal("0x0");
  });

  it("answers malformed requests with JSON-RPC errors", async () => {
    const post = async (body: string) =>
      (await (await fetch(chain.rpcUrl, { method: "POST", body })).json()) as { error: { code: number } };
    expect((await post("{")).error.code).to.equal(-32700);
    expect((await post("[]")).error.code).to.equal(-32600);
    expect((await post("7")).error.code).to.equal(-32600);
    expect((await post('{"id":1,"method":"eth_chainId","params":{}}')).error.code).to.equal(-32600);
    expect(
      (await post(JSON.stringify(Array(1001).fill({ id: 1, method: "eth_chainId" })))).error.code,
    ).to.equal(-32600);
  });

  it("can be read by pages of every origin", async () => {
    const options = await fetch(chain.rpcUrl, {
      method: "OPTIONS",
      headers: { origin: "https://reader.example" },
    });
    expect(options.status).to.equal(204);
    expect(options.headers.get("access-control-allow-origin")).to.equal("*");
    expect(options.headers.get("access-control-allow-headers")).to.equal("content-type");
  });

  it("tells new heads over WebSocket to those who subscribed, until they unsubscribe", async () => {
    const socket = new WebSocket(chain.wsUrl);
    await once(socket, "open");
    const messages: { id?: number; result?: unknown; params?: { result: Block } }[] = [];
    socket.on("message", (data) => messages.push(JSON.parse(String(data))));
    const ask = async (id: number, method: string, params: unknown[]) => {
      socket.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
      while (!messages.some((message) => message.id === id)) await once(socket, "message");
      return messages.find((message) => message.id === id)!.result;
    };
    const subscription = await ask(1, "eth_subscribe", ["newHeads"]);
    await send();
    while (!messages.some(({ params }) => params)) await once(socket, "message");
    expect(messages.find(({ params }) => params)!.params!.result.hash).to.equal((await latest()).hash);
    expect(await ask(2, "eth_unsubscribe", [subscription])).to.equal(true);
    await send();
    await ask(3, "eth_chainId", []);
    expect(messages.filter(({ params }) => params)).to.have.length(1);
    socket.close();
  });

  it("refuses a second process on the same folder", async () => {
    expect(await rejection(startChain({ directory }))).to.include({ code: "CHAIN_IN_USE" });
  });

  it("takes another port when its own is in use", async () => {
    const other = mkdtempSync(join(tmpdir(), "prongsai-chain-"));
    const second = await startChain({ directory: other, port: Number(new URL(chain.rpcUrl).port) });
    expect(second.rpcUrl).not.to.equal(chain.rpcUrl);
    await second.stop();
    rmSync(other, { recursive: true });
  });

  describe("with a damaged record", () => {
    const log = () => join(directory, "log");
    const lines = () => readFileSync(log(), "utf8").trimEnd().split("\n");
    const damage = async (change: (lines: string[]) => string[]) => {
      for (let i = 0; i < 4; i++) await send();
      await chain.stop();
      writeFileSync(log(), change(lines()).join("\n") + "\n");
      return await rejection(startChain({ directory }));
    };

    it("names a damaged line in the middle and does not start", async () => {
      const error = await damage((all) => all.with(2, all[2]!.replace('"time"', '"tame"')));
      expect(error).to.include({ code: "CHAIN_LOG_CORRUPT" });
      expect(error.message).to.match(/Line 3 /);
    });

    it("notices that a line is missing", async () => {
      expect(await damage((all) => all.toSpliced(2, 1))).to.include({ code: "CHAIN_REPLAY_DIFFERS" });
    });

    it("refuses a record of another format", async () => {
      expect(await damage((all) => all.slice(1))).to.include({ code: "CHAIN_LOG_FORMAT" });
    });
  });
});

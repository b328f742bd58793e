import { expect } from "chai";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { WebSocketServer, type WebSocket } from "ws";
import { Heads } from "../../../indexer/source/heads.ts";
import { Rpc } from "../../../indexer/source/rpc.ts";
import { freePort } from "../../../scripts/platform/free-port.ts";
import { firstTransactions, startVariant, type ChainVariant } from "../../support/chain-variant.ts";
import { startDemo, type DemoFixture } from "../../support/demo-fixture.ts";

describe("new blocks", function () {
  this.timeout(60_000);
  let demo: DemoFixture;
  let chain: ChainVariant;
  let stop: AbortController;
  let rpc: Rpc;

  before(async () => {
    demo = await startDemo();
    chain = await startVariant(demo, firstTransactions(10));
  });
  after(async () => {
    await chain.stop();
    await demo.stop();
  });
  beforeEach(() => {
    stop = new AbortController();
    rpc = new Rpc(chain.chain.rpcUrl);
  });
  afterEach(() => {
    stop.abort();
    rpc.close();
  });

  /** Asks as the indexer does until a block that was made meanwhile is seen. */
  async function seesBlocks(wsUrl: string | undefined): Promise<void> {
    const heads = new Heads({ rpc, wsUrl, signal: stop.signal });

    for (let blocks = 0; blocks < 3; blocks++) {
      const before = await heads.current();
      const made = sleep(20).then(() => chain.grow(1));
      while ((await heads.current()) === before) {
        await heads.news();
      }
      await made;
      expect(await heads.current()).to.equal(before + 1);
    }
  }

  it("are polled for without a WebSocket address", () => seesBlocks(undefined));

  it("are told by the node's subscription, which is not asked besides", async () => {
    const heads = new Heads({ rpc, wsUrl: chain.chain.wsUrl, signal: stop.signal });
    const before = await heads.current();
    let news = heads.news();
    // Whoever polls has news several times a second, also when there are none.
    const isQuiet = () => Promise.race([news.then(() => false), sleep(1_000).then(() => true)]);
    for (let times = 1; !(await isQuiet()); times++) {
      expect(times, "news without a block").to.be.lessThan(6);
      news = heads.news();
    }
    await chain.grow(1);
    await news;
    expect(await heads.current()).to.equal(before + 1);
  });

  it("are polled for when nobody listens at the WebSocket address", async () => {
    await seesBlocks(`ws://127.0.0.1:${await freePort()}`);
  });

  const sockets: Record<string, (socket: WebSocket) => void> = {
    "says nothing": () => undefined,
    "refuses subscriptions": (socket) =>
      socket.on("message", () =>
        socket.send(
          JSON.stringify({ jsonrpc: "2.0", id: 1, error: { code: -32601, message: "unknown method" } }),
        ),
      ),
    "closes at once": (socket) => socket.close(),
    "talks nonsense": (socket) => socket.send("<html>"),
  };
  for (const [what, behave] of Object.entries(sockets)) {
    it(`are polled for when the WebSocket ${what}`, async () => {
      const server: Server = createServer();
      const wss = new WebSocketServer({ server });
      wss.on("connection", behave);
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      try {
        await seesBlocks(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
      } finally {
        stop.abort();
        for (const client of wss.clients) client.terminate();
        server.close();
      }
    });
  }

  it("are no longer waited for when the indexer stops", async () => {
    const heads = new Heads({ rpc, wsUrl: chain.chain.wsUrl, signal: stop.signal });
    await heads.news();
    const waiting = (async () => {
      for (;;) await heads.news();
    })().catch((error: unknown) => error);
    stop.abort();
    expect(await waiting).to.have.property("name", "AbortError");
  });
});

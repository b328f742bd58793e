import { expect } from "chai";
import { Rpc } from "../../../indexer/source/rpc.ts";
import { lastOfStretch } from "../../../indexer/source/stretch.ts";
import { startDemo, type DemoFixture } from "../../support/demo-fixture.ts";

describe("a stretch of the chain", function () {
  this.timeout(60_000);
  let demo: DemoFixture;
  let rpc: Rpc;
  let counts: number[];

  before(async () => {
    demo = await startDemo();
    rpc = new Rpc(demo.chain.rpcUrl);
    const head = Number(await rpc.call("eth_blockNumber", []));
    counts = [];
    for (let block = 0; block <= head; block++) {
      const found = await rpc.call("eth_getBlockByNumber", [`0x${block.toString(16)}`, false]);
      counts.push((found as { transactions: string[] }).transactions.length);
    }
  });
  after(async () => {
    rpc.close();
    await demo.stop();
  });

  const held = (from: number, to: number) => counts.slice(from, to + 1).reduce((sum, one) => sum + one, 0);

  it("ends before it holds more transactions than are read at once", async () => {
    const head = counts.length - 1;
    for (const most of [1, 2, 3, 10, 50]) {
      for (const from of [0, 1, 20, head - 3]) {
        const to = await lastOfStretch(rpc, from, head, most);
        expect(held(from, to), `${most} from ${from}`).to.be.at.most(most);
        if (to < head) expect(held(from, to + 1), `${most} from ${from}`).to.be.greaterThan(most);
      }
    }
  });

  it("holds one block at least, however full that is", async () => {
    const full = counts.findIndex((count) => count > 0);
    expect(await lastOfStretch(rpc, full, full + 5, 0)).to.equal(full);
  });

  it("is not shortened where the node knows no more blocks", async () => {
    const head = counts.length - 1;
    expect(await lastOfStretch(rpc, head - 1, head + 40, 100)).to.equal(head + 40);
  });
});

/** A chain that goes away and comes again, and an account that somebody else uses too: what was acknowledged is anchored, once. */
import { expect } from "chai";
import { Transaction, Wallet } from "ethers";
import { once } from "node:events";
import { join } from "node:path";
import { startChain, type Chain } from "../../scripts/platform/chain.ts";
import { rpc } from "../support/json-rpc.ts";
import { startAnchoring, type AnchoringProcess } from "../support/log/anchoring-process.ts";
import { anchorsOf, untilAnchored, untilLogged } from "../support/log/anchors.ts";
import { startHoldingNode, type HoldingNode } from "../support/log/holding-node.ts";
import { SERVICES, records, startLogWorld, type LogWorld } from "../support/log/world.ts";

const [SERVICE] = SERVICES;

describe("anchoring without its chain, or beside another user of its account", function () {
  this.timeout(180_000);
  let world: LogWorld;
  let node: HoldingNode;
  let chain: Chain | undefined;
  let worker: AnchoringProcess | undefined;
  let size = 0;

  before(async () => {
    world = await startLogWorld();
    node = await startHoldingNode(world.chain.rpcUrl);
  });
  afterEach(() => worker?.kill());
  after(async () => {
    await node?.stop();
    await world?.stop();
    await chain?.stop();
  });

  const start = () => (worker = startAnchoring(world, { RPC_URL: node.url }));

  async function append(count: number): Promise<void> {
    const deadline = Math.floor(Date.now() / 1_000) + 60;
    await world.acknowledged.append(SERVICE, records(world, SERVICE, size, size + count), deadline);
    size += count;
  }

  /** Each anchor goes on from the one before, up to what was acknowledged. */
  async function expectAnchoredOnce(): Promise<void> {
    await untilAnchored(world, SERVICE, size);
    const anchors = await anchorsOf(world, SERVICE);
    expect(anchors.map(({ from }) => from)).to.deep.equal([0, ...anchors.slice(0, -1).map(({ to }) => to)]);
    const { root } = (await world.acknowledged.log(SERVICE))!;
    expect(anchors.at(-1)).to.include({ to: size, root: `0x${root.toString("hex")}` });
  }

  it("says LOG_ANCHOR_REPLACED when another transaction took its number, and anchors with the next one", async () => {
    const running = start();
    await once(running.said, "ready");
    const gateway = new Wallet(world.gateway.privateKey);
    let replaced = 0;
    // A node that takes the transaction and then includes another one of the same account and number.
    node.instead = async ({ method, params }) => {
      if (method !== "eth_sendRawTransaction" || replaced > 0) return undefined;
      replaced++;
      const { hash, nonce, chainId } = Transaction.from(String(params[0]));
      const other = await gateway.signTransaction({
        ...{ type: 0, chainId, nonce, to: gateway.address, value: 0n, gasPrice: 0n, gasLimit: 21_000n },
      });
      await rpc(world.chain.rpcUrl, "eth_sendRawTransaction", [other]);
      return hash;
    };
    await append(5);
    await untilLogged(running, "LOG_ANCHOR_REPLACED");
    await expectAnchoredOnce();
    expect(replaced).to.equal(1);
    node.instead = undefined;
  });

  it("waits for a chain that goes away while it runs, and goes on by itself", async () => {
    const running = start();
    await once(running.said, "ready");
    await append(2);
    await expectAnchoredOnce();
    await world.chain.stop();
    await append(3);
    await untilLogged(running, '"code":"RPC_');
    await append(2);
    chain = await startChain({
      directory: join(world.directory, "chain"),
      port: Number(new URL(world.chain.rpcUrl).port),
    });
    await expectAnchoredOnce();
    expect(running.child.exitCode).to.equal(null);
    expect(await running.stop()).to.equal(0);
  });

  it("waits for a chain that is away at its start", async () => {
    await chain!.stop();
    await append(4);
    const running = start();
    await untilLogged(running, '"code":"RPC_');
    chain = await startChain({
      directory: join(world.directory, "chain"),
      port: Number(new URL(world.chain.rpcUrl).port),
    });
    await expectAnchoredOnce();
  });
});

import { expect } from "chai";
import { globSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Wallet } from "ethers";
import pino from "pino";
import { ActionLogChain } from "../../api/anchoring/chain/action-log.ts";
import { Sender } from "../../api/anchoring/chain/sender.ts";
import { CheckpointKeys } from "../../api/anchoring/keys/checkpoint-keys.ts";
import { AnchoringMetrics } from "../../api/anchoring/metrics.ts";
import { Anchoring } from "../../api/anchoring/work/anchoring.ts";
import { openBundle } from "../../sdk/log/bundle/index.ts";
import { collect } from "../sdk/support/collect.ts";
import { serviceId } from "../support/log/acknowledged.ts";
import { startAnchoring, type AnchoringProcess } from "../support/log/anchoring-process.ts";
import { anchorsOf, untilAnchored, untilLogged } from "../support/log/anchors.ts";
import { startHoldingNode, type HoldingNode } from "../support/log/holding-node.ts";
import { SERVICES, records, startLogWorld, type LogWorld } from "../support/log/world.ts";
import { random } from "../support/random.ts";

/** One of each kind in `npm test`; more by `ANCHORING_KILLS`. */
const KILLS = Number(process.env.ANCHORING_KILLS ?? 10);

describe("anchoring under faults", function () {
  this.timeout(600_000);
  const { seed, integer } = random();
  let world: LogWorld;
  let node: HoldingNode;
  let worker: AnchoringProcess | undefined;
  const sizes = new Map<string, number>();
  /** anchors whose bundles were read already: hundreds of kills would read the first ones hundreds of times */
  const read = new Map<string, number>();

  before(async () => {
    world = await startLogWorld();
    node = await startHoldingNode(world.chain.rpcUrl);
  });
  afterEach(async () => {
    await worker?.kill();
    node.answer = undefined;
  });
  after(async () => {
    await node?.stop();
    await world?.stop();
  });

  const start = () => (worker = startAnchoring(world, { RPC_URL: node.url }));

  async function append(service: string, count: number): Promise<void> {
    const from = sizes.get(service) ?? 0;
    const deadline = Math.floor(Date.now() / 1_000) + 60;
    await world.acknowledged.append(service, records(world, service, from, from + count), deadline);
    sizes.set(service, from + count);
  }

  /** Everything acknowledged is anchored, once, with the acknowledged root, and every bundle gives its entries. */
  async function expectWhole(): Promise<void> {
    for (const [service, size] of sizes) {
      await untilAnchored(world, service, size);
      const anchors = await anchorsOf(world, service);
      const acknowledged = (await world.acknowledged.log(service))!;
      expect(anchors.at(-1)).to.include({ to: size, root: `0x${acknowledged.root.toString("hex")}` });
      expect(anchors.map(({ from }) => from)).to.deep.equal([0, ...anchors.slice(0, -1).map(({ to }) => to)]);
      const fresh = anchors.slice(read.get(service) ?? 0);
      const seen: number[] = [];
      for (const anchored of fresh) {
        const { entries } = await openBundle(world, anchored);
        seen.push(...(await collect(entries())).map(({ index }) => index));
      }
      const from = fresh[0]?.from ?? size;
      expect(seen).to.deep.equal(Array.from({ length: size - from }, (_, at) => from + at));
      read.set(service, anchors.length);
    }
  }

  /** Moments between two steps of a round, by what the process waits for then. */
  const moments: [string, (running: AnchoringProcess) => Promise<unknown>][] = [
    ["before it reads the heads", () => node.hold({ method: "eth_call", nth: 1, when: "before" })],
    ["when it has read them", () => node.hold({ method: "eth_getBlockByNumber", nth: 1, when: "before" })],
    ["before it publishes", () => node.hold({ method: "eth_call", nth: 2, when: "after" })],
    ["while it publishes", () => untilPublished(integer(1, 5))],
    [
      "when it has published, before the simulation",
      () => node.hold({ method: "eth_getTransactionCount", nth: 1, when: "before" }),
    ],
    ["before it sends", () => node.hold({ method: "eth_sendRawTransaction", nth: 1, when: "before" })],
    [
      "when it has sent, before it hears so",
      () => node.hold({ method: "eth_sendRawTransaction", nth: 1, when: "after" }),
    ],
    [
      "before it looks for the block",
      () => node.hold({ method: "eth_getTransactionReceipt", nth: 1, when: "before" }),
    ],
    [
      "when it is anchored, before it hears so",
      () => node.hold({ method: "eth_getTransactionReceipt", nth: 1, when: "after" }),
    ],
    ["at some moment", ({ said }) => once(said, "ready").then(() => sleep(integer(0, 600)))],
  ];

  async function untilPublished(more: number): Promise<void> {
    const pins = () => globSync("documents/pins/*.json", { cwd: world.directory }).length;
    const before = pins();
    for (const end = Date.now() + 10_000; pins() < before + more && Date.now() < end;) await sleep(1);
  }

  for (let kill = 0; kill < KILLS; kill++) {
    const [what, moment] = moments[kill % moments.length]!;
    it(`loses and repeats nothing when it is killed ${what} (kill ${kill + 1}, SEED=${seed})`, async () => {
      await append(SERVICES[kill % 2]!, integer(1, 300));
      if (kill % 3 === 0) await append(SERVICES[2]!, integer(1, 20));
      const running = start();
      await moment(running);
      await running.kill();
      start();
      await expectWhole();
    });
  }

  it("goes on after a transaction that was reverted, and one that the node did not take", async () => {
    let lies = 0;
    node.answer = (method, answer) => {
      if (lies > 3) return answer;
      if (method === "eth_getTransactionReceipt" && "result" in answer && answer.result) {
        lies++;
        return { ...answer, result: { ...(answer.result as object), status: "0x0" } };
      }
      if (method !== "eth_sendRawTransaction" || lies === 0) return answer;
      lies++;
      return {
        jsonrpc: "2.0",
        id: (answer as { id: number }).id,
        error: { code: -32000, message: "nonce too low" },
      };
    };
    const running = start();
    for (let round = 0; round < 3; round++) {
      await append(SERVICES[0], 2);
      await untilAnchored(world, SERVICES[0], sizes.get(SERVICES[0])!);
    }
    await untilLogged(running, "LOG_ANCHOR_REVERTED");
    await untilLogged(running, "LOG_ANCHOR_NOT_SENT");
    await expectWhole();
  });

  it("is done by one of two processes, and by the other when that one dies", async () => {
    const first = start();
    await untilLogged(first, '"msg":"anchoring"');
    const second = startAnchoring(world, { RPC_URL: node.url });
    try {
      await once(second.said, "ready");
      await append(SERVICES[0], 3);
      await expectWhole();
      expect(second.log()).to.not.contain("anchored");
      await first.kill();
      await append(SERVICES[0], 3);
      await expectWhole();
      expect(second.log()).to.contain('"msg":"anchored"');
    } finally {
      await second.kill();
    }
  });

  it("anchors nothing twice when two processes try at the same time, whoever has the lock", async () => {
    const { deployment, checkpointKeys: folder, documents, gateway, acknowledged } = world;
    const { chainId, deploymentId } = deployment;
    const workers = [1, 2].map(() => {
      const chain = new ActionLogChain(node.url, deployment);
      const sender = new Sender(chain, new Wallet(gateway.privateKey), chainId);
      const keys = new CheckpointKeys({ folder, chainId, deploymentId });
      const logger = pino({ level: "silent" });
      const metrics = new AnchoringMetrics();
      return new Anchoring({
        chain,
        sender,
        keys,
        documents,
        metrics,
        deploymentId,
        interval: 0.001,
        logger,
      });
    });
    const { signal } = new AbortController();
    for (let round = 0; round < 5; round++) {
      await append(SERVICES[1], integer(1, 300));
      for (let look = 0; look < 3; look++)
        await Promise.allSettled(workers.map((one) => one.look(acknowledged.client, signal)));
    }
    await expectWhole();
  });

  it("waits for documents that cannot be kept, and for a database that is away", async () => {
    const folder = join(world.directory, "documents");
    renameSync(folder, `${folder}-away`);
    writeFileSync(folder, "a file where the folder was");
    const running = start();
    await append(SERVICES[0], 5);
    await untilLogged(running, "DOCUMENTS_UNWRITABLE");
    expect(Number((await world.log.head(serviceId(SERVICES[0]))).size)).to.equal(sizes.get(SERVICES[0])! - 5);
    rmSync(folder);
    renameSync(`${folder}-away`, folder);
    await expectWhole();
    await world.acknowledged.client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'prongsai-anchoring'",
    );
    await untilLogged(running, "LOG_ANCHOR_DATABASE");
    await append(SERVICES[0], 5);
    await expectWhole();
  });
});

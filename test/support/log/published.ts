import { Interface } from "ethers";
import type { InterfaceAbi } from "ethers";
import { abis } from "../../../sdk/generated/abi/index.ts";
import { openBundle } from "../../../sdk/log/bundle/index.ts";
import type { ActionRecord } from "../../../sdk/log/record/index.ts";
import { leafHash, merkleRoot } from "../../../sdk/merkle.ts";
import { toHex } from "../../../sdk/hex.ts";
import type { DemoFixture } from "../demo-fixture.ts";

/** An entry of a log, with where the chain took it. */
export interface PublishedAction {
  readonly service: string;
  readonly index: number;
  readonly text: string;
  readonly record: ActionRecord;
  readonly leaf: string;
  readonly anchor: AnchoredHead;
}

export interface AnchoredHead {
  readonly service: string;
  readonly from: number;
  readonly size: number;
  readonly root: string;
  readonly bundle: string;
  readonly block: number;
  readonly txHash: string;
  readonly logIndex: number;
}

const actionLog = new Interface((abis as Record<string, unknown>)["ActionLog"] as InterfaceAbi);

/** Every anchor, read from the chain's own logs, in their order. */
export async function anchoredHeads({ provider, deployment }: DemoFixture): Promise<AnchoredHead[]> {
  const { address } = deployment.contracts["ActionLog"]!;
  const logs = await provider.getLogs({ address, fromBlock: 0 });
  const names = new Map<string, string>();
  const sizes = new Map<string, number>();
  return logs.flatMap((log): AnchoredHead[] => {
    const event = actionLog.parseLog(log)!;
    const { args } = event;
    const service = args["service"] as string;
    if (event.name === "ServiceRegistered") names.set(service, args["name"] as string);
    if (event.name !== "Anchored") return [];
    const from = sizes.get(service) ?? 0;
    const size = Number(args["size"] as bigint);
    sizes.set(service, size);
    const { blockNumber: block, transactionHash: txHash, index: logIndex } = log;
    const [root, bundle] = [args["root"] as string, args["bundle"] as string];
    return [{ service: names.get(service)!, from, size, root, bundle, block, txHash, logIndex }];
  });
}

/** Every anchored entry, from chain and documents alone, in the order of the chain. */
export async function publishedActions(demo: DemoFixture): Promise<PublishedAction[]> {
  const actions: PublishedAction[] = [];
  const roots = new Map<string, string>();
  for (const anchor of await anchoredHeads(demo)) {
    const fromRoot = roots.get(anchor.service) ?? toHex(merkleRoot([]));
    roots.set(anchor.service, anchor.root);
    const { entries } = await openBundle(demo, { ...anchor, fromRoot, to: anchor.size });
    for await (const { index, bytes } of entries()) {
      const text = Buffer.from(bytes).toString();
      const record = JSON.parse(text) as ActionRecord;
      actions.push({ service: anchor.service, index, text, record, leaf: toHex(leafHash(bytes)), anchor });
    }
  }
  return actions;
}

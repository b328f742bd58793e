/** What the chain says of a service's log. */
import { setTimeout as sleep } from "node:timers/promises";
import type { AnchoredGrowth } from "../../../sdk/log/bundle/index.ts";
import { merkleRoot } from "../../../sdk/merkle.ts";
import { toHex } from "../../../sdk/hex.ts";
import { serviceId } from "./acknowledged.ts";
import type { AnchoringProcess } from "./anchoring-process.ts";
import type { LogWorld } from "./world.ts";

export type AnchorOnChain = AnchoredGrowth & { readonly block: number; readonly txHash: string };

/** Every anchor of a service, oldest first. */
export async function anchorsOf({ log }: Pick<LogWorld, "log">, service: string): Promise<AnchorOnChain[]> {
  const events = await log.queryFilter(log.filters.Anchored(serviceId(service)));
  let [from, fromRoot] = [0, toHex(merkleRoot([]))];
  return events.map(({ args, blockNumber: block, transactionHash: txHash }) => {
    const [to, root] = [Number(args.size), args.root];
    const anchored = { service, from, fromRoot, to, root, bundle: args.bundle, block, txHash };
    [from, fromRoot] = [to, root];
    return anchored;
  });
}

/** Longest wait for what must happen, milliseconds: it says nothing about speed, and machines are busy. */
const LIMIT = 120_000;

/** Resolves when so many entries are anchored. */
export async function untilAnchored(
  { log }: Pick<LogWorld, "log">,
  service: string,
  size: number,
): Promise<void> {
  for (const end = Date.now() + LIMIT; ; await sleep(20)) {
    const { size: anchored } = await log.head(serviceId(service));
    if (Number(anchored) >= size) return;
    if (Date.now() > end) throw new Error(`${service} is anchored to ${anchored}, not to ${size}`);
  }
}

/** Resolves when the process has logged this text. */
export async function untilLogged(process: Pick<AnchoringProcess, "log">, text: string): Promise<void> {
  for (const end = Date.now() + LIMIT; ; await sleep(20)) {
    if (process.log().includes(text)) return;
    if (Date.now() > end) throw new Error(`“${text}” was not logged:\n${process.log()}`);
  }
}

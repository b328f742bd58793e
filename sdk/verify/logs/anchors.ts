import { newestEvents } from "../log-events.ts";
import type { LogOnNode } from "../log-events.ts";
import { blockOf, blockTimes } from "./block-times.ts";
import type { Figure } from "./figures.ts";

/** The newest anchors of a service, as many as are wanted, each by its size. @throws RpcError */
export async function readAnchors(
  log: LogOnNode,
  service: string,
  wanted: number,
  signal?: AbortSignal,
): Promise<Figure[]> {
  if (wanted === 0) return [];
  // One more, since an anchor's first entry is where the one before ended.
  const all = await newestEvents(log, "Anchored", service, wanted + 1, signal);
  const newest = all.slice(-wanted);
  const times = await blockTimes(log, newest, signal);
  return newest.flatMap((event, i) => {
    const of = String(event.args["size"]);
    const before = all[all.length - newest.length + i - 1];
    const values = {
      anchorFirst: before ? before.args["size"] : 0,
      anchorRoot: String(event.args["root"]).toLowerCase(),
      anchorBundle: String(event.args["bundle"]).toLowerCase(),
      anchorBlock: blockOf(event),
      anchorTx: event.log.transactionHash.toLowerCase(),
      anchorAt: times.get(blockOf(event)),
    } as const;
    return Object.entries(values).map(([name, value]) => ({
      name: name as keyof typeof values,
      of,
      value: String(value),
    }));
  });
}

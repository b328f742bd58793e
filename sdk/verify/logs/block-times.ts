import { quantity } from "../ask-block.ts";
import type { LogEvent, LogOnNode } from "../log-events.ts";

export const blockOf = ({ log }: LogEvent): number => Number(log.blockNumber);

/** When the events' blocks were made, Unix seconds by block. @throws RpcError */
export async function blockTimes(
  { rpc }: LogOnNode,
  events: readonly LogEvent[],
  signal?: AbortSignal,
): Promise<Map<number, number>> {
  const blocks = [...new Set(events.map(blockOf))];
  const answers = await rpc.batch<{ timestamp: string }[]>(
    blocks.map((block) => ({ method: "eth_getBlockByNumber", params: [quantity(block), false] })),
    signal,
  );
  return new Map(blocks.map((block, i) => [block, Number(answers[i]!.timestamp)]));
}

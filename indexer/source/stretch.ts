import { quantity } from "./quantity.ts";
import type { Rpc } from "./rpc.ts";

/** Transactions that are read at once: a quiet chain that becomes busy must not fill the memory. */
const MOST_TRANSACTIONS = 2_000;

/**
 * The last of the blocks `from` to `to` that can be read together with those before it; at least `from`. Blocks that the
 * node does not know count as empty: asking for them will tell.
 */
export async function lastOfStretch(
  rpc: Rpc,
  from: number,
  to: number,
  most = MOST_TRANSACTIONS,
): Promise<number> {
  if (from === to) return to;
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const counts = (await rpc.batch(
    numbers.map((n) => ({ method: "eth_getBlockTransactionCountByNumber", params: [quantity(n)] })),
  )) as (string | null)[];
  let transactions = 0;
  const beyond = counts.findIndex((count) => (transactions += Number(count)) > most);
  return beyond < 0 ? to : from + Math.max(beyond - 1, 0);
}

import type { Context } from "../core/context.ts";

/** Time of the block that an answer is as of, Unix seconds. */
export async function blockTime(asOf: number | null, { heads, read }: Context): Promise<number> {
  if (asOf === null) return heads.current.blockTimestamp;
  return (await read.ledger.block(asOf))?.timestamp ?? 0;
}

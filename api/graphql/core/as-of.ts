import { apiError } from "../../errors/api-error.ts";
import type { Context } from "./context.ts";

/**
 * The block that an answer is asked as of; null for the newest.
 * @throws ProngsaiError AS_OF_UNAVAILABLE
 */
export async function checkedAsOf(
  asOfBlock: number | null | undefined,
  { heads }: Pick<Context, "heads">,
): Promise<number | null> {
  if (asOfBlock === null || asOfBlock === undefined) return null;
  const last = heads.current.block;
  if (asOfBlock < 0 || asOfBlock > last) {
    throw apiError("AS_OF_UNAVAILABLE", { value: asOfBlock, first: 0, last });
  }
  return asOfBlock;
}

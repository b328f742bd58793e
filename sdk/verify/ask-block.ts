import { sdkError } from "../errors/sdk.ts";
import type { RpcClient } from "../rpc.ts";
import type { AskedDetail } from "./step.ts";

/** `0x` and the number in hexadecimal without leading zeros, as JSON-RPC writes quantities. */
export function quantity(value: number): string {
  return `0x${value.toString(16)}`;
}

/**
 * Asks the node which chain it serves and for the block, so that what follows is about the very ledger that was meant.
 *
 * @throws ProngsaiError VERIFY_OTHER_CHAIN, VERIFY_BLOCK_UNKNOWN; RpcError
 */
export async function askBlock(
  rpc: RpcClient,
  chainId: number,
  block: number,
  signal?: AbortSignal,
): Promise<AskedDetail> {
  const [newest, chain, found] = await rpc.batch<
    [string, string, { hash: string; timestamp: string } | null]
  >(
    [
      { method: "eth_blockNumber", params: [] },
      { method: "eth_chainId", params: [] },
      { method: "eth_getBlockByNumber", params: [quantity(block), false] },
    ],
    signal,
  );
  if (Number(chain) !== chainId)
    throw sdkError("VERIFY_OTHER_CHAIN", { found: Number(chain), expected: chainId });
  if (!found) throw sdkError("VERIFY_BLOCK_UNKNOWN", { block });
  return {
    url: rpc.shownUrl,
    chainId,
    block,
    blockHash: found.hash,
    blockTime: Number(found.timestamp),
    newest: Number(newest),
  };
}

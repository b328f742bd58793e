import { RpcError } from "../rpc.ts";
import type { RpcClient } from "../rpc.ts";
import { quantity } from "./ask-block.ts";

/** A log as JSON-RPC gives it. */
export type RpcLog = {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
  readonly blockNumber: string;
  readonly blockHash: string;
  readonly transactionHash: string;
  readonly logIndex: string;
};

/** `address` may be several contracts; `topics` as JSON-RPC takes them: null for any, several for one of them. */
export type LogRange = {
  readonly address: string | readonly string[];
  readonly topics?: readonly (string | readonly string[] | null)[];
  readonly fromBlock: number;
  readonly toBlock: number;
};

/**
 * The logs of a contract, or of several, in the order of the chain, one range of blocks after another. A range that the node refuses
 * as too large is halved.
 *
 * @throws RpcError
 */
export async function* readLogs(
  rpc: RpcClient,
  { address, topics, fromBlock, toBlock }: LogRange,
  { blocks = 5_000, signal }: { blocks?: number; signal?: AbortSignal | undefined } = {},
): AsyncGenerator<{ readonly toBlock: number; readonly logs: readonly RpcLog[] }> {
  let span = blocks;
  for (let from = fromBlock; from <= toBlock;) {
    const to = Math.min(from + span - 1, toBlock);
    const filter = {
      address,
      ...(topics && { topics }),
      fromBlock: quantity(from),
      toBlock: quantity(to),
    };
    try {
      const logs = await rpc.call<RpcLog[]>("eth_getLogs", [filter], signal);
      yield { toBlock: to, logs };
      from = to + 1;
    } catch (error) {
      if (!(error instanceof RpcError && error.code === "RPC_REFUSED") || to === from) throw error;
      span = Math.floor((to - from + 1) / 2);
    }
  }
}

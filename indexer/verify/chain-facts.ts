import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { mirroredContracts } from "../mirror/contracts.ts";
import { quantity } from "../source/quantity.ts";
import { readJournals } from "../source/read-range.ts";
import { retrying } from "../source/retry.ts";
import type { OnRetry } from "../source/retry.ts";
import { Rpc } from "../source/rpc.ts";
import type { JournalState } from "../source/types.ts";

/** What the chain itself says, read past the mirror. */
export interface ChainFacts {
  readonly chainId: number;
  readonly genesisHash: string;
  readonly head: number;
  /** the block that the mirror stands at, undefined when the chain has none of this number */
  readonly block: { readonly hash: string; readonly timestamp: bigint } | undefined;
  /** by contract, after that block */
  readonly journals: ReadonlyMap<string, JournalState>;
}

/** @param block block that the mirror says it stands at */
export async function readChainFacts(
  rpcUrl: string,
  deployment: DeploymentDescription,
  block: number,
  signal: AbortSignal,
  onRetry?: OnRetry,
): Promise<ChainFacts> {
  const rpc = new Rpc(rpcUrl);
  const { contracts, first } = mirroredContracts(deployment);
  const blockOf = (answer: unknown) => {
    const found = answer as { hash: string; timestamp: string } | null;
    return found ? { hash: found.hash, timestamp: BigInt(found.timestamp) } : undefined;
  };
  try {
    return await retrying(
      async () => {
        const [chainId, head, genesis, found] = await rpc.batch([
          { method: "eth_chainId", params: [] },
          { method: "eth_blockNumber", params: [] },
          { method: "eth_getBlockByNumber", params: ["0x0", false] },
          { method: "eth_getBlockByNumber", params: [quantity(Math.max(block, 0)), false] },
        ]);
        const at = Math.min(block, Number(head));
        return {
          chainId: Number(chainId),
          genesisHash: blockOf(genesis)!.hash,
          head: Number(head),
          block: blockOf(found),
          journals: at < first ? new Map<string, JournalState>() : await readJournals(rpc, contracts, at),
        };
      },
      signal,
      onRetry,
    );
  } finally {
    rpc.close();
  }
}

import { join } from "node:path";
import { EMBEDDED_GENESIS } from "../../chain/genesis.ts";
import { startChain, type Chain } from "../../platform/chain.ts";
import { platformError } from "../../platform/errors.ts";
import { keepAlive } from "../../platform/keep-alive.ts";
import type { ChainAccess, StepRun } from "../context.ts";

/** The chain's port is a fixed distance above PORT, so that pages and bookmarks find it again. */
const PORT_DISTANCE = 500;

export const run: StepRun = async (context) => {
  const { rpcUrl, dataDir, port } = context.settings;
  if (rpcUrl) {
    context.chain = await otherChain(rpcUrl);
    return `chain ${context.chain.chainId} of RPC_URL`;
  }
  const preferred = port + PORT_DISTANCE <= 65_535 ? port + PORT_DISTANCE : 0;
  let current: Chain;
  const start = async (first?: Chain) => {
    current = await startChain({
      directory: join(dataDir, "chain"),
      // A new chain begins in the demonstration's past and stays there until the year is played.
      clock: EMBEDDED_GENESIS.time + 1,
      port: first ? Number(new URL(first.rpcUrl).port) : preferred,
    });
    return current;
  };
  const { first, stop } = await keepAlive("chain", start, context.say);
  context.onStop("chain", stop);
  context.chain = {
    rpcUrl: first.rpcUrl,
    wsUrl: first.wsUrl,
    chainId: first.chainId,
    demonstration: first.clock !== null,
    setClock: (clock) => current.setClock(clock),
  };
  const { transactions, head } = first.replay;
  return head > 0 ? `${transactions} transactions replayed, head is block ${head}` : "a new chain";
};

/** @throws ProngsaiError RPC_UNREACHABLE */
async function otherChain(rpcUrl: string): Promise<ChainAccess> {
  try {
    const response = await fetch(rpcUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] }),
      signal: AbortSignal.timeout(10_000),
    });
    const { result } = (await response.json()) as { result: string };
    const chainId = Number(result);
    if (!Number.isSafeInteger(chainId)) throw new Error("its answer holds no chain id");
    return { rpcUrl, chainId, demonstration: false };
  } catch (cause) {
    const reason = (cause as Error).message;
    throw platformError("RPC_UNREACHABLE", { host: new URL(rpcUrl).host, reason }, cause);
  }
}

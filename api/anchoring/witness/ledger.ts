import { Interface } from "ethers";
import type { InterfaceAbi } from "ethers";
import type { DeploymentDescription } from "../../../sdk/deployment.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import { RpcError } from "../../../sdk/rpc.ts";
import type { RpcClient } from "../../../sdk/rpc.ts";
import { anchoringError } from "../errors/anchoring-error.ts";

const registry = new Interface(abis.AgencyRegistry as InterfaceAbi);

/**
 * Asks for what only a node that takes transactions offers: said at the start, and not for every service after all of its
 * entries were hashed.
 *
 * @throws ProngsaiError LOG_WITNESS_NODE; RpcError when the node cannot be asked
 */
export async function requireTransactions(
  rpc: RpcClient,
  account: string,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await rpc.call("eth_getTransactionCount", [account, "latest"], signal);
    // No transaction: a node that takes some refuses this one for what it is.
    await rpc.call("eth_sendRawTransaction", ["0x"], signal);
  } catch (error) {
    if (!(error instanceof RpcError) || error.code !== "RPC_REFUSED") throw error;
    if (error.isNotOffered) throw anchoringError("LOG_WITNESS_NODE", { url: rpc.shownUrl }, error);
  }
}

/** The agency of an officer's account. @throws ProngsaiError LOG_WITNESS_OFFICER; RpcError */
export async function agencyOf(
  rpc: RpcClient,
  { contracts }: DeploymentDescription,
  account: string,
  signal?: AbortSignal,
): Promise<number> {
  const call = {
    to: contracts["AgencyRegistry"]!.address,
    data: registry.encodeFunctionData("officer", [account]),
  };
  try {
    const answer = await rpc.call<string>("eth_call", [call, "latest"], signal);
    const [officer] = registry.decodeFunctionResult("officer", answer);
    return Number((officer as { agency: bigint }).agency);
  } catch (error) {
    if (!(error instanceof RpcError) || error.revertData === undefined) throw error;
    throw anchoringError("LOG_WITNESS_OFFICER", { account }, error);
  }
}

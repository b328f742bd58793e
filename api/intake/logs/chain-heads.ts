import { Interface } from "ethers";
import type { DeploymentDescription } from "../../../sdk/deployment.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import { fromHex } from "../../../sdk/hex.ts";
import { RpcClient } from "../../../sdk/rpc.ts";
import { apiError } from "../../errors/api-error.ts";
import type { AnchoredHead } from "./restore.ts";

const actionLog = new Interface(abis.ActionLog);

/**
 * The heads of services' logs as the chain itself has them now. The mirror is not asked: it may have been restored from
 * the same backup as the intake's tables.
 *
 * @throws ProngsaiError CHAIN_UNAVAILABLE
 */
export async function chainHeads(
  { rpcUrl, deployment }: { readonly rpcUrl: string; readonly deployment: DeploymentDescription },
  services: readonly string[],
): Promise<AnchoredHead[]> {
  if (services.length === 0) return [];
  const to = deployment.contracts["ActionLog"]!.address;
  const calls = services.map((service) => ({
    method: "eth_call",
    params: [{ to, data: actionLog.encodeFunctionData("head", [service]) }, "latest"],
  }));
  let results: readonly string[];
  try {
    results = await new RpcClient(rpcUrl).batch<string[]>(calls);
  } catch (error) {
    throw apiError("CHAIN_UNAVAILABLE", {}, error);
  }
  return results.map((result) => {
    const [head] = actionLog.decodeFunctionResult("head", result) as unknown as [
      { size: bigint; root: string },
    ];
    return { size: Number(head.size), root: fromHex(head.root, 32) };
  });
}

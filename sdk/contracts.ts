import { Contract, isAddress } from "ethers";
import type { ContractRunner } from "ethers";
import type { DeploymentDescription } from "./deployment.ts";
import { sdkError } from "./errors/sdk.ts";
import { abis } from "./generated/abi/index.ts";
import type { TypedContracts } from "./generated/typed-contracts.ts";

/** Name of a contract of the ledger, as its source file has it. */
export type ContractName = keyof TypedContracts;

/**
 * The contract of this name where the deployment says it is, with typed methods and events (TypeChain).
 *
 * @param runner a provider to read, a signer to write
 * @throws ProngsaiError DEPLOYMENT_CONTRACT_UNKNOWN
 */
export function ledgerContract<Name extends ContractName>(
  name: Name,
  deployment: DeploymentDescription,
  runner: ContractRunner,
): TypedContracts[Name] {
  const address = deployment.contracts[name]?.address;
  if (!isAddress(address)) throw sdkError("DEPLOYMENT_CONTRACT_UNKNOWN", { name });
  return new Contract(address, abis[name], runner) as unknown as TypedContracts[Name];
}

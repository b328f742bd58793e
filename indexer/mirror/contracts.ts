import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { contractNames } from "../decode/decode-log.ts";
import type { Contracts } from "../source/types.ts";

/** The contracts of a deployment whose events are mirrored, with the block in which the first was created. */
export function mirroredContracts(deployment: DeploymentDescription): {
  contracts: Contracts;
  first: number;
} {
  const known = contractNames.flatMap((name) => {
    const contract = deployment.contracts[name];
    return contract ? [{ name, ...contract }] : [];
  });
  return {
    contracts: new Map(known.map(({ name, address }) => [name, address.toLowerCase()])),
    first: Math.min(...Object.values(deployment.contracts).map(({ block }) => block)),
  };
}

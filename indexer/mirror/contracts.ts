import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { contractNames } from "../decode/decode-log.ts";
import type { Contracts } from "../source/types.ts";

/** The contracts of a deployment whose events are mirrored, with the blocks in which the first and last were created. */
export function mirroredContracts(deployment: DeploymentDescription): {
  contracts: Contracts;
  first: number;
  last: number;
} {
  const known = contractNames.flatMap((name) => {
    const contract = deployment.contracts[name];
    return contract ? [{ name, ...contract }] : [];
  });
  const blocks = Object.values(deployment.contracts).map(({ block }) => block);
  return {
    contracts: new Map(known.map(({ name, address }) => [name, address.toLowerCase()])),
    first: Math.min(...blocks),
    last: Math.max(...blocks),
  };
}

import { Interface } from "ethers";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { artifactsFrom } from "../deploy/artifacts.ts";
import type { ContractName } from "../deploy/plan.ts";

/** Address and interface of every contract of a deployment, by name. */
export async function contractInterfaces({ contracts }: Pick<DeploymentDescription, "contracts">) {
  const artifact = artifactsFrom();
  const entries = Object.entries(contracts).map(async ([name, { address }]) => {
    const { abi } = await artifact(name as ContractName);
    return [name, { address, interface: new Interface(abi) }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

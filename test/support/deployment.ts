import type { DeploymentDescription } from "../../sdk/deployment.ts";

/** A description that can be read, of a ledger that is nowhere. */
export const nowhere: DeploymentDescription = {
  chainId: 1,
  deploymentId: `0x${"0".repeat(64)}`,
  contracts: { Directory: { address: `0x${"0".repeat(40)}`, version: 1, block: 0 } },
};

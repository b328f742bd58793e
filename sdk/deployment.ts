/** Where a ledger stands: what every reader needs besides an RPC address. */

/** One published contract. */
export interface DeployedContract {
  /** checksummed address */
  address: string;
  /** version in the Directory, from 1 */
  version: number;
  /** block of its creation; no event of it is older */
  block: number;
}

/**
 * A deployment of the whole ledger. `deploymentId` changes whenever chain or contracts are others (32 bytes hex), so
 * an index that was built from another deployment is noticed.
 */
export interface DeploymentDescription {
  chainId: number;
  deploymentId: string;
  /** contract name, e.g. `BudgetLines` → where it is */
  contracts: Record<string, DeployedContract>;
}

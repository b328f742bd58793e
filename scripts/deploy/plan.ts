/** What is deployed, in which order, and what each constructor is given. */

/** Source file of every contract of the ledger, in the order of deployment. */
export const sources = {
  AccessManager: "@openzeppelin/contracts/access/manager/AccessManager.sol",
  Consortium: "contracts/access/Consortium.sol",
  Directory: "contracts/access/Directory.sol",
  AgencyRegistry: "contracts/access/AgencyRegistry.sol",
  BudgetProjects: "contracts/budget/BudgetProjects.sol",
  BudgetLines: "contracts/budget/BudgetLines.sol",
  BudgetCommitments: "contracts/budget/BudgetCommitments.sol",
  BudgetDisbursements: "contracts/budget/BudgetDisbursements.sol",
  BudgetFlags: "contracts/budget/BudgetFlags.sol",
  ImportAnchor: "contracts/budget/ImportAnchor.sol",
} as const;

export type ContractName = keyof typeof sources;

export const contractNames = Object.keys(sources) as ContractName[];

/** Constructor parameters that take another contract's address, by the parameter's name. */
export const contractOfParameter: Record<string, ContractName> = {
  manager: "AccessManager",
  registry: "AgencyRegistry",
  projects: "BudgetProjects",
  lines: "BudgetLines",
  commitments: "BudgetCommitments",
};

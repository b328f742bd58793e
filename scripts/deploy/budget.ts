/** The spending ledger and anchored imports. */
export const sources = {
  BudgetProjects: "contracts/budget/BudgetProjects.sol",
  BudgetLines: "contracts/budget/BudgetLines.sol",
  BudgetCommitments: "contracts/budget/BudgetCommitments.sol",
  BudgetDisbursements: "contracts/budget/BudgetDisbursements.sol",
  BudgetFlags: "contracts/budget/BudgetFlags.sol",
  ImportAnchor: "contracts/budget/ImportAnchor.sol",
} as const;

export const contractOfParameter = {
  projects: "BudgetProjects",
  lines: "BudgetLines",
  commitments: "BudgetCommitments",
} as const;

/** A role for each budget contract that moves the counters of another. */
export const roleIds = { BUDGET_LINES: 10n, BUDGET_COMMITMENTS: 11n, BUDGET_DISBURSEMENTS: 12n } as const;

export const functionRoles = [
  { contract: "BudgetProjects", functions: ["cancelProject"], role: "BUDGET_LINES" },
  {
    contract: "BudgetProjects",
    functions: ["openCommitment", "closeCommitment"],
    role: "BUDGET_COMMITMENTS",
  },
  { contract: "BudgetLines", functions: ["commit", "release", "carryForward"], role: "BUDGET_COMMITMENTS" },
  {
    contract: "BudgetLines",
    functions: ["reserve", "unreserve", "pay", "refund"],
    role: "BUDGET_DISBURSEMENTS",
  },
  {
    contract: "BudgetCommitments",
    functions: ["draw", "undraw", "settle", "giveBack"],
    role: "BUDGET_DISBURSEMENTS",
  },
] as const;

export const contractRoles = [
  { contract: "BudgetLines", role: "BUDGET_LINES" },
  { contract: "BudgetCommitments", role: "BUDGET_COMMITMENTS" },
  { contract: "BudgetDisbursements", role: "BUDGET_DISBURSEMENTS" },
] as const;

/**
 * The one table of AccessManager roles: who may call what besides the duties that contracts check themselves.
 * Deployment wires it and tests read it. A restricted function that is missing here stays with the admin, the
 * consortium's vote.
 */
import type { ContractName } from "./plan.ts";

export const roleIds = {
  /** AccessManager's own admin role: the consortium alone. */
  ADMIN: 0n,
  /** Enrols agencies and officers. */
  REGISTRAR: 1n,
  /** Publishes and retires versions in the Directory. */
  PUBLISHER: 2n,
  /** A role for each budget contract that moves the counters of another. */
  BUDGET_LINES: 10n,
  BUDGET_COMMITMENTS: 11n,
  BUDGET_DISBURSEMENTS: 12n,
} as const;

export type RoleName = keyof typeof roleIds;

export interface FunctionRole {
  contract: ContractName;
  functions: string[];
  role: RoleName;
}

export const functionRoles: FunctionRole[] = [
  {
    contract: "AgencyRegistry",
    functions: [
      "enrolAgency",
      "renameAgency",
      "suspendAgency",
      "reinstateAgency",
      "enrolOfficer",
      "revokeOfficer",
    ],
    role: "REGISTRAR",
  },
  { contract: "Directory", functions: ["publish", "retire"], role: "PUBLISHER" },
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
];

/** Contracts that hold a role, without delay. */
export const contractRoles: { contract: ContractName; role: RoleName }[] = [
  { contract: "BudgetLines", role: "BUDGET_LINES" },
  { contract: "BudgetCommitments", role: "BUDGET_COMMITMENTS" },
  { contract: "BudgetDisbursements", role: "BUDGET_DISBURSEMENTS" },
];

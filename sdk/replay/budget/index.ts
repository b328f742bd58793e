import { budgetCommitments } from "./commitments.ts";
import { budgetDisbursements } from "./disbursements.ts";
import { budgetFlags } from "./flags.ts";
import { importReads } from "./import-reads.ts";
import { importAnchor } from "./imports.ts";
import { budgetLines } from "./lines.ts";
import { budgetProjects } from "./projects.ts";
import { budgetReads } from "./reads.ts";

export { rules } from "./rules.ts";
export { emptyState } from "./state.ts";
export type { State } from "./state.ts";

export const handlers = {
  BudgetProjects: budgetProjects,
  BudgetLines: budgetLines,
  BudgetCommitments: budgetCommitments,
  BudgetDisbursements: budgetDisbursements,
  BudgetFlags: budgetFlags,
  ImportAnchor: importAnchor,
};
export const reads = [budgetReads, importReads];

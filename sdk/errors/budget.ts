import type { ContractErrorTexts } from "./contract-text.ts";
import { commitmentErrors } from "./budget/commitments.ts";
import { disbursementErrors } from "./budget/disbursements.ts";
import { flagErrors } from "./budget/flags.ts";
import { lineErrors } from "./budget/lines.ts";
import { milestoneErrors } from "./budget/milestones.ts";
import { projectErrors } from "./budget/projects.ts";

/** Errors of the budget's contracts. */
export const budgetErrors: ContractErrorTexts = {
  ...projectErrors,
  ...lineErrors,
  ...commitmentErrors,
  ...milestoneErrors,
  ...disbursementErrors,
  ...flagErrors,
};

import type { ContractErrorTexts } from "../contract-text.ts";
import { commitmentErrors } from "./commitments.ts";
import { disbursementErrors } from "./disbursements.ts";
import { flagErrors } from "./flags.ts";
import { importErrors } from "./imports.ts";
import { lineErrors } from "./lines.ts";
import { milestoneErrors } from "./milestones.ts";
import { projectErrors } from "./projects.ts";

/** Errors of the budget's contracts. */
export const errors: ContractErrorTexts = {
  ...projectErrors,
  ...lineErrors,
  ...commitmentErrors,
  ...milestoneErrors,
  ...disbursementErrors,
  ...flagErrors,
  ...importErrors,
};

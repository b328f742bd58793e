import { commitments } from "./budget/commitments.ts";
import { disbursements } from "./budget/disbursements.ts";
import { flags } from "./budget/flags.ts";
import { lines } from "./budget/lines.ts";
import { projects } from "./budget/projects.ts";

/** Projects, appropriation lines, commitments, payments and flags. */
export const budget = { ...projects, ...lines, ...commitments, ...disbursements, ...flags };

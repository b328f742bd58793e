import { commitments } from "./commitments.ts";
import { disbursements } from "./disbursements.ts";
import { flags } from "./flags.ts";
import { imports } from "./imports.ts";
import { lines } from "./lines.ts";
import { projects } from "./projects.ts";

/** Projects, appropriation lines, commitments, payments, flags and anchored imports. */
export const handlers = { ...projects, ...lines, ...commitments, ...disbursements, ...flags, ...imports };

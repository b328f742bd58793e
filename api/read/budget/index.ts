import type { ReportedSources } from "../imports/conditions.ts";
import type { BudgetReads } from "../reads.ts";
import { commitmentReads } from "./commitments.ts";
import { disbursementReads } from "./disbursements.ts";
import { flagReads } from "./flags.ts";
import { lineReads } from "./lines.ts";
import { obligationReads } from "./obligations.ts";
import { projectReads } from "./projects.ts";
import { totalsReads } from "./totals.ts";

export const open = (sources: ReportedSources): BudgetReads => ({
  ...projectReads(sources.database),
  ...lineReads(sources.database),
  ...commitmentReads(sources.database),
  ...disbursementReads(sources.database),
  ...obligationReads(sources.database),
  ...flagReads(sources.database),
  ...totalsReads(sources),
});

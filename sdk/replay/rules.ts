import { rules } from "./registers.generated.ts";
import { Report } from "./report.ts";
import type { RuleReport } from "./report.ts";
import type { LedgerState } from "./state.ts";

export type { RuleReport } from "./report.ts";

/** The identities that must hold between the entities of a state, whichever way it came about. */
export function checkRules(state: LedgerState): RuleReport {
  const report = new Report();
  for (const rule of rules) rule(state, report);
  return report;
}

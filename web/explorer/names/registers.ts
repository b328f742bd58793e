import type { Texts } from "../../i18n/use-texts.ts";

/** Registers of the ledger, by the names of their contracts. */
export const registerNames = [
  "BudgetProjects",
  "BudgetLines",
  "BudgetCommitments",
  "BudgetDisbursements",
  "BudgetFlags",
  "ImportAnchor",
  "ActionLog",
  "AgencyRegistry",
  "Directory",
] as const;

/** What a register is called; a contract that has no name in the texts keeps its own. */
export function registerName(t: Texts["t"], contract: string): string {
  const known = registerNames.find((name) => name === contract);
  return known ? t(`words.register.${known}`) : contract;
}

import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { expenseTypes } from "../../../../sdk/expense-types.ts";
import type { ImportFormat } from "../../../../sdk/import/model.ts";
import type { Texts } from "../../../i18n/use-texts.ts";
import type { FieldProblem } from "../../../ui/error-summary/error-summary.tsx";
import { readChoice } from "../../data/choice.ts";
import { readFiscalYear } from "../../data/fiscal-year.ts";
import type { CompareResult, CompareVariables } from "./compare.graphql.ts";

export const groupings = ["FISCAL_YEAR", "AGENCY", "PROVINCE", "EXPENSE_TYPE", "METHOD"] as const;

/** What is compared, as the address says. */
export type Comparison = {
  readonly data: "ledger" | "reported";
  readonly groupBy: (typeof groupings)[number];
  readonly year: number | null;
  readonly after: string | null;
};

/** What only one of the two kinds of data says; by it the other has nothing to compare. */
export const onlyIn: Partial<Record<Comparison["groupBy"], Comparison["data"]>> = {
  EXPENSE_TYPE: "ledger",
  METHOD: "reported",
};

export type Group = CompareResult["budgetTotals"]["groups"][number];

/** What the address says, and what of it cannot be read. */
export function readComparison(
  params: URLSearchParams,
  { t, language }: Pick<Texts, "t" | "language">,
): { comparison: Comparison; problems: readonly FieldProblem[] } {
  const { choice: data = "ledger", problems: ofData } = readChoice(t, params, "data", ["ledger", "reported"]);
  const { choice: groupBy = "FISCAL_YEAR", problems: ofGroup } = readChoice(t, params, "by", groupings);
  const { year, problems: ofYear } = readFiscalYear(params, language);
  const comparison: Comparison = { data, groupBy, year, after: cursorOf(params, "after") };
  return { comparison, problems: [...ofData, ...ofGroup, ...ofYear] };
}

const sources: readonly ImportFormat[] = ["egp", "ocds"];

/** Leaves groups of the chosen data alone, so that pages and their numbers are of these. */
export function filterOf(comparison: Comparison): CompareVariables["filter"] {
  const fiscalYear = comparison.year === null ? null : [comparison.year];
  return isNative(comparison)
    ? { fiscalYear, expenseType: [...expenseTypes] }
    : { fiscalYear, source: [...sources] };
}

export const isNative = ({ data }: Comparison): boolean => data === "ledger";

/** Groups that have something of the chosen data. */
export function relevant(groups: readonly Group[], comparison: Comparison): Group[] {
  return groups.filter(({ native, reported }) =>
    isNative(comparison) ? native.projects > 0 : reported.count > 0,
  );
}

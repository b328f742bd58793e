import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { expenseTypes } from "../../../../sdk/expense-types.ts";
import type { ImportFormat } from "../../../../sdk/import/model.ts";
import type { Language } from "../../../i18n/languages.ts";
import type { FieldProblem } from "../../../ui/error-summary/error-summary.tsx";
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
  language: Language,
): { comparison: Comparison; problems: readonly FieldProblem[] } {
  const { year, problems } = readFiscalYear(params, language);
  const comparison: Comparison = {
    data: params.get("data") === "reported" ? "reported" : "ledger",
    groupBy: groupings.find((one) => one === params.get("by")) ?? "FISCAL_YEAR",
    year,
    after: cursorOf(params, "after"),
  };
  return { comparison, problems };
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

import { toArabicDigits } from "../../../../sdk/thai-digits.ts";
import type { CompareResult } from "./compare.graphql.ts";

export const groupings = ["FISCAL_YEAR", "AGENCY", "PROVINCE", "EXPENSE_TYPE", "METHOD"] as const;

/** What is compared, as the address says. */
export type Comparison = {
  readonly data: "ledger" | "reported";
  readonly groupBy: (typeof groupings)[number];
  readonly year: number | null;
  readonly after: string | null;
};

export type Group = CompareResult["budgetTotals"]["groups"][number];

export function readComparison(params: URLSearchParams): Comparison {
  const year = toArabicDigits(params.get("year")?.trim() ?? "");
  return {
    data: params.get("data") === "reported" ? "reported" : "ledger",
    groupBy: groupings.find((one) => one === params.get("by")) ?? "FISCAL_YEAR",
    year: /^2[45]\d\d$/.test(year) ? Number(year) : null,
    after: params.get("after"),
  };
}

export const isNative = ({ data }: Comparison): boolean => data === "ledger";

/** Groups that have something of the chosen data. */
export function relevant(groups: readonly Group[], comparison: Comparison): Group[] {
  return groups.filter(({ native, reported }) =>
    isNative(comparison) ? native.projects > 0 : reported.count > 0,
  );
}

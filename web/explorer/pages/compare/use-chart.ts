import { useMemo } from "react";
import type { ExpenseTypeName } from "../../../../sdk/expense-types.ts";
import type { BarChartData } from "../../../ui/chart/bar-chart.tsx";
import { useNames } from "../../parts.tsx";
import type { CompareResult } from "./compare.graphql.ts";
import { isNative, relevant } from "./comparison.ts";
import type { Comparison, Group } from "./comparison.ts";

const MOST_BARS = 12;
const MILLION = 100_000_000;

/** Name of a group; the source may not state one. */
export function useGroupName({ groupBy }: Comparison) {
  const { t, pick, imported } = useNames();
  return ({ key, label }: Pick<Group, "key" | "label">) => {
    if (key === null) return t("words.notStated");
    if (groupBy === "EXPENSE_TYPE") return t(`words.expenseType.${key as ExpenseTypeName}`);
    return imported(label ? pick(label) : key);
  };
}

/** The largest groups as bars with a sentence that says what they show; undefined when there is nothing. */
export function useChart(
  totals: CompareResult["budgetTotals"],
  comparison: Comparison,
): { data: BarChartData; sentence: string } | undefined {
  const { t, millions, percent } = useNames();
  const nameOf = useGroupName(comparison);
  const native = isNative(comparison);
  const bars = relevant(totals.groups, comparison).map((group) => {
    const satang = native ? group.native.counters.approved : group.reported.budget;
    return { label: nameOf(group), satang: BigInt(satang), shown: millions(satang) };
  });
  const unit = t(native ? "compare.unitNative" : "compare.unitReported");
  const key = JSON.stringify(bars.map(({ label, shown }) => [label, shown]));
  const data = useMemo(
    () => ({
      unit,
      bars: bars
        .slice(0, MOST_BARS)
        .map(({ label, satang, shown }) => ({ label, shown, value: Number(satang) / MILLION })),
    }),
    // The bars' content is what counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key, unit],
  );
  const first = bars.toSorted((a, b) => (a.satang < b.satang ? 1 : -1))[0];
  if (!first) return undefined;
  const whole = BigInt(native ? totals.total.native.counters.approved : totals.total.reported.budget);
  const share = whole === 0n ? 0 : Number((first.satang * 10_000n) / whole) / 10_000;
  return {
    data,
    sentence: t(comparison.groupBy === "FISCAL_YEAR" ? "compare.sentenceYear" : "compare.sentence", {
      first: first.label,
      amount: first.shown,
      share: percent(share),
    }),
  };
}

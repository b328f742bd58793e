import { expenseTypes } from "../../../../sdk/expense-types.ts";
import type { ExpenseTypeName } from "../../../../sdk/expense-types.ts";
import type { ReportedSelection } from "../../../../sdk/import/selection.ts";
import type { LineScope } from "../../../../sdk/verify/line-scope.ts";
import { useNames } from "../../parts.tsx";
import { VerifyNoGrouping, VerifyReported, VerifyTotals } from "../../verify/controls.tsx";
import type { Standing } from "../../verify/ledger.ts";
import { isNative } from "./comparison.ts";
import type { Comparison, Group } from "./comparison.ts";

/** A row of the comparison: a group, or everything together. */
export type Compared = Pick<Group, "native" | "reported"> & {
  readonly name: string;
  /** undefined for everything together */
  readonly group?: Pick<Group, "key" | "agencyCode">;
};

/** Lines of the ledger that the row adds up; undefined where no line says to which group it belongs. */
function scopeOf({ group }: Compared, { groupBy, year }: Comparison): LineScope | undefined {
  const whole = year === null ? {} : { year };
  if (!group) return whole;
  const { key, agencyCode } = group;
  if (groupBy === "FISCAL_YEAR") return { year: Number(key) };
  if (groupBy === "AGENCY" && agencyCode !== null) return { ...whole, agency: agencyCode };
  const expenseType = expenseTypes.indexOf(key as ExpenseTypeName) + 1;
  return groupBy === "EXPENSE_TYPE" && expenseType > 0 ? { ...whole, expenseType } : undefined;
}

const filterOf = { AGENCY: "agency", PROVINCE: "province", METHOD: "method" } as const;

/** Reported projects that the row adds up; undefined where the source does not say to which group they belong. */
function selectionOf({ group }: Compared, { groupBy, year }: Comparison): ReportedSelection | undefined {
  const whole = year === null ? {} : { fiscalYear: [year] };
  if (!group) return whole;
  const { key } = group;
  if (key === null || groupBy === "EXPENSE_TYPE") return undefined;
  return groupBy === "FISCAL_YEAR" ? { fiscalYear: [Number(key)] } : { ...whole, [filterOf[groupBy]]: [key] };
}

type Props = { row: Compared; comparison: Comparison; standing: Standing };

/** The mark by which a reader adds the row up anew. */
export function RowMark({ row, comparison, standing }: Props) {
  const { t } = useNames();
  const subject = t("compare.verify", { name: row.name });
  if (isNative(comparison)) {
    const scope = scopeOf(row, comparison);
    if (scope) return <VerifyTotals compact {...{ standing, subject, scope }} said={row.native.counters} />;
  } else {
    const selection = selectionOf(row, comparison);
    if (selection)
      return <VerifyReported compact {...{ standing, subject, selection }} said={row.reported} />;
  }
  return <VerifyNoGrouping compact subject={subject} />;
}

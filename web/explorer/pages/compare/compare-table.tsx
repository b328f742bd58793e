import { formatBahtNumber } from "../../../../sdk/money.ts";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { useNames } from "../../parts.tsx";
import type { Standing } from "../../verify/ledger.ts";
import type { CompareResult } from "./compare.graphql.ts";
import { isNative, relevant } from "./comparison.ts";
import type { Comparison } from "./comparison.ts";
import { RowMark } from "./row-mark.tsx";
import type { Compared } from "./row-mark.tsx";
import { useGroupName } from "./use-chart.ts";
import { sums } from "../../../ui/money-flow/sums.ts";

/** The same figures as the chart, with all of their parts and the sum of everything. */
export function CompareTable({
  totals,
  comparison,
  standing,
}: {
  totals: CompareResult["budgetTotals"];
  comparison: Comparison;
  standing: Standing;
}) {
  const { t, count } = useNames();
  const nameOf = useGroupName(comparison);
  const by = t(`compare.grouping.${comparison.groupBy}`);
  const native = isNative(comparison);
  /** A project may have money in several years and of several types; the sum of its appearances is no number of projects. */
  const isCountable = !native || !["FISCAL_YEAR", "EXPENSE_TYPE"].includes(comparison.groupBy);
  const rows: Compared[] = [
    ...relevant(totals.groups, comparison).map((group) => ({ ...group, group, name: nameOf(group) })),
    { ...totals.total, name: t("compare.total") },
  ];
  type Money =
    "approved" | "available" | "allotted" | "committed" | "paid" | "budget" | "reference" | "agreed";
  const money = (key: Money, of: (row: Compared) => bigint): Column<Compared> => ({
    key,
    header: t(`compare.${key}`),
    kind: "amount",
    cell: (row) => formatBahtNumber(of(row)),
    value: (row) => formatBahtNumber(of(row)).replaceAll(",", ""),
  });
  const number = (of: (row: Compared) => number): Column<Compared> => ({
    key: "projects",
    header: t("compare.projects"),
    kind: "amount",
    cell: (row) => (!row.group && !isCountable ? "–" : count(of(row))),
    value: (row) => (!row.group && !isCountable ? null : of(row)),
  });
  const name: Column<Compared> = {
    key: "name",
    header: by,
    kind: "text",
    cell: (row) => (
      <>
        {row.name} <RowMark row={row} comparison={comparison} standing={standing} />
      </>
    ),
    value: (row) => row.name,
  };
  const columns = native
    ? [
        name,
        number((row) => row.native.projects),
        ...(["approved", "available", "allotted", "committed", "paid"] as const).map((key) =>
          money(key, (row) => sums(row.native.counters)[key]),
        ),
      ]
    : [
        name,
        number((row) => row.reported.count),
        money("budget", (row) => BigInt(row.reported.budget)),
        money("reference", (row) => BigInt(row.reported.reference)),
        money("agreed", (row) => BigInt(row.reported.agreed)),
      ];
  return (
    <DataTable
      caption={t(native ? "compare.captionNative" : "compare.captionReported", { by: by.toLowerCase() })}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.name}
      fileName="compare"
    />
  );
}

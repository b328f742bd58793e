import type { ReactNode } from "react";
import { formatBahtNumber } from "../../../../sdk/money.ts";
import type { Column } from "../../../ui/data-table/columns.ts";

/** A column of exact amounts in baht; its head must name the unit or the caption must. */
export function moneyColumn<Row>(
  key: string,
  header: string,
  satang: (row: Row) => string | bigint,
  after?: (row: Row) => ReactNode,
): Column<Row> {
  const text = (row: Row) => formatBahtNumber(BigInt(satang(row)));
  return {
    key,
    header,
    kind: "amount",
    cell: (row) => (after ? [text(row), after(row)] : text(row)),
    value: (row) => text(row).replaceAll(",", ""),
  };
}

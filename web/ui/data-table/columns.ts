import type { ReactNode } from "react";

/** `text` wraps and leads on a phone's card, `amount` is aligned to the right with equal digits, `date` does not wrap. */
export type ColumnKind = "text" | "amount" | "date" | "short";

export type Column<Row> = {
  readonly key: string;
  readonly header: string;
  readonly kind?: ColumnKind;
  readonly cell: (row: Row) => ReactNode;
  /** What stands in the downloaded file, and what the column is sorted by. */
  readonly value?: (row: Row) => string | number | bigint | null;
  /** The column can be sorted; `value` must be given unless the server sorts. */
  readonly sortable?: boolean;
};

export type Order = { readonly key: string; readonly descending: boolean };

/** The order that the next press of a column's heading asks for. */
export function nextOrder(key: string, order: Order | null | undefined): Order {
  return { key, descending: order?.key === key ? !order.descending : false };
}

/** The address of the same list in another order, from its first page on. */
export function inOrder(params: URLSearchParams, { key, descending }: Order): { search: string } {
  const next = new URLSearchParams(params);
  next.set("order", `${key}:${descending ? "desc" : "asc"}`);
  next.delete("after");
  return { search: `?${next}` };
}

/** Rows in the order of a column; rows without a value stand last either way. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | null,
): Row[] {
  const value = columns.find(({ key }) => key === order?.key)?.value;
  if (!order || !value) return [...rows];
  const direction = order.descending ? -1 : 1;
  return rows.toSorted((left, right) => {
    const [a, b] = [value(left), value(right)];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    if (typeof a === "string" && typeof b === "string")
      return direction * a.localeCompare(b, "th", { numeric: true });
    return a === b ? 0 : direction * (a < b ? -1 : 1);
  });
}

/** Excel runs what begins with these; a quote in front keeps it text. */
const FORMULA = /^[=+\-@\t\r]/;

function field(value: string | number | bigint | null): string {
  if (value === null) return "";
  const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The table as CSV with a byte order mark, which Thai Excel needs. Columns without a value are left out. */
export function toCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const kept = columns.filter((column) => column.value);
  const lines = [
    kept.map(({ header }) => field(header)),
    ...rows.map((row) => kept.map(({ value }) => field(value?.(row) ?? null))),
  ];
  return `\uFEFF${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

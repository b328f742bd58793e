import type { Column, Kind } from "../store/schema/columns.ts";
import { allColumns, historyName } from "../store/schema/table.ts";
import type { Table } from "../store/schema/table.ts";
import { allTables } from "../store/tables/index.ts";

/** A table as it is compared: its columns, and those of them that name a row. */
export interface Shape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly { readonly name: string; readonly index: number; readonly kind: Kind }[];
}

/** Every table that follows from chain and documents, with the histories. */
export const shapes: readonly Shape[] = allTables.flatMap((table) => {
  const current = shape(table, table.name, table.key);
  if (table.kind !== "versioned") return [current];
  return [current, shape(table, historyName(table), [...table.key, "block", "log_index"])];
});

function shape(table: Table, name: string, key: readonly string[]): Shape {
  const columns = allColumns(table);
  return {
    name,
    columns: columns.map(([column]) => column),
    key: key.map((column) => {
      const index = columns.findIndex(([each]) => each === column);
      const [, { kind }] = columns[index] as [string, Column];
      return { name: column, index, kind };
    }),
  };
}

/** All rows of a table in the order of its key; texts by their bytes, so that the order is the same everywhere. */
export function orderedRows({ name, columns, key }: Shape, schema: string): string {
  const order = key.map(({ name: column, kind }) => `"${column}"${kind === "text" ? ' COLLATE "C"' : ""}`);
  const selected = columns.map((column) => `"${column}"`).join(", ");
  return `SELECT ${selected} FROM "${schema}"."${name}" ORDER BY ${order.join(", ")}`;
}

import { allColumns } from "./schema/table.ts";
import type { Table } from "./schema/table.ts";

/** `"a", "b"`: every column in the order in which rows are written. */
export function columnList(t: Table): string {
  return allColumns(t)
    .map(([name]) => `"${name}"`)
    .join(", ");
}

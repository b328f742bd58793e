/** How rows with a key of their own are written. */
import pg from "pg";
import type { Keyed } from "../mirror/batch.ts";
import type { KeyValue } from "../registers/types.ts";
import { columnList } from "./columns-of.ts";
import { writable } from "./copy-rows.ts";
import { sqlTypes } from "./schema/columns.ts";
import type { Kind } from "./schema/columns.ts";
import type { Table } from "./schema/table.ts";
import { copy } from "./statements.ts";
import type { Statement } from "./statements.ts";

/** Rows that replace those with their key, or are left out where there is one. */
export function writeKeyed(keyed: Keyed): Statement[] {
  return keyed.replace ? replaceRows(keyed) : addMissingRows(keyed);
}

/**
 * Takes the earlier rows away and copies the new ones into the table itself: what an upsert does costs more, and so does
 * a stage for it, whose file is extended and cut off again in every batch.
 */
function replaceRows({ table, rows, chosen }: Keyed): Statement[] {
  return [
    {
      sql: deletion(
        table,
        [...chosen.values()].map(({ key }) => key),
      ),
    },
    copy(`"${table.name}" (${columnList(table)})`, rows.pieces(numbersOf(chosen))),
  ];
}

/** Rows of documents, which somebody else fills: those that are there stay as they are. */
function addMissingRows({ table, rows, chosen }: Keyed): Statement[] {
  const stage = `"stage_${table.name}"`;
  const columns = columnList(table);
  const key = table.key.map((name) => `"${name}"`).join(", ");
  return [
    { sql: `CREATE TEMP TABLE IF NOT EXISTS ${stage} (LIKE "${table.name}") ON COMMIT DELETE ROWS` },
    copy(`${stage} (${columns})`, rows.pieces(numbersOf(chosen))),
    {
      sql: `INSERT INTO "${table.name}" (${columns}) SELECT ${columns} FROM ${stage} ON CONFLICT (${key}) DO NOTHING`,
    },
  ];
}

function* numbersOf(chosen: Keyed["chosen"]): Generator<number> {
  for (const { number } of chosen.values()) yield number;
}

function deletion(table: Table, keys: readonly (readonly KeyValue[])[]): string {
  const arrays = table.key.map((name, i) => {
    const { kind } = table.columns[name]!;
    return arrayLiteral(
      keys.map((key) => key[i]!),
      kind,
    );
  });
  if (arrays.length === 1) return `DELETE FROM "${table.name}" WHERE "${table.key[0]!}" = ANY(${arrays[0]!})`;
  const same = table.key.map((name) => `t."${name}" = k."${name}"`).join(" AND ");
  const names = table.key.map((name) => `"${name}"`).join(", ");
  return `DELETE FROM "${table.name}" t USING unnest(${arrays.join(", ")}) AS k(${names}) WHERE ${same}`;
}

/** Values as handlers write them, as an array of PostgreSQL. */
export function arrayLiteral(values: readonly KeyValue[], kind: Kind): string {
  const items = values.map((value) => {
    if (typeof value !== "string") return String(value);
    if (kind === "bytes") return `"\\\\x${value.slice(2)}"`;
    return `"${writable(value).replace(/["\\]/g, "\\$&")}"`;
  });
  return `${pg.escapeLiteral(`{${items.join(",")}}`)}::${sqlTypes[kind]}[]`;
}

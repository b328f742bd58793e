import type pg from "pg";
import type { KeyValue } from "../registers/types.ts";
import { sqlTypes } from "../store/schema/columns.ts";
import type { Kind } from "../store/schema/columns.ts";
import type { Table } from "../store/schema/table.ts";
import { keyText } from "./rows.ts";
import type { Row } from "./rows.ts";

const keyParameter = (value: KeyValue, kind: Kind) =>
  kind === "bytes" ? `\\x${String(value).slice(2)}` : String(value);

/** Reads the current rows of these keys, as handlers write them: bytes in hexadecimal. */
export async function loadRows(
  client: pg.ClientBase,
  table: Table,
  keys: readonly (readonly KeyValue[])[],
): Promise<Map<string, Row>> {
  const names = Object.keys(table.columns);
  const types = table.key.map((name) => `${sqlTypes[table.columns[name]!.kind]}[]`);
  const wanted = types.map((type, i) => `$${i + 1}::text[]::${type}`).join(", ");
  const columns = names.map((name) => `t."${name}"`).join(", ");
  const aliases = table.key.map((name) => `"${name}"`).join(", ");
  const { rows } = await client.query<Record<string, unknown>>(
    `SELECT ${columns} FROM unnest(${wanted}) AS k(${aliases}) JOIN "${table.name}" t USING (${aliases})`,
    table.key.map((name, i) => keys.map((key) => keyParameter(key[i]!, table.columns[name]!.kind))),
  );
  return new Map(
    rows.map((row) => {
      for (const name of names) {
        const value = row[name];
        if (Buffer.isBuffer(value)) row[name] = `0x${value.toString("hex")}`;
      }
      return [keyText(table.key.map((name) => row[name] as KeyValue)), row];
    }),
  );
}

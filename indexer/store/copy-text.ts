import type { Column, Kind } from "./schema/columns.ts";
import { allColumns } from "./schema/table.ts";
import type { Table } from "./schema/table.ts";

/** PostgreSQL's text format of COPY: columns separated by tabs, rows ended by newlines, `\N` for null. */

const SPECIAL = /[\\\t\n\r\0]/;
const SPECIALS = /[\\\t\n\r\0]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  "\0": "\ufffd",
};

function escaped(value: string): string {
  // Lone surrogates have no UTF-8; they and U+0000 are shown as U+FFFD.
  const text = value.isWellFormed() ? value : value.toWellFormed();
  return SPECIAL.test(text) ? text.replace(SPECIALS, (character) => ESCAPES[character]!) : text;
}

/** JSON text without the escape that jsonb refuses. */
const jsonText = (value: unknown) => JSON.stringify(value).replaceAll("\\u0000", "\\ufffd");

const LATEST = BigInt(Number.MAX_SAFE_INTEGER);

const encoders: Readonly<Record<Kind, (value: never) => string>> = {
  int2: String,
  int4: String,
  int8: String,
  uint64: String,
  time: (value: bigint) => String(value > LATEST ? LATEST : value),
  text: escaped,
  bool: (value: boolean) => (value ? "t" : "f"),
  bytes: (value: string) => `\\\\${value.slice(1)}`,
  json: (value: unknown) => escaped(jsonText(value)),
};

export type Encode = (row: Readonly<Record<string, unknown>>) => string;

/** A function that writes a row's own columns (without provenance, without newline) as COPY takes them. */
export function rowEncoder(t: Table): Encode {
  const columns = Object.entries(t.columns).map(([name, { kind }]: [string, Column]) => ({
    name,
    encode: encoders[kind] as (value: unknown) => string,
  }));
  return (row) => {
    let text = "";
    for (const { name, encode } of columns) {
      const value = row[name];
      const encoded = value === null || value === undefined ? "\\N" : encode(value);
      text = text === "" ? encoded : `${text}\t${encoded}`;
    }
    return text;
  };
}

/** The columns of provenance, as `rowEncoder` writes a row. */
export function provenanceText(block: bigint, txHash: string, logIndex: number, timestamp: bigint): string {
  return `${block}\t\\\\${txHash.slice(1)}\t${logIndex}\t${timestamp}`;
}

/** `"a", "b"`: every column in the order in which rows are written. */
export function columnList(t: Table): string {
  return allColumns(t)
    .map(([name]) => `"${name}"`)
    .join(", ");
}

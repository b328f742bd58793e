/**
 * Kinds of columns: how a value is declared in PostgreSQL and what it is in TypeScript.
 *
 * - `int2`, `int4`: number
 * - `int8`: bigint; identifiers, block numbers, and money in satang
 * - `time`: bigint; Unix seconds. Later than 2^53 − 1 (a validity without end) is kept as 2^53 − 1
 * - `uint64`: bigint; the few amounts that no rule of the contracts keeps below 2^63 (numeric(20) in PostgreSQL)
 * - `text`: string · `bool`: boolean
 * - `bytes`: `0x` and lower-case hexadecimal when written, Buffer when read (bytea)
 * - `json`: any JSON value (jsonb)
 */
export type Kind = "int2" | "int4" | "int8" | "time" | "uint64" | "text" | "bool" | "bytes" | "json";

export interface Column<Value = unknown, K extends Kind = Kind> {
  readonly kind: K;
  readonly nullable: boolean;
  /** Never set: carries the type of the value. */
  readonly value?: Value;
}

const column = <Value>(kind: Kind): Column<Value> => ({ kind, nullable: false });

export const int2 = column<number>("int2");
export const int4 = column<number>("int4");
export const int8 = column<bigint>("int8");
export const uint64 = column<bigint>("uint64");
export const text = column<string>("text");
export const bool = column<boolean>("bool");
export const bytes: Column<string, "bytes"> = { kind: "bytes", nullable: false };
export const json = column<unknown>("json");
/** Integer satang. */
export const money = int8;
export const time = column<bigint>("time");

/** The same kind of column, null where the fact is absent. */
export function optional<Value, K extends Kind>(column: Column<Value, K>): Column<Value | null, K> {
  return { kind: column.kind, nullable: true };
}

export const sqlTypes: Readonly<Record<Kind, string>> = {
  int2: "smallint",
  int4: "integer",
  int8: "bigint",
  time: "bigint",
  uint64: "numeric(20)",
  text: "text",
  bool: "boolean",
  bytes: "bytea",
  json: "jsonb",
};

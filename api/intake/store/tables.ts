import { CopyRows } from "../../../indexer/store/copy-rows.ts";
import { bytes, int2, int4, int8 } from "../../../indexer/store/schema/columns.ts";
import { table } from "../../../indexer/store/schema/table.ts";
import type { Columns, Table } from "../../../indexer/store/schema/table.ts";
import { copy } from "../../../indexer/store/statements.ts";
import type { Statement } from "../../../indexer/store/statements.ts";

const written = <const C extends Columns>(name: string, columns: C) =>
  table({ name, kind: "plain", key: [], columns });

/** The tables that grow, as COPY fills them; schema.sql makes them. */
export const entriesTable = written("entries", {
  first_index: int8,
  count: int2,
  log: int2,
  records: bytes,
});

export const tileTable = written("tile", { index: int8, log: int2, level: int2, root: bytes, hashes: bytes });

export const erasedTable = written("erased", { index: int8, log: int2 });

export const promiseTable = written("promise", {
  first_index: int8,
  first_seq: int8,
  group_id: int8,
  deadline: int8,
  writer: int4,
  count: int2,
  log: int2,
  leaves_root: bytes,
  body_digest: bytes,
  key_hash: bytes,
});

/** A row as COPY takes it: numbers below 2^53, bytes as they are. */
type Row<T> =
  T extends Table<infer C>
    ? { readonly [K in keyof C]: C[K] extends { kind: "bytes" } ? Uint8Array : number }
    : never;

/** Rows to be added to a table; nothing when there are none. */
export function additions<T extends Table>(to: T, rows: Iterable<Row<T>>): Statement[] {
  const copied = new CopyRows(to);
  for (const row of rows) copied.add(row);
  if (copied.count === 0) return [];
  const columns = Object.keys(to.columns).join(", ");
  return [copy(`intake.${to.name} (${columns})`, copied.pieces())];
}

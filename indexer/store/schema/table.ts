import { bytes, int4, int8, time } from "./columns.ts";
import type { Column } from "./columns.ts";

export type Columns = Readonly<Record<string, Column>>;

/**
 * - `versioned`: an entity that changes. Every change appends a whole row to `<name>_history`; `<name>` holds the last
 *   one of each key. As of block N: the function `<name>_as_of(N)`.
 * - `appended`: facts that never change once they are there. As of block N: `block <= N`.
 * - `plain`: the chain itself (blocks, transactions, events), and rows read from an anchored document, whose provenance
 *   is that of the event that anchored it.
 */
export type TableKind = "versioned" | "appended" | "plain";

export interface Index {
  /** Column names or SQL expressions, in order. */
  readonly on: readonly string[];
  readonly using?: "btree" | "gin";
  readonly where?: string;
}

export interface Table<C extends Columns = Columns> {
  readonly name: string;
  readonly kind: TableKind;
  /** Columns that make a row unique. */
  readonly key: readonly string[];
  /**
   * Whether rows are only ever added and found by nobody while the mirror fills: then the key, too, is made when the
   * mirror has caught up. Until then the checkpoint and the journals see to it that no row is there twice.
   */
  readonly lateKey: boolean;
  readonly columns: C;
  readonly indexes: readonly Index[];
}

/** Where a row comes from: the event that made it. `timestamp` is the block's (Unix seconds). */
export const provenance = { block: int8, tx_hash: bytes, log_index: int4, timestamp: time } satisfies Columns;

/** Values of a row as handlers write them, without provenance. */
export type RowOf<T> =
  T extends Table<infer C> ? { [K in keyof C]: C[K] extends Column<infer V> ? V : never } : never;

/** Declares a table; an index is a list of columns or a full description. Keys of appended facts are late. */
export function table<const C extends Columns>(declaration: {
  readonly name: string;
  readonly kind: TableKind;
  readonly key: readonly string[];
  readonly lateKey?: boolean;
  readonly columns: C;
  readonly indexes?: readonly (readonly string[] | Index)[];
}): Table<C> {
  const indexes = (declaration.indexes ?? []).map((index) =>
    "on" in index ? index : { on: index as readonly string[] },
  );
  return { ...declaration, indexes, lateKey: declaration.lateKey ?? declaration.kind === "appended" };
}

/** Every column in the order of the table, provenance last where the table carries it. */
export function allColumns(t: Table): [name: string, column: Column][] {
  return Object.entries(t.kind === "plain" ? t.columns : { ...t.columns, ...provenance });
}

/** The table that holds every version of a versioned entity. */
export function historyName(t: Table): string {
  return `${t.name}_history`;
}

/**
 * The read side of the mirror for the API: a pool and the types of all rows. `docs/schema.md` describes the tables,
 * `indexer/store/schema.sql` is their print.
 */
import pg from "pg";
import { connectionSettings } from "./pool.ts";
import type { Column } from "./schema/columns.ts";
import type { provenance, Table } from "./schema/table.ts";
import type { tables } from "./tables/index.ts";

export { connectionSettings, MIRROR } from "./pool.ts";
export { CHANNEL } from "./notice.ts";
export type { Notice } from "./notice.ts";

type Nullable<V> = null extends V ? null : never;
type ReadValue<C> = C extends { kind: "bytes" } & Column<infer V>
  ? Buffer | Nullable<V>
  : C extends Column<infer V>
    ? V
    : never;
type ReadColumns<C> = { [K in keyof C]: ReadValue<C[K]> };

/** Where a row comes from: event (block, log index), its transaction, and the block's time (Unix seconds). */
export type ProvenanceRow = ReadColumns<typeof provenance>;

/** A row as `pg` gives it through `openReadPool`. */
export type ReadRow<T> =
  T extends Table<infer C>
    ? T extends { readonly kind: "plain" }
      ? ReadColumns<C>
      : ReadColumns<C> & ProvenanceRow
    : never;

type Tables = typeof tables;

/** Row types by table, e.g. `MirrorRow["commitment"]`; the keys are those of `tables`. */
export type MirrorRow = { [N in keyof Tables]: ReadRow<Tables[N]> };

/** State of the mirror itself: table `checkpoint`, one row. */
export interface CheckpointRow {
  readonly chain_id: bigint;
  readonly deployment_id: string;
  readonly genesis_hash: Buffer;
  readonly block: bigint;
  readonly block_hash: Buffer;
  readonly block_timestamp: bigint;
  readonly head: bigint;
  readonly caught_up: boolean;
  readonly halted: { readonly code: string; readonly message: string; readonly mend: string } | null;
  readonly failing: string | null;
}

/** A pool whose connections can read the mirror and nothing else. */
export function openReadPool(url: string, settings: pg.PoolConfig = {}): pg.Pool {
  const base = connectionSettings(url);
  return new pg.Pool({
    ...base,
    options: `${base.options} -c default_transaction_read_only=on`,
    application_name: "prongsai-api",
    ...settings,
  });
}

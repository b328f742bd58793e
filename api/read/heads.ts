import type { MetaRow } from "./rows/ledger.ts";

/** Tells when the index has moved on. */
export interface Heads {
  /** Newest state known, without asking the database. */
  readonly current: MetaRow;
  /** Resolves as soon as the index stands at another block than `block`; rejects when the signal aborts. */
  after(block: number, signal: AbortSignal): Promise<MetaRow>;
}

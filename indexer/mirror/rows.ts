import type { KeyValue } from "../registers/types.ts";
import type { Table } from "../store/schema/table.ts";

export type Row = Readonly<Record<string, unknown>>;

/**
 * Entries of one generation; two are kept. More than what is being worked on at a time in a ledger: a row that is not at
 * hand costs a question to the database, for which everything else waits.
 */
const GENERATION = 10_000;

export const keyText = (key: readonly KeyValue[]): string =>
  key.length === 1 ? String(key[0]) : key.join("\0");

/**
 * The last versions of rows, as handlers see them: those of batches that are still being written, and those used of late.
 * Two generations; the older one is dropped when the younger is full and everything in it has been written.
 */
export class Rows {
  #young = new Map<Table, Map<string, Row>>();
  #old = new Map<Table, Map<string, Row>>();
  #size = 0;
  /** Batch in which the older generation was closed. */
  #oldSince = 0;
  #batch = 0;

  get(table: Table, key: string): Row | undefined {
    const young = this.#young.get(table)?.get(key);
    if (young) return young;
    const old = this.#old.get(table)?.get(key);
    if (old) this.set(table, key, old);
    return old;
  }

  set(table: Table, key: string, row: Row): void {
    let rows = this.#young.get(table);
    if (!rows) this.#young.set(table, (rows = new Map()));
    if (!rows.has(key)) this.#size++;
    rows.set(key, row);
  }

  /** Call before each batch. @param written number of batches that are committed */
  nextBatch(written: number): void {
    this.#batch++;
    if (this.#size < GENERATION || written < this.#oldSince) return;
    this.#old = this.#young;
    this.#oldSince = this.#batch;
    this.#young = new Map();
    this.#size = 0;
  }

  clear(): void {
    this.#young = new Map();
    this.#old = new Map();
    this.#size = 0;
    this.#oldSince = 0;
    this.#batch = 0;
  }
}

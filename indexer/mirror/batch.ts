import { columnList } from "../store/columns-of.ts";
import { CopyRows } from "../store/copy-rows.ts";
import { historyName } from "../store/schema/table.ts";
import type { Table } from "../store/schema/table.ts";
import type { KeyValue, Put } from "../registers/types.ts";
import type { JournalState } from "../source/types.ts";
import { SpareRows } from "./spare-rows.ts";

/** Rows to append. */
export interface Appended {
  /** the table itself, or its history */
  readonly target: string;
  readonly columns: string;
  readonly rows: CopyRows;
}

/** Rows that replace those with the same key (`replace`), or are written unless there is one. */
export interface Keyed {
  readonly table: Table;
  readonly replace: boolean;
  readonly rows: CopyRows;
  /** the row that counts, by its key as text */
  readonly chosen: Map<string, Chosen>;
}

/** A row's number, and the values of its key in the table's order. */
export interface Chosen {
  readonly number: number;
  readonly key: readonly KeyValue[];
}

/** Everything that one range of blocks means for the mirror; written in one transaction. */
export class Batch {
  readonly from: number;
  readonly to: number;
  readonly hash: string;
  readonly timestamp: bigint;
  events = 0;
  journals: ReadonlyMap<string, JournalState & { address: string }> = new Map();
  readonly appended = new Map<string, Appended>();
  readonly keyed = new Map<Table, Keyed>();
  readonly #spare: SpareRows;

  constructor(range: { from: number; to: number; hash: string; timestamp: bigint }, spare = new SpareRows()) {
    this.#spare = spare;
    this.from = range.from;
    this.to = range.to;
    this.hash = range.hash;
    this.timestamp = range.timestamp;
  }

  /** Call when it is committed. */
  written(): void {
    for (const { target, rows } of this.appended.values()) this.#spare.give(target, rows);
  }

  /** Appends a row of a table that carries no provenance of its own. */
  append(table: Table, row: Readonly<Record<string, unknown>>): void {
    this.#appendTo(table, table.name).add(row);
  }

  /** What a handler gave, with the key of its row and the provenance of its event as `createProvenance` writes it. */
  put({ table, row }: Put, key: readonly KeyValue[], text: string, provenance: Uint8Array): void {
    if (table.kind === "plain") {
      const keyed = this.#keyed(table, false, () => new CopyRows(table));
      if (!keyed.chosen.has(text)) keyed.chosen.set(text, { number: keyed.rows.add(row), key });
    } else {
      const history = this.#appendTo(table, historyName(table));
      const number = history.add(row, provenance);
      this.#keyed(table, true, () => history).chosen.set(text, { number, key });
    }
  }

  /** The same for a fact that never changes. */
  putFact({ table, row }: Put, provenance: Uint8Array): void {
    this.#appendTo(table, table.name).add(row, provenance);
  }

  #appendTo(table: Table, target: string): CopyRows {
    let appended = this.appended.get(target);
    if (!appended) {
      appended = { target, columns: columnList(table), rows: this.#spare.take(table, target) };
      this.appended.set(target, appended);
    }
    return appended.rows;
  }

  #keyed(table: Table, replace: boolean, rows: () => CopyRows): Keyed {
    let keyed = this.keyed.get(table);
    if (!keyed) this.keyed.set(table, (keyed = { table, replace, rows: rows(), chosen: new Map() }));
    return keyed;
  }
}

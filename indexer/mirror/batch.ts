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

/** A block as the checkpoint names it. */
export interface BlockMark {
  readonly number: number;
  readonly hash: string;
  /** Unix seconds */
  readonly timestamp: number;
}

export type Journals = ReadonlyMap<string, JournalState & { readonly address: string }>;

/** Everything that some ranges of blocks, one after another, mean for the mirror; written in one transaction. */
export class Batch {
  /** when it was begun, by the process's steady clock (milliseconds) */
  readonly begun = performance.now();
  events = 0;
  /** the last block of the last range, and the journals after it */
  last: BlockMark | undefined;
  journals: Journals = new Map();
  /** Whether it holds whole ranges. One that an error left half-filled must not be written. */
  whole = true;
  readonly appended = new Map<string, Appended>();
  readonly keyed = new Map<Table, Keyed>();
  readonly #spare: SpareRows;

  constructor(spare = new SpareRows()) {
    this.#spare = spare;
  }

  /** Bytes of its rows; of what replaces earlier rows, once. */
  get size(): number {
    return this.appended.values().reduce((sum, { rows }) => sum + rows.size, 0);
  }

  /** To be called before the first row of a range is added. */
  beginRange(): void {
    this.whole = false;
  }

  /** To be called when all rows of a range are there. */
  endRange(last: BlockMark, events: number, journals: Journals): void {
    this.last = last;
    this.events += events;
    this.journals = journals;
    this.whole = true;
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

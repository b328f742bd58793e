import { columnList } from "../store/columns-of.ts";
import { CopyRows } from "../store/copy-rows.ts";
import { historyName } from "../store/schema/table.ts";
import type { Table } from "../store/schema/table.ts";
import type { Put } from "../registers/types.ts";
import type { JournalState } from "../source/types.ts";

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
  /** number of the row that counts, by key */
  readonly chosen: Map<string, number>;
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

  constructor(range: { from: number; to: number; hash: string; timestamp: bigint }) {
    this.from = range.from;
    this.to = range.to;
    this.hash = range.hash;
    this.timestamp = range.timestamp;
  }

  /** Appends a row of a table that carries no provenance of its own. */
  append(table: Table, row: Readonly<Record<string, unknown>>): void {
    this.#appendTo(table, table.name).add(row);
  }

  /** What a handler gave, with the key of its row and the provenance of its event as `createProvenance` writes it. */
  put({ table, row }: Put, key: string, provenance: Uint8Array): void {
    if (table.kind === "plain") {
      const keyed = this.#keyed(table, false, () => new CopyRows(table));
      if (!keyed.chosen.has(key)) keyed.chosen.set(key, keyed.rows.add(row));
    } else if (table.kind === "appended") {
      this.#appendTo(table, table.name).add(row, provenance);
    } else {
      const history = this.#appendTo(table, historyName(table));
      this.#keyed(table, true, () => history).chosen.set(key, history.add(row, provenance));
    }
  }

  #appendTo(table: Table, target: string): CopyRows {
    let appended = this.appended.get(target);
    if (!appended) {
      appended = { target, columns: columnList(table), rows: new CopyRows(table) };
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

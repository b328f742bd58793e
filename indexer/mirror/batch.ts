import { columnList, rowEncoder } from "../store/copy-text.ts";
import type { Encode } from "../store/copy-text.ts";
import { historyName } from "../store/schema/table.ts";
import type { Table } from "../store/schema/table.ts";
import type { Put } from "../registers/types.ts";
import { keyText } from "./rows.ts";
import type { KeyValue } from "../registers/types.ts";
import type { JournalState } from "../source/types.ts";

const encoders = new Map<Table, Encode>();

function encoderOf(table: Table): Encode {
  let encode = encoders.get(table);
  if (!encode) encoders.set(table, (encode = rowEncoder(table)));
  return encode;
}

/** Rows to append, as COPY takes them. */
export interface Appended {
  readonly table: Table;
  /** the table itself, or its history */
  readonly target: string;
  readonly columns: string;
  readonly rows: string[];
}

/** Rows that replace those with the same key (`replace`), or are written unless there is one. */
export interface Keyed {
  readonly table: Table;
  readonly replace: boolean;
  readonly rows: Map<string, string>;
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
    this.#appendTo(table, table.name).push(encoderOf(table)(row));
  }

  /** What a handler gave, with the provenance of its event as `provenanceText` writes it. */
  put({ table, row }: Put, provenance: string): void {
    const own = encoderOf(table)(row);
    if (table.kind === "plain") return this.#key(table, row, own, false);
    const text = `${own}\t${provenance}`;
    if (table.kind === "appended") {
      this.#appendTo(table, table.name).push(text);
      return;
    }
    this.#appendTo(table, historyName(table)).push(text);
    this.#key(table, row, text, true);
  }

  #appendTo(table: Table, target: string): string[] {
    let appended = this.appended.get(target);
    if (!appended) {
      appended = { table, target, columns: columnList(table), rows: [] };
      this.appended.set(target, appended);
    }
    return appended.rows;
  }

  #key(table: Table, row: Put["row"], text: string, replace: boolean): void {
    let keyed = this.keyed.get(table);
    if (!keyed) this.keyed.set(table, (keyed = { table, replace, rows: new Map() }));
    const key = keyText(table.key.map((name) => row[name] as KeyValue));
    if (replace || !keyed.rows.has(key)) keyed.rows.set(key, text);
  }
}

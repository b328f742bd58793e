import type pg from "pg";
import { columnList } from "../../store/columns-of.ts";
import { copyInto } from "../../store/copy-into.ts";
import { CopyRows } from "../../store/copy-rows.ts";
import type { Table } from "../../store/schema/table.ts";

/** Rows that are gathered before they are copied: enough that a copy's round trip does not count. */
const FLUSH_AT = 5_000;

/** Gathers rows of several tables and copies them in pieces; a connection can copy into one table at a time. */
export class Staging {
  readonly #client: pg.Client;
  readonly #waiting = new Map<Table, CopyRows>();
  #count = 0;

  constructor(client: pg.Client) {
    this.#client = client;
  }

  add(table: Table, row: Readonly<Record<string, unknown>>): void {
    let rows = this.#waiting.get(table);
    if (!rows) this.#waiting.set(table, (rows = new CopyRows(table)));
    rows.add(row);
    this.#count++;
  }

  async flushWhenFull(): Promise<void> {
    if (this.#count >= FLUSH_AT) await this.flush();
  }

  async flush(): Promise<void> {
    for (const [table, rows] of this.#waiting) {
      await copyInto(this.#client, `"${table.name}" (${columnList(table)})`, rows.pieces());
    }
    this.#waiting.clear();
    this.#count = 0;
  }
}

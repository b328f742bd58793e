import type pg from "pg";
import { columnList } from "../../store/columns-of.ts";
import { CopyRows } from "../../store/copy-rows.ts";
import { copy, sendAll } from "../../store/statements.ts";
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

  /** @param provenance of a row whose table carries it, as `createProvenance` writes it */
  add(table: Table, row: Readonly<Record<string, unknown>>, provenance?: Uint8Array): void {
    let rows = this.#waiting.get(table);
    if (!rows) this.#waiting.set(table, (rows = new CopyRows(table)));
    rows.add(row, provenance);
    this.#count++;
  }

  async flushWhenFull(): Promise<void> {
    if (this.#count >= FLUSH_AT) await this.flush();
  }

  async flush(): Promise<void> {
    const copies = [...this.#waiting].map(([table, rows]) =>
      copy(`"${table.name}" (${columnList(table)})`, rows.pieces()),
    );
    if (copies.length > 0) await sendAll(this.#client, copies);
    this.#waiting.clear();
    this.#count = 0;
  }
}

import { once } from "node:events";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { columnList, rowEncoder } from "../../store/copy-text.ts";
import type { Encode } from "../../store/copy-text.ts";
import type { Table } from "../../store/schema/table.ts";

/** Rows that are gathered before they are copied: enough that a copy's round trip does not count. */
const FLUSH_AT = 5_000;

/** Gathers rows of several tables and copies them in pieces; a connection can copy into one table at a time. */
export class Staging {
  readonly #client: pg.Client;
  readonly #waiting = new Map<Table, { encode: Encode; rows: string[] }>();
  #count = 0;

  constructor(client: pg.Client) {
    this.#client = client;
  }

  add(table: Table, row: Readonly<Record<string, unknown>>): void {
    let waiting = this.#waiting.get(table);
    if (!waiting) this.#waiting.set(table, (waiting = { encode: rowEncoder(table), rows: [] }));
    waiting.rows.push(waiting.encode(row));
    this.#count++;
  }

  async flushWhenFull(): Promise<void> {
    if (this.#count >= FLUSH_AT) await this.flush();
  }

  async flush(): Promise<void> {
    for (const [table, { rows }] of this.#waiting) {
      if (rows.length === 0) continue;
      const stream = this.#client.query(copyFrom(`COPY "${table.name}" (${columnList(table)}) FROM STDIN`));
      const finished = once(stream, "finish");
      stream.end(Buffer.from(`${rows.join("\n")}\n`));
      await finished;
      rows.length = 0;
    }
    this.#count = 0;
  }
}

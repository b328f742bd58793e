import { FatalError } from "../errors/index.ts";
import type { Context, KeyValue, Place } from "../registers/types.ts";
import type { Table } from "../store/schema/table.ts";
import { keyText } from "./rows.ts";
import type { Rows } from "./rows.ts";

/** What handlers see of an event's place and of earlier rows. One for all events: a handler keeps nothing of it. */
export class EventContext implements Context {
  block = 0n;
  timestamp = 0n;
  txHash = "0x";
  logIndex = 0;
  readonly get: Context["get"];
  readonly find: Context["find"];

  constructor(rows: Rows) {
    const find = (table: Table, ...key: readonly KeyValue[]) => rows.get(table, keyText(key));
    this.find = find as Context["find"];
    this.get = ((table: Table, ...key: readonly KeyValue[]) => {
      const row = find(table, ...key);
      if (!row) throw new FatalError("INDEX_ROW_MISSING", { table: table.name, key: key.join(", ") });
      return row;
    }) as Context["get"];
  }

  /** Moves to the next event. */
  at({ block, timestamp, txHash, logIndex }: Place): this {
    this.block = block;
    this.timestamp = timestamp;
    this.txHash = txHash;
    this.logIndex = logIndex;
    return this;
  }
}

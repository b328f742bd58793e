import { CopyRows } from "../store/copy-rows.ts";
import type { Table } from "../store/schema/table.ts";

/** Rows of batches that are committed: whoever takes them need not ask the system for memory again, nor clear it. */
export class SpareRows {
  readonly #spare = new Map<string, CopyRows[]>();

  /** @param target the table itself, or its history */
  take(table: Table, target: string): CopyRows {
    return this.#spare.get(target)?.pop() ?? new CopyRows(table);
  }

  give(target: string, rows: CopyRows): void {
    rows.clear();
    const others = this.#spare.get(target);
    if (others) others.push(rows);
    else this.#spare.set(target, [rows]);
  }
}

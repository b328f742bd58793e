import { unpackEntries } from "../store/piece.ts";
import type { Int8, Queryable } from "../store/queryable.ts";

/** An entry of a log. */
export interface Entry {
  readonly index: number;
  /** canonical JSON of the record in UTF-8 */
  readonly bytes: Uint8Array;
}

interface Row {
  readonly first_index: Int8;
  readonly records: Buffer;
}

/** Rows that are read at a time; each holds at most 256 entries. */
const ROWS = 64;

const SELECT = `SELECT first_index, records FROM intake.entries
  WHERE log = $1 AND first_index >= coalesce(
    (SELECT max(first_index) FROM intake.entries WHERE log = $1 AND first_index <= $2), $2) AND first_index < $3
  ORDER BY first_index LIMIT ${ROWS}`;

/**
 * The entries `[from, to)` of a log, in order, until the first that is not there. What is not acknowledged yet is not given.
 *
 * @param log number in the intake's tables
 */
export async function* readEntries(
  database: Queryable,
  log: number,
  from: number,
  to: number,
): AsyncGenerator<Entry> {
  for (let next = from; next < to;) {
    const { rows } = await database.query<Row>(SELECT, [log, next, to]);
    const before = next;
    for (const { first_index, records } of rows) {
      const first = Number(first_index);
      // Behind a hole the entries have no known place any more; whoever asked sees that some are missing.
      if (first > next) return;
      const entries = unpackEntries(records);
      for (let at = next - first; at < entries.length && first + at < to; at++)
        yield { index: first + at, bytes: entries[at]! };
      next = Math.max(next, first + entries.length);
    }
    if (next === before) return;
  }
}

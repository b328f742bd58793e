import type { Int8, Queryable } from "../../intake/store/queryable.ts";

/** The promise that must be kept first, of those that an anchored size does not keep. */
export type OpenPromise = { readonly firstIndex: number; /** Unix seconds */ readonly deadline: number };

const EARLIEST = `SELECT first_index, deadline FROM intake.promise
  WHERE log = $1 AND first_index + count > $2 AND first_index >= coalesce(
    (SELECT max(first_index) FROM intake.promise WHERE log = $1 AND first_index <= $2), $2)
  ORDER BY deadline, first_index LIMIT 1`;

/**
 * Deadlines need not come in the log's order: the time that a service promises may have been changed.
 *
 * @param anchored size of the anchored log
 */
export async function earliestPromise(
  database: Queryable,
  log: number,
  anchored: number,
): Promise<OpenPromise | undefined> {
  const { rows } = await database.query<{ first_index: Int8; deadline: Int8 }>(EARLIEST, [log, anchored]);
  const [row] = rows;
  return row && { firstIndex: Number(row.first_index), deadline: Number(row.deadline) };
}

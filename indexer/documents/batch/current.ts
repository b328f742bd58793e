import type pg from "pg";

/** A batch's projects stand next to each other, because its number is the upper half of their identifiers. */
const ofBatch = (alias: string, batch: string) =>
  `${alias}.reported_id >= ${batch} * 4294967296 AND ${alias}.reported_id < (${batch} + 1) * 4294967296`;

const stands = (alias: string) => `NOT EXISTS (
  SELECT FROM import_batch b WHERE b.batch_id = ${alias}.batch_id AND b.superseded_by IS NOT NULL)`;

/**
 * Which row of a project counts: that of the newest batch that nobody has superseded. Looks at the projects of the given
 * batches, in whichever batch they stand.
 */
export async function refreshCurrent(client: pg.ClientBase, batches: readonly bigint[]): Promise<void> {
  for (const batch of batches) {
    const { rows } = await client.query<{ others: boolean; stands: boolean }>(
      `SELECT superseded_by IS NULL AS stands,
              EXISTS (SELECT FROM reported_project WHERE batch_id <> $1) AS others
       FROM import_batch WHERE batch_id = $1`,
      [batch],
    );
    if (!rows[0]) continue;
    if (!rows[0].others) {
      await client.query(
        `UPDATE reported_project p SET current = $2 WHERE ${ofBatch("p", "$1::bigint")} AND current <> $2`,
        [batch, rows[0].stands],
      );
      continue;
    }
    await client.query(
      `WITH last AS (
         SELECT DISTINCT ON (p.scheme, p.value) p.reported_id
         FROM reported_project p
         JOIN reported_project own ON own.scheme = p.scheme AND own.value = p.value AND ${ofBatch("own", "$1::bigint")}
         WHERE ${stands("p")} ORDER BY p.scheme, p.value, p.batch_id DESC
       ), touched AS (
         SELECT p.reported_id, p.reported_id IN (SELECT reported_id FROM last) AS current
         FROM reported_project p
         JOIN reported_project own ON own.scheme = p.scheme AND own.value = p.value AND ${ofBatch("own", "$1::bigint")}
       )
       UPDATE reported_project p SET current = t.current FROM touched t
       WHERE t.reported_id = p.reported_id AND p.current <> t.current`,
      [batch],
    );
  }
}

/** Batches that were superseded since their rows were counted last. */
export async function supersededBatches(client: pg.ClientBase): Promise<bigint[]> {
  const { rows } = await client.query<{ batch_id: bigint }>(
    `SELECT b.batch_id FROM import_batch b WHERE b.superseded_by IS NOT NULL AND EXISTS (
       SELECT FROM reported_project p WHERE p.current AND ${ofBatch("p", "b.batch_id")})`,
  );
  return rows.map(({ batch_id }) => batch_id);
}

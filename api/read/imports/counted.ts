import { anyOf } from "../budget/conditions.ts";
import type { ReportedFilter } from "../filters.ts";
import { versioned } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { raw, sql } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";

/** Rows of batches that nobody has superseded, as of the block asked about. */
export const inUse = (alias: string, asOf: AsOf): Sql =>
  sql`${raw(alias)}.batch_id IN (SELECT b.batch_id FROM ${versioned("import_batch", "b", asOf)} WHERE b.superseded_by IS NULL)`;

/** Which row of each key counts: of the newest batch that nobody has superseded, as of the block asked about. */
export function counted(filter: Pick<ReportedFilter, "importBatch">, asOf: AsOf): Sql {
  const batches = anyOf("rp.batch_id", "bigint", filter.importBatch);
  if (asOf === null) return batches ?? raw("rp.current");
  if (batches) {
    return sql`${batches} AND rp.batch_id IN (SELECT b.batch_id FROM ${versioned("import_batch", "b", asOf)})`;
  }
  return sql`${inUse("rp", asOf)} AND NOT EXISTS (SELECT FROM reported_project later
    WHERE later.scheme = rp.scheme AND later.value = rp.value AND later.batch_id > rp.batch_id AND ${inUse("later", asOf)})`;
}

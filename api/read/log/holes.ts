import { apiError } from "../../errors/api-error.ts";
import type { ActionFilter } from "../filters.ts";
import type { PageArgs } from "../rows/common.ts";
import type { ActionRow } from "../rows/log.ts";
import type { Database } from "../sql/database.ts";
import { appendedBefore } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { sql, where } from "../sql/sql.ts";

/** The name of the service, when the filter asks for nothing but one service: then its entries follow by index. */
export function onlyService({ service, ...rest }: ActionFilter): string | undefined {
  const others = Object.values(rest).some((value) => value !== undefined && value !== null);
  return service?.length === 1 && !others ? service[0] : undefined;
}

/**
 * Refuses a page of a service's entries in the order of the log that passes over one which was read once. Looked at are
 * the page and the place after it, however large the log is.
 *
 * @throws ProngsaiError ACTION_LOST with the first entry that is missing on the page
 */
export async function refuseHoles(
  database: Database,
  { service, direction }: { service: string; direction: "ASC" | "DESC" },
  rows: readonly ActionRow[],
  { first, after }: PageArgs,
  asOf: AsOf,
): Promise<void> {
  // Where a page after another begins is known by its first row only.
  if (after !== null && rows.length === 0) return;
  const begins = after === null ? null : rows[0]!.index;
  const newest = sql`(SELECT max(l.size) - 1 FROM log_anchor l
    ${where([sql`l.service = o.service`, appendedBefore("l", asOf)])})`;
  const last = direction === "DESC" ? sql`coalesce(${begins}::bigint, ${newest})` : newest;
  const [least, most] =
    direction === "DESC"
      ? [sql`greatest(${last} - ${first}::bigint, 0)`, last]
      : [
          sql`coalesce(${begins}::bigint, 0)`,
          sql`least(coalesce(${begins}::bigint, 0) + ${first}::bigint, ${last})`,
        ];
  const [missing] = await database.rows<{ n: bigint }>(
    sql`SELECT n.n FROM service o CROSS JOIN LATERAL generate_series(${least}, ${most}) n (n)
      ${where([
        sql`o.name = ${service}`,
        sql`NOT EXISTS (SELECT FROM action a WHERE a.service = o.number AND a.index = n.n)`,
        sql`(SELECT r.state FROM log_anchor l JOIN log_reading r ON r.service = l.service AND r.size = l.size
          WHERE l.service = o.service AND l.size > n.n ORDER BY l.size LIMIT 1) = 'complete'`,
      ])} ORDER BY n.n LIMIT 1`,
  );
  if (missing) throw apiError("ACTION_LOST", { service, index: Number(missing.n) });
}

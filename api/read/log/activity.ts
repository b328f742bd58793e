import { dayOfAction } from "../../../indexer/store/tables/log/actions.ts";
import { anyOf } from "../budget/conditions.ts";
import type { ActionFilter } from "../filters.ts";
import type { LogReads } from "../reads.ts";
import type { ActivityRow } from "../rows/log.ts";
import type { Database } from "../sql/database.ts";
import type { AsOf } from "../sql/source.ts";
import { raw, sql, where } from "../sql/sql.ts";

const DAY = raw(dayOfAction("a"));

/**
 * Counting a filter that is only of services and types: the days' counts, less what was anchored after the block asked
 * about. Undefined for any other filter.
 */
export function countByDays(
  database: Database,
  { service, type, ...others }: ActionFilter,
  asOf: AsOf,
): (() => Promise<number>) | undefined {
  if (Object.values(others).some((value) => value !== null && value !== undefined)) return undefined;
  const numbers = service
    ? sql`a.service = ANY(ARRAY(SELECT s.number FROM service s WHERE s.name = ANY(${[...service]}::text[])))`
    : null;
  const conditions = [numbers, anyOf("a.type", "text", type)];
  return async () => {
    const later =
      asOf === null
        ? sql`0`
        : sql`(SELECT count(*) FROM action a ${where([...conditions, sql`a.block > ${asOf}::bigint`])})`;
    const [row] = await database.rows<{ n: bigint }>(
      sql`SELECT coalesce((SELECT sum(a.count) FROM action_day a ${where(conditions)}), 0)::bigint - ${later} AS n`,
    );
    return Number(row!.n);
  };
}

export function activityReads(database: Database): Pick<LogReads, "activity"> {
  return {
    activity: async ({ number, asOf }, from, to) => {
      const within = sql`a.service = ${number} AND d.day BETWEEN ${from} AND ${to}`;
      const later =
        asOf === null
          ? raw("")
          : sql`UNION ALL SELECT d.day, a.type, -1 AS count FROM action a CROSS JOIN LATERAL (SELECT ${DAY} AS day) d
              WHERE ${within} AND a.block > ${asOf}::bigint`;
      const rows = await database.rows<{ day: number; type: string; n: bigint }>(
        sql`SELECT c.day, c.type, sum(c.count)::bigint AS n FROM (
            SELECT a.day, a.type, a.count FROM action_day a CROSS JOIN LATERAL (SELECT a.day) d WHERE ${within}
            ${later}) c GROUP BY c.day, c.type HAVING sum(c.count) <> 0 ORDER BY c.day, c.type COLLATE "C"`,
      );
      return rows.map(({ day, type, n }): ActivityRow => ({ day, type, count: Number(n) }));
    },
  };
}

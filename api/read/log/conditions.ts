import { anyOf } from "../budget/conditions.ts";
import type { ActionFilter } from "../filters.ts";
import { appendedBefore } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { sql, where } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";

export const bytes = (hex: string): Buffer => Buffer.from(hex.slice(2), "hex");

/** Numbers of services by their names. One name is looked up as one value, so that an index gives the order, too. */
function ofServices(names: readonly string[]): Sql {
  return names.length === 1
    ? sql`a.service = (SELECT s.number FROM service s WHERE s.name = ${names[0]})`
    : sql`a.service = ANY(ARRAY(SELECT s.number FROM service s WHERE s.name = ANY(${[...names]}::text[])))`;
}

const one = (column: Sql, value: unknown): Sql => sql`${column} = ${value}`;

/** Conditions on `action a`, as of a block. */
export function actionConditions(
  { service, type, agency, ...filter }: ActionFilter,
  asOf: AsOf,
): (Sql | null)[] {
  const { subject, submitter, from, to, superseded } = filter;
  const same = sql`r.service = a.service AND r.supersedes = a.index`;
  const replaced = sql`EXISTS (SELECT FROM action r ${where([same, appendedBefore("r", asOf)])})`;
  return [
    service ? ofServices(service) : null,
    type?.length === 1 ? one(sql`a.type`, type[0]) : anyOf("a.type", "text", type),
    agency?.length === 1 ? one(sql`a.agency`, agency[0]) : anyOf("a.agency", "int", agency),
    subject ? one(sql`a.subject`, bytes(subject)) : null,
    submitter ? one(sql`a.submitter`, submitter) : null,
    typeof from === "number" ? sql`a.ts >= ${from}::bigint * 1000` : null,
    typeof to === "number" ? sql`a.ts < ${to}::bigint * 1000` : null,
    superseded === true ? replaced : null,
    superseded === false ? sql`NOT ${replaced}` : null,
    appendedBefore("a", asOf),
  ];
}

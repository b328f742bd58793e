import { flagText } from "../../../sdk/import/texts.ts";
import { redFlagRule } from "../../../sdk/redflags/index.ts";
import { toArabicDigits } from "../../../sdk/thai-digits.ts";
import { apiError } from "../../errors/api-error.ts";
import type { ReportedFilter } from "../filters.ts";
import type { RedFlagIndex } from "../redflags/red-flag-index.ts";
import { anyOf } from "../budget/conditions.ts";
import type { Database } from "../sql/database.ts";
import { contains, searchTerms } from "../sql/search.ts";
import type { AsOf } from "../sql/source.ts";
import { join, sql } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";
import { counted } from "./counted.ts";
import type { ReportedFacets } from "./facets.ts";

export interface ReportedSources {
  readonly database: Database;
  readonly facets: ReportedFacets;
  readonly redFlags: RedFlagIndex;
}

async function searched(query: string | null | undefined, sources: ReportedSources): Promise<Sql | null> {
  const terms = searchTerms(query);
  if (terms.length === 0) return null;
  const title = join(
    terms.map((term) => contains("rp.title", term)),
    " AND ",
  );
  const agencies = await sources.facets.agenciesWith(terms);
  const places = [sql`(${title})`];
  if (agencies.length > 0) places.push(anyOf("rp.agency", "text", agencies)!);
  if (terms.length === 1) {
    const number = toArabicDigits(terms[0]!);
    places.push(
      sql`(rp.scheme = 'egp' AND rp.value = ${number})`,
      sql`(rp.scheme = 'ocid' AND rp.value = ${number})`,
    );
  }
  return sql`(${join(places, " OR ")})`;
}

/** Method groups are what people know; where a source has none, its method stands. */
export const METHOD = "coalesce(rp.method_group, rp.method)";

/** Conditions on `reported_project rp`. */
export async function reportedConditions(
  filter: ReportedFilter,
  asOf: AsOf,
  sources: ReportedSources,
): Promise<(Sql | null)[]> {
  const { minBudget, maxBudget } = filter;
  return [
    counted(filter, asOf),
    await searched(filter.query, sources),
    anyOf("rp.agency", "text", filter.agency),
    anyOf("rp.province", "text", filter.province),
    anyOf(METHOD, "text", filter.method),
    anyOf("rp.fiscal_year", "int", filter.fiscalYear),
    minBudget ? sql`rp.budget >= ${minBudget}::numeric` : null,
    maxBudget ? sql`rp.budget <= ${maxBudget}::numeric` : null,
    filter.source
      ? sql`rp.batch_id IN (SELECT b.batch_id FROM import_batch b WHERE b.format = ANY(${[...filter.source]}::text[]))`
      : null,
    filter.flag ? await flagged(filter.flag, asOf, sources) : null,
  ];
}

async function flagged(flags: readonly string[], asOf: AsOf, { redFlags }: ReportedSources): Promise<Sql> {
  const unknown = flags.find((flag) => !redFlagRule(flag) && !Object.hasOwn(flagText, flag));
  if (unknown !== undefined) throw apiError("RED_FLAG_RULE_UNKNOWN", { rule: unknown.slice(0, 60) });
  const ids = (await Promise.all(flags.map((rule) => redFlags.reportedIds(rule, asOf)))).flat();
  return sql`(rp.reported_id = ANY(${ids}::bigint[]) OR EXISTS (SELECT FROM reported_flag f
    WHERE f.reported_id = rp.reported_id AND f.code = ANY(${[...flags]}::text[])))`;
}

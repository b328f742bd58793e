import { CONTRADICTIONS } from "../../../sdk/redflags/contradiction.ts";
import { raw, sql } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";

/**
 * Candidates of each rule over reported data: what it concerns and the inputs, as JSON by the rule's own names. The
 * rule's function decides; SQL only leaves out what cannot hold. `counted` are the rows of `reported_project` that count.
 */
export const reportedCandidates: Readonly<Record<string, Sql>> = {
  "just-under-threshold":
    raw(`SELECT 'reportedProject' AS kind, reported_id::text AS key, reported_id AS place,
      json_build_object('price', coalesce(agreed, budget)::text) AS inputs
    FROM counted WHERE coalesce(agreed, budget) >= 48000000 AND coalesce(agreed, budget) < 50000000`),
  "agreed-above-budget":
    raw(`SELECT 'reportedProject' AS kind, reported_id::text AS key, reported_id AS place,
      json_build_object('agreed', agreed::text, 'budget', budget::text) AS inputs
    FROM counted WHERE agreed > budget`),
  "agreed-above-reference":
    raw(`SELECT 'reportedProject' AS kind, reported_id::text AS key, reported_id AS place,
      json_build_object('agreed', agreed::text, 'reference', reference::text) AS inputs
    FROM counted WHERE agreed > reference`),
  "split-purchase": raw(`WITH groups AS (
      SELECT agency, title, substr(transaction_on, 1, 7) AS month, count(*) AS n,
             max(coalesce(agreed, budget)) AS largest, sum(coalesce(agreed, budget)) AS total,
             array_agg(reported_id) AS ids
        FROM counted
       WHERE transaction_on IS NOT NULL AND title IS NOT NULL AND agency IS NOT NULL
         AND coalesce(agreed, budget) < 50000000
       GROUP BY 1, 2, 3 HAVING count(*) >= 2 AND sum(coalesce(agreed, budget)) > 50000000)
    SELECT 'reportedProject' AS kind, id::text AS key, id AS place,
      json_build_object('agencyName', agency, 'title', title, 'month', month, 'count', n::text,
        'largest', largest::text, 'total', total::text) AS inputs
    FROM groups CROSS JOIN LATERAL unnest(ids) AS id`),
  "september-rush":
    raw(`SELECT 'reportedAgency' AS kind, agency || '|' || fiscal_year AS key, NULL::bigint AS place,
      json_build_object('agencyName', agency, 'fiscalYear', fiscal_year::text, 'count', count(*)::text,
        'september', coalesce(sum(agreed) FILTER (WHERE substr(transaction_on, 6, 2) = '09'), 0)::text,
        'total', coalesce(sum(agreed), 0)::text) AS inputs
    FROM counted
    WHERE agreed IS NOT NULL AND agency IS NOT NULL AND fiscal_year IS NOT NULL AND transaction_on IS NOT NULL
    GROUP BY agency, fiscal_year HAVING count(*) >= 10`),
  "duplicate-title": raw(`WITH groups AS (
      SELECT agency, title, count(DISTINCT fiscal_year) AS years, count(*) AS n, array_agg(reported_id) AS ids
        FROM counted
       WHERE agency IS NOT NULL AND title IS NOT NULL AND fiscal_year IS NOT NULL
       GROUP BY agency, title HAVING count(DISTINCT fiscal_year) >= 2)
    SELECT 'reportedProject' AS kind, id::text AS key, id AS place,
      json_build_object('agencyName', agency, 'title', title, 'years', years::text, 'count', n::text) AS inputs
    FROM groups CROSS JOIN LATERAL unnest(ids) AS id`),
  "supplier-share": raw(`WITH awarded AS (
      SELECT p.agency, p.fiscal_year, c.agreed, c.suppliers -> 0 ->> 'taxId' AS supplier
        FROM reported_contract c JOIN counted p USING (reported_id)
       WHERE c.agreed IS NOT NULL AND p.agency IS NOT NULL AND p.fiscal_year IS NOT NULL),
    units AS (SELECT agency, fiscal_year, count(*) AS n, sum(agreed) AS total FROM awarded GROUP BY 1, 2 HAVING count(*) >= 5),
    shares AS (SELECT agency, fiscal_year, supplier, sum(agreed) AS share FROM awarded WHERE supplier IS NOT NULL GROUP BY 1, 2, 3)
    SELECT 'reportedAgency' AS kind, agency || '|' || fiscal_year || '|' || supplier AS key, NULL::bigint AS place,
      json_build_object('agencyName', agency, 'fiscalYear', fiscal_year::text, 'supplier', supplier, 'count', n::text,
        'share', share::text, 'total', total::text) AS inputs
    FROM units JOIN shares USING (agency, fiscal_year) WHERE share * 2 > total`),
  contradiction: sql`SELECT 'reportedProject' AS kind, f.reported_id::text AS key, f.reported_id AS place,
      json_build_object('note', min(f.code)) AS inputs
    FROM reported_flag f JOIN counted p USING (reported_id)
    WHERE f.code = ANY(${[...CONTRADICTIONS]}::text[]) GROUP BY f.reported_id`,
};

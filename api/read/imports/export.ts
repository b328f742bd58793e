import { flagText } from "../../../sdk/import/texts.ts";
import type { Order, ReportedOrderField } from "../filters.ts";
import type { ImportReads } from "../reads.ts";
import { raw, sql, where } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";
import { reportedConditions } from "./conditions.ts";
import type { ReportedSources } from "./conditions.ts";

/** Texts of ours as a constant of SQL. */
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

const noteTexts = `CASE f.code ${Object.entries(flagText)
  .map(([code, { th, en }]) => `WHEN ${literal(code)} THEN ${literal(JSON.stringify({ th, en }))}::json`)
  .join(" ")} END`;

/**
 * PostgreSQL writes the JSON itself, so that a million rows pass through this process as bytes. The members are those of
 * the fragment `Reported` of the REST routes, in its order; a test compares the two.
 */
const SELECT = raw(`SELECT row_to_json(x)::text FROM (SELECT
  rp.reported_id::text AS "reportedId", rp.scheme, rp.value AS "number", rp.title, rp.type,
  rp.agency AS "agencyName", rp.agency_code AS "agencyCode", rp.sub_agency AS "subAgency", rp.method,
  rp.method_group AS "methodGroup", rp.announced_on AS "announcedOn", rp.transaction_on AS "transactionOn",
  rp.budget::text AS budget, rp.reference::text AS reference, rp.agreed::text AS agreed,
  rp.fiscal_year AS "fiscalYear", rp.province, rp.district, rp.subdistrict, rp.status,
  rp.contracts AS "contractCount",
  CASE WHEN rp.contracts = 0 THEN '[]'::json ELSE coalesce((SELECT json_agg(json_build_object(
      'number', c.number, 'agreed', c.agreed::text, 'signedOn', c.signed_on, 'endsOn', c.ends_on, 'status', c.status,
      'suppliers', c.suppliers, 'suppliersWithheld', c.suppliers_withheld) ORDER BY c.line, c.position)
    FROM reported_contract c WHERE c.reported_id = rp.reported_id), '[]') END AS contracts,
  CASE WHEN rp.extra = '{}' THEN '[]'::json ELSE (SELECT json_agg(json_build_object('name', e.key, 'value', e.value))
    FROM jsonb_each_text(rp.extra) e) END AS extra,
  coalesce((SELECT json_agg(json_build_object('code', f.code, 'text', ${noteTexts},
      'inputs', coalesce((SELECT json_agg(json_build_object('name', i.key, 'value', i.value))
        FROM jsonb_each_text(f.inputs) i), '[]')) ORDER BY f.line, f.position)
    FROM reported_flag f WHERE f.reported_id = rp.reported_id), '[]') AS notes,
  json_build_object('batchId', rp.batch_id) AS batch, rp.line,
  '0x' || coalesce((SELECT encode(w.leaf, 'hex') FROM reported_row w WHERE w.reported_id = rp.reported_id
    ORDER BY w.ordinal LIMIT 1), repeat('00', 32)) AS leaf
  FROM reported_project rp`);

const columns: Record<ReportedOrderField, string | null> = {
  RELEVANCE: null,
  ID: null,
  BUDGET: "rp.budget",
  AGREED: "rp.agreed",
  DATE: "rp.transaction_on",
  TITLE: "rp.title",
};

/** The order of the list itself: unknown values last in either direction. */
function orderOf({ field, direction }: Order<ReportedOrderField>): Sql {
  const id = `rp.reported_id ${direction}`;
  const column = columns[field];
  return raw(`ORDER BY ${column ? `${column} ${direction} NULLS LAST, ` : ""}${id}`);
}

export function reportedExport(sources: ReportedSources): Pick<ImportReads, "reportedTexts"> {
  return {
    reportedTexts: async (filter, order, asOf) => {
      const conditions = await reportedConditions(filter, asOf, sources);
      return sql`${SELECT} ${where(conditions)} ${orderOf(order)}) x`;
    },
  };
}

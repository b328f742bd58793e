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

/** The rows of a statement as one JSON list, without the spaces that `json_agg` writes. */
const list = (rows: string) =>
  `coalesce((SELECT ('[' || string_agg(row_to_json(o)::text, ',') || ']')::json FROM (${rows}) o), '[]')`;

/** An object's members as a list of names and values, in the object's order. */
const named = (object: string) => list(`SELECT n.key AS name, n.value FROM jsonb_each_text(${object}) n`);

const suppliers = `CASE WHEN c.suppliers = '[]' THEN '[]'::json ELSE ${list(
  `SELECT s ->> 'name' AS name, s ->> 'taxId' AS "taxId" FROM jsonb_array_elements(c.suppliers) s`,
)} END`;

const contract = `SELECT c.number, c.agreed::text AS agreed, c.signed_on AS "signedOn", c.ends_on AS "endsOn", c.status,
  ${suppliers} AS suppliers, c.suppliers_withheld AS "suppliersWithheld"
  FROM reported_contract c WHERE c.reported_id = rp.reported_id`;

const notes = list(`SELECT f.code, ${noteTexts} AS text, ${named("f.inputs")} AS inputs
  FROM reported_flag f WHERE f.reported_id = rp.reported_id ORDER BY f.line, f.position`);

/**
 * PostgreSQL writes the JSON itself, so that a million rows pass through this process as bytes. Nearly every project has
 * one contract, which needs neither sorting nor gathering, and no note, which the planner may look up in a hash. The members are those of
 * the fragment `Reported` of the REST routes, in its order; a test compares the two.
 */
const SELECT = raw(`SELECT row_to_json(x) FROM (SELECT
  rp.reported_id::text AS "reportedId", rp.scheme, rp.value AS "number", rp.title, rp.type,
  rp.agency AS "agencyName", rp.agency_code AS "agencyCode", rp.sub_agency AS "subAgency", rp.method,
  rp.method_group AS "methodGroup", rp.announced_on AS "announcedOn", rp.transaction_on AS "transactionOn",
  rp.budget::text AS budget, rp.reference::text AS reference, rp.agreed::text AS agreed,
  rp.fiscal_year AS "fiscalYear", rp.province, rp.district, rp.subdistrict, rp.status,
  rp.contracts AS "contractCount",
  CASE rp.contracts WHEN 0 THEN '[]'::json
    WHEN 1 THEN coalesce((SELECT json_build_array(row_to_json(o)) FROM (${contract} LIMIT 1) o), '[]')
    ELSE ${list(`${contract} ORDER BY c.line, c.position`)} END AS contracts,
  CASE WHEN rp.extra = '{}' THEN '[]'::json ELSE ${named("rp.extra")} END AS extra,
  CASE WHEN EXISTS (SELECT FROM reported_flag f WHERE f.reported_id = rp.reported_id) THEN ${notes} ELSE '[]'::json END AS notes,
  ('{"batchId":' || rp.batch_id || '}')::json AS batch, rp.line,
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

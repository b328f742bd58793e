import type { MirrorRow } from "../../../indexer/store/read.ts";
import type { Order, ReportedOrderField } from "../filters.ts";
import type { ImportReads } from "../reads.ts";
import type { ReportedContractRow, ReportedProjectRow } from "../rows/imports.ts";
import { keysetPage } from "../sql/keyset.ts";
import type { SortColumn } from "../sql/keyset.ts";
import { isId, listLoaderByBlock, loaderByBlock } from "../sql/loaders.ts";
import { node, versioned } from "../sql/source.ts";
import type { AsOf, ProvenanceColumns } from "../sql/source.ts";
import { sql } from "../sql/sql.ts";
import { hex, maybeText } from "../sql/values.ts";
import { reportedConditions } from "./conditions.ts";
import { counted } from "./counted.ts";
import type { ReportedSources } from "./conditions.ts";

type Row = MirrorRow["reportedProject"] & ProvenanceColumns & { readonly leaf: Buffer | null };

const FROM = sql`FROM reported_project rp`;
const select = (asOf: AsOf) => sql`SELECT rp.*, b.block, b.tx_hash, b.log_index, b.timestamp,
  (SELECT w.leaf FROM reported_row w WHERE w.reported_id = rp.reported_id ORDER BY w.ordinal LIMIT 1) AS leaf
  FROM reported_project rp JOIN ${versioned("import_batch", "b", asOf)} ON b.batch_id = rp.batch_id`;

export function reportedOf(row: Row, asOf: AsOf): ReportedProjectRow {
  const id = String(row.reported_id);
  return {
    ...node("reportedProject", id, row, asOf),
    reportedId: id,
    scheme: row.scheme,
    value: row.value,
    batchId: Number(row.batch_id),
    line: Number(row.line),
    leaf: row.leaf ? hex(row.leaf) : `0x${"00".repeat(32)}`,
    title: row.title,
    type: row.type,
    agencyName: row.agency,
    agencyCode: row.agency_code,
    subAgency: row.sub_agency,
    method: row.method,
    methodGroup: row.method_group,
    announcedOn: row.announced_on,
    transactionOn: row.transaction_on,
    budget: maybeText(row.budget),
    reference: maybeText(row.reference),
    agreed: maybeText(row.agreed),
    fiscalYear: row.fiscal_year,
    province: row.province,
    district: row.district,
    subdistrict: row.subdistrict,
    status: row.status,
    contractCount: row.contracts,
    extra: row.extra as Record<string, string>,
  };
}

type Sort = Pick<SortColumn<Row>, "expression" | "type" | "nullable" | "read">;
const id: Sort = { expression: "rp.reported_id", type: "bigint", read: (row) => row.reported_id };
const sorts: Record<ReportedOrderField, Sort> = {
  RELEVANCE: id,
  ID: id,
  BUDGET: { expression: "rp.budget", type: "bigint", nullable: true, read: (row) => row.budget },
  AGREED: { expression: "rp.agreed", type: "bigint", nullable: true, read: (row) => row.agreed },
  DATE: { expression: "rp.transaction_on", type: "text", nullable: true, read: (row) => row.transaction_on },
  TITLE: { expression: "rp.title", type: "text", nullable: true, read: (row) => row.title },
};

/** The scheme and the number in it, of `egp:67119524001`; no scheme where there is no colon. */
function splitNumber(key: string): [scheme: string, value: string] {
  const separator = Math.max(key.indexOf(":"), 0);
  return [key.slice(0, separator), key.slice(separator + 1)];
}

type Part = "reportedProject" | "reportedProjects" | "contracts" | "notes";

export function reportedReads(sources: ReportedSources): Pick<ImportReads, Part> {
  const { database } = sources;
  const load = loaderByBlock<ReportedProjectRow>(
    async (ids, asOf) =>
      (await database.rows<Row>(sql`${select(asOf)} WHERE rp.reported_id = ANY(${ids}::bigint[])`)).map(
        (row) => reportedOf(row, asOf),
      ),
    ({ reportedId }) => reportedId,
  );
  const newest = loaderByBlock<ReportedProjectRow>(
    async (numbers, asOf) => {
      const split = numbers.map((number) => splitNumber(number));
      const [schemes, values] = [split.map(([scheme]) => scheme), split.map(([, value]) => value)];
      // Of several, the last remains.
      const rows = await database.rows<Row>(
        sql`${select(asOf)} JOIN unnest(${schemes}::text[], ${values}::text[]) AS n (scheme, value)
          ON rp.scheme = n.scheme AND rp.value = n.value WHERE ${counted({}, asOf)} ORDER BY rp.reported_id`,
      );
      return rows.map((row) => reportedOf(row, asOf));
    },
    ({ scheme, value }) => `${scheme}:${value}`,
  );
  const contracts = listLoaderByBlock<MirrorRow["reportedContract"]>(
    (ids) =>
      database.rows(
        sql`SELECT * FROM reported_contract WHERE reported_id = ANY(${ids}::bigint[]) ORDER BY reported_id, line, position`,
      ),
    (row) => String(row.reported_id),
  );
  const notes = listLoaderByBlock<MirrorRow["reportedFlag"]>(
    (ids) =>
      database.rows(
        sql`SELECT * FROM reported_flag WHERE reported_id = ANY(${ids}::bigint[]) ORDER BY reported_id, line, position`,
      ),
    (row) => String(row.reported_id),
  );
  return {
    reportedProject: async (key, asOf) => {
      if (isId(key)) return load(key, asOf);
      const [scheme, value] = splitNumber(key);
      if (scheme === "" || value.length > 200 || /\0/.test(key)) return null;
      return newest(key, asOf);
    },
    reportedProjects: async (filter, { field, direction }: Order<ReportedOrderField>, page, asOf) => {
      const last: SortColumn<Row> = { ...id, direction };
      return keysetPage<Row, ReportedProjectRow>(
        database,
        {
          tag: `reported/${field}/${direction}`,
          columns: sorts[field] === id ? [last] : [{ ...sorts[field], direction }, last],
          select: select(asOf),
          from: FROM,
          conditions: await reportedConditions(filter, asOf, sources),
          map: (row) => reportedOf(row, asOf),
        },
        page,
      );
    },
    contracts: async (key) => (await contracts(key, null)).map(contractOf),
    notes: async (key) =>
      (await notes(key, null)).map(({ code, inputs }) => ({
        code,
        inputs: inputs as Record<string, string>,
      })),
  };
}

function contractOf(row: MirrorRow["reportedContract"]): ReportedContractRow {
  return {
    number: row.number,
    agreed: maybeText(row.agreed),
    signedOn: row.signed_on,
    endsOn: row.ends_on,
    status: row.status,
    suppliers: row.suppliers as ReportedContractRow["suppliers"],
    suppliersWithheld: row.suppliers_withheld,
  };
}

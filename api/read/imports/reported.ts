import type { MirrorRow } from "../../../indexer/store/read.ts";
import type { Order, ReportedOrderField } from "../filters.ts";
import type { ImportReads } from "../reads.ts";
import type { NodeRow } from "../rows/common.ts";
import type { ReportedContractRow, ReportedProjectRow } from "../rows/imports.ts";
import { askedAlso, partOf } from "../sql/fields.ts";
import type { Asked, Fields } from "../sql/fields.ts";
import { keysetPage } from "../sql/keyset.ts";
import type { SortColumn } from "../sql/keyset.ts";
import { isOnePairOf, isId, isOneOf, listLoaderByBlock, loaderByPart } from "../sql/loaders.ts";
import { node, PROVENANCE, versioned } from "../sql/source.ts";
import type { AsOf, ProvenanceColumns } from "../sql/source.ts";
import { sql } from "../sql/sql.ts";
import { hex, maybeText } from "../sql/values.ts";
import { reportedConditions } from "./conditions.ts";
import { counted, inUse } from "./counted.ts";
import type { ReportedSources } from "./conditions.ts";

/** Money is only passed on, and comes as text. */
type Row = Omit<MirrorRow["reportedProject"], "budget" | "reference" | "agreed"> &
  Record<"budget" | "reference" | "agreed", string | null> &
  ProvenanceColumns & { readonly leaf: Buffer | null };

const FROM = sql`FROM reported_project rp`;

type Always = keyof NodeRow | "reportedId" | "scheme" | "value" | "batchId";

const fields: Fields<Row, Omit<ReportedProjectRow, Always>> = {
  line: ["rp.line", (row) => Number(row.line)],
  leaf: [
    "(SELECT w.leaf FROM reported_row w WHERE w.reported_id = rp.reported_id ORDER BY w.ordinal LIMIT 1) AS leaf",
    (row) => (row.leaf ? hex(row.leaf) : `0x${"00".repeat(32)}`),
  ],
  title: ["rp.title", (row) => row.title],
  type: ["rp.type", (row) => row.type],
  agencyName: ["rp.agency", (row) => row.agency],
  agencyCode: ["rp.agency_code", (row) => row.agency_code],
  subAgency: ["rp.sub_agency", (row) => row.sub_agency],
  method: ["rp.method", (row) => row.method],
  methodGroup: ["rp.method_group", (row) => row.method_group],
  announcedOn: ["rp.announced_on", (row) => row.announced_on],
  transactionOn: ["rp.transaction_on", (row) => row.transaction_on],
  budget: ["rp.budget::text AS budget", (row) => row.budget],
  reference: ["rp.reference::text AS reference", (row) => row.reference],
  agreed: ["rp.agreed::text AS agreed", (row) => row.agreed],
  fiscalYear: ["rp.fiscal_year", (row) => row.fiscal_year],
  province: ["rp.province", (row) => row.province],
  district: ["rp.district", (row) => row.district],
  subdistrict: ["rp.subdistrict", (row) => row.subdistrict],
  status: ["rp.status", (row) => row.status],
  contractCount: ["rp.contracts", (row) => row.contracts],
  extra: ["rp.extra", (row) => row.extra as Record<string, string>],
};

/** How reported projects are read of which somebody asks for these fields. */
function reading(asOf: AsOf, asked: Asked) {
  const known = `rp.reported_id, rp.scheme, rp.value, rp.batch_id, ${PROVENANCE("b")}`;
  const part = partOf(known, fields, asked);
  return {
    select: sql`SELECT ${part.columns}
      FROM reported_project rp JOIN ${versioned("import_batch", "b", asOf)} ON b.batch_id = rp.batch_id`,
    map: (row: Row): ReportedProjectRow => {
      const { scheme, value } = row;
      const reportedId = String(row.reported_id);
      const batchId = Number(row.batch_id);
      const always = {
        ...node("reportedProject", reportedId, row, asOf),
        reportedId,
        scheme,
        value,
        batchId,
      };
      return part.addTo(always, row);
    },
  };
}

/** `of`: the field that the column is part of, if the rows do not always have it */
type Sort = Pick<SortColumn<Row>, "expression" | "type" | "nullable" | "read"> & { readonly of?: string };
const id: Sort = { expression: "rp.reported_id", type: "bigint", read: (row) => row.reported_id };
const sorts: Record<ReportedOrderField, Sort> = {
  RELEVANCE: id,
  ID: id,
  BUDGET: {
    expression: "rp.budget",
    type: "bigint",
    nullable: true,
    read: (row) => row.budget,
    of: "budget",
  },
  AGREED: {
    expression: "rp.agreed",
    type: "bigint",
    nullable: true,
    read: (row) => row.agreed,
    of: "agreed",
  },
  DATE: {
    expression: "rp.transaction_on",
    type: "text",
    nullable: true,
    read: (row) => row.transaction_on,
    of: "transactionOn",
  },
  TITLE: { expression: "rp.title", type: "text", nullable: true, read: (row) => row.title, of: "title" },
};

const NUMBER = [
  ["rp.scheme", "text"],
  ["rp.value", "text"],
] as const;

/** The scheme and the number in it, of `egp:67119524001`; no scheme where there is no colon. */
function splitNumber(key: string): [scheme: string, value: string] {
  const separator = Math.max(key.indexOf(":"), 0);
  return [key.slice(0, separator), key.slice(separator + 1)];
}

type Part = "reportedProject" | "reportedProjects" | "elsewhere" | "contracts" | "notes";

export function reportedReads(sources: ReportedSources): Pick<ImportReads, Part> {
  const { database } = sources;
  const load = loaderByPart<ReportedProjectRow>(
    async (ids, asOf, asked) => {
      const { select, map } = reading(asOf, asked);
      return (await database.rows<Row>(sql`${select} WHERE ${isOneOf("rp.reported_id", "bigint", ids)}`)).map(
        map,
      );
    },
    ({ reportedId }) => reportedId,
  );
  const newest = loaderByPart<ReportedProjectRow>(
    async (numbers, asOf, asked) => {
      const { select, map } = reading(asOf, asked);
      // Of several, the last remains.
      const rows = await database.rows<Row>(
        sql`${select} WHERE ${isOnePairOf(NUMBER, numbers.map(splitNumber))} AND ${counted({}, asOf)}
          ORDER BY rp.reported_id`,
      );
      return rows.map(map);
    },
    ({ scheme, value }) => `${scheme}:${value}`,
  );
  const inUseOf = listLoaderByBlock<
    Pick<Row, "scheme" | "value" | "reported_id" | "batch_id" | "contracts" | "agreed">
  >(
    (numbers, asOf) =>
      database.rows(
        sql`SELECT rp.scheme, rp.value, rp.reported_id, rp.batch_id, rp.contracts, rp.agreed::text AS agreed FROM reported_project rp
          WHERE ${isOnePairOf(NUMBER, numbers.map(splitNumber))} AND ${inUse("rp", asOf)} ORDER BY rp.reported_id DESC`,
      ),
    ({ scheme, value }) => `${scheme}:${value}`,
  );
  const contracts = listLoaderByBlock<MirrorRow["reportedContract"]>(
    (ids) =>
      database.rows(
        sql`SELECT * FROM reported_contract WHERE ${isOneOf("reported_id", "bigint", ids)} ORDER BY reported_id, line, position`,
      ),
    (row) => String(row.reported_id),
  );
  const notes = listLoaderByBlock<MirrorRow["reportedFlag"]>(
    (ids) =>
      database.rows(
        sql`SELECT * FROM reported_flag WHERE ${isOneOf("reported_id", "bigint", ids)} ORDER BY reported_id, line, position`,
      ),
    (row) => String(row.reported_id),
  );
  return {
    reportedProject: async (key, asOf, asked) => {
      if (isId(key)) return load(key, asOf, asked);
      const [scheme, value] = splitNumber(key);
      if (scheme === "" || value.length > 200 || /\0/.test(key)) return null;
      return newest(key, asOf, asked);
    },
    reportedProjects: async (
      filter,
      { field, direction }: Order<ReportedOrderField>,
      page,
      asOf,
      asked = null,
    ) => {
      const last: SortColumn<Row> = { ...id, direction };
      return keysetPage<Row, ReportedProjectRow>(
        database,
        {
          tag: `reported/${field}/${direction}`,
          columns: sorts[field] === id ? [last] : [{ ...sorts[field], direction }, last],
          ...reading(asOf, askedAlso(asked, sorts[field].of)),
          from: FROM,
          conditions: await reportedConditions(filter, asOf, sources),
        },
        page,
      );
    },
    elsewhere: async ({ scheme, value, reportedId, asOf }) =>
      (await inUseOf(`${scheme}:${value}`, asOf))
        .filter(({ reported_id }) => String(reported_id) !== reportedId)
        .map(({ reported_id, batch_id, contracts: contractCount, agreed }) => ({
          ...{ reportedId: String(reported_id), batchId: Number(batch_id), contractCount, agreed },
        })),
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

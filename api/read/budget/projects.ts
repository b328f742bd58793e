import type { MirrorRow } from "../../../indexer/store/read.ts";
import type { Order, ProjectFilter, ProjectOrderField } from "../filters.ts";
import type { ProjectRow } from "../rows/budget.ts";
import type { LocalizedText, NodeRow } from "../rows/common.ts";
import type { BudgetReads } from "../reads.ts";
import type { Database } from "../sql/database.ts";
import { askedAlso, partOf } from "../sql/fields.ts";
import type { Asked, Fields } from "../sql/fields.ts";
import { keysetPage } from "../sql/keyset.ts";
import type { SortColumn } from "../sql/keyset.ts";
import { isOneOf, loaderByPart } from "../sql/loaders.ts";
import { contains, searchTerms } from "../sql/search.ts";
import { node, PROVENANCE, versioned } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { join, raw, sql } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";
import { document, seconds } from "../sql/values.ts";
import { anyOf } from "./conditions.ts";
import { COUNTER_SUMS, COUNTER_TEXTS, countersOf } from "./counters.ts";
import type { CounterColumns } from "./counters.ts";

type Row = MirrorRow["project"] &
  CounterColumns<string> & {
    readonly title_th: string | null;
    readonly title_en: string | null;
    readonly description_th: string | null;
    readonly description_en: string | null;
    readonly province: number | null;
    readonly district: string | null;
    readonly brief_state: string | null;
    readonly reference_list: [scheme: string, value: string][] | null;
    readonly open_commitments: bigint;
  };

/** Tables that no column is taken from are not looked into: PostgreSQL leaves such a join out. */
function from(asOf: AsOf): Sql {
  return sql`FROM ${versioned("project", "p", asOf)} LEFT JOIN brief b ON b.cid = p.brief_cid
    LEFT JOIN LATERAL (
      SELECT ${raw(COUNTER_SUMS)} FROM ${versioned("appropriation_line", "l", asOf)} WHERE l.project = p.code
    ) t ON true`;
}

type Always = keyof NodeRow | "code" | "agency" | "year";

const fields = (asOf: AsOf): Fields<Row, Omit<ProjectRow, Always>> => ({
  state: ["p.state", (row) => row.state],
  title: ["b.title_th, b.title_en", (row) => localized(row.title_th, row.title_en)],
  description: [
    "b.description_th, b.description_en",
    (row) => localized(row.description_th, row.description_en),
  ],
  province: ["b.province", (row) => row.province],
  place: ["b.district", (row) => row.district],
  brief: [
    "p.brief_cid, p.brief_sha256, p.brief_date",
    (row) => document(row.brief_cid, row.brief_sha256, row.brief_date),
  ],
  briefState: ["b.state AS brief_state", (row) => row.brief_state ?? "pending"],
  stateSince: ["p.state_since", (row) => seconds(row.state_since)],
  references: [
    sql`(SELECT json_agg(json_build_array(r.scheme, r.value) ORDER BY r.block, r.log_index)
      FROM project_reference r WHERE r.project = p.code ${asOf === null ? raw("") : sql`AND r.block <= ${asOf}::bigint`}) AS reference_list`,
    (row) => (row.reference_list ?? []).map(([scheme, value]) => ({ scheme, value })),
  ],
  openCommitments: [
    sql`(SELECT count(*) FROM ${versioned("commitment", "c", asOf)} WHERE c.project = p.code AND c.state IN (1, 2)) AS open_commitments`,
    (row) => Number(row.open_commitments),
  ],
  totals: [COUNTER_TEXTS("t"), countersOf],
  draftedAt: ["p.drafted_at", (row) => seconds(row.drafted_at)],
});

function localized(th: string | null, en: string | null): LocalizedText | null {
  return th === null && en === null ? null : { th: th ?? en!, en: en ?? th! };
}

/** How projects are read of which somebody asks for these fields. */
function reading(asOf: AsOf, asked: Asked) {
  const part = partOf(`p.code, p.agency, p.year, ${PROVENANCE("p")}`, fields(asOf), asked);
  return {
    select: sql`SELECT ${part.columns} ${from(asOf)}`,
    map: (row: Row): ProjectRow => {
      const { code, agency, year } = row;
      return part.addTo({ ...node("project", code, row, asOf), code, agency, year }, row);
    },
  };
}

/** `of`: the field that the column is part of, if projects do not always have it */
type Sort = Pick<SortColumn<Row>, "expression" | "type" | "read"> & { readonly of?: string };

const sorts: Record<ProjectOrderField, Sort> = {
  CODE: { expression: "p.code", type: "text", read: (row) => row.code },
  DRAFTED: { expression: "p.drafted_at", type: "bigint", read: (row) => row.drafted_at, of: "draftedAt" },
  CHANGED: { expression: "p.block", type: "bigint", read: (row) => row.block },
  APPROVED: { expression: "t.approved", type: "numeric", read: (row) => row.approved, of: "totals" },
  COMMITTED: { expression: "t.committed", type: "numeric", read: (row) => row.committed, of: "totals" },
  PAID: { expression: "t.paid", type: "numeric", read: (row) => row.paid, of: "totals" },
};

function matches(query: string | null | undefined): Sql | null {
  const terms = searchTerms(query);
  if (terms.length === 0) return null;
  const titles = "(coalesce(b.title_th, '') || ' ' || coalesce(b.title_en, ''))";
  const everywhere = join(
    [
      join(
        terms.map((term) => contains(titles, term)),
        " AND ",
      ),
      join(
        terms.map((term) => contains("p.code", term)),
        " AND ",
      ),
      sql`EXISTS (SELECT FROM project_reference r WHERE r.project = p.code AND r.value = ${terms.join(" ")})`,
    ],
    " OR ",
  );
  return sql`(${everywhere})`;
}

function conditions(filter: ProjectFilter, asOf: AsOf): (Sql | null)[] {
  const { minApproved, maxApproved, expenseType, flagged } = filter;
  return [
    matches(filter.query),
    anyOf("p.agency", "int", filter.agency),
    anyOf("p.year", "int", filter.fiscalYear),
    anyOf("p.state", "int", filter.state),
    anyOf("b.province", "int", filter.province),
    minApproved ? sql`t.approved >= ${minApproved}::numeric` : null,
    maxApproved ? sql`t.approved <= ${maxApproved}::numeric` : null,
    expenseType
      ? sql`EXISTS (SELECT FROM ${versioned("appropriation_line", "x", asOf)} WHERE x.project = p.code AND x.expense_type = ANY(${[...expenseType]}::int[]))`
      : null,
    flagged === null || flagged === undefined
      ? null
      : sql`${raw(flagged ? "" : "NOT")} EXISTS (SELECT FROM ${versioned("flag", "f", asOf)} WHERE f.project = p.code)`,
  ];
}

export function projectReads(database: Database): Pick<BudgetReads, "project" | "projects"> {
  const load = loaderByPart<ProjectRow>(
    async (codes, asOf, asked) => {
      const { select, map } = reading(asOf, asked);
      const rows = await database.rows<Row>(sql`${select} WHERE ${isOneOf("p.code", "text", codes)}`);
      return rows.map(map);
    },
    ({ code }) => code,
  );
  return {
    project: load,
    projects: (filter, { field, direction }: Order<ProjectOrderField>, page, asOf, asked = null) => {
      const first: SortColumn<Row> = { ...sorts[field], direction };
      const code: SortColumn<Row> = { ...sorts.CODE, direction };
      return keysetPage<Row, ProjectRow>(
        database,
        {
          tag: `projects/${field}/${direction}`,
          columns: field === "CODE" ? [code] : [first, code],
          ...reading(asOf, askedAlso(asked, sorts[field].of)),
          from: from(asOf),
          conditions: conditions(filter, asOf),
        },
        page,
      );
    },
  };
}

import type { MirrorRow } from "../../../indexer/store/read.ts";
import type { Order, ProjectFilter, ProjectOrderField } from "../filters.ts";
import type { ProjectRow } from "../rows/budget.ts";
import type { LocalizedText } from "../rows/common.ts";
import type { BudgetReads } from "../reads.ts";
import type { Database } from "../sql/database.ts";
import { keysetPage } from "../sql/keyset.ts";
import type { SortColumn } from "../sql/keyset.ts";
import { loaderByBlock } from "../sql/loaders.ts";
import { contains, searchTerms } from "../sql/search.ts";
import { node, versioned } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { join, raw, sql } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";
import { document, seconds } from "../sql/values.ts";
import { anyOf } from "./conditions.ts";
import { COUNTER_SUMS, countersOf } from "./counters.ts";
import type { CounterColumns } from "./counters.ts";

type Row = MirrorRow["project"] &
  CounterColumns & {
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

function from(asOf: AsOf): Sql {
  return sql`FROM ${versioned("project", "p", asOf)} LEFT JOIN brief b ON b.cid = p.brief_cid
    CROSS JOIN LATERAL (
      SELECT ${raw(COUNTER_SUMS)} FROM ${versioned("appropriation_line", "l", asOf)} WHERE l.project = p.code
    ) t`;
}

function select(asOf: AsOf): Sql {
  return sql`SELECT p.*, b.title_th, b.title_en, b.description_th, b.description_en, b.province, b.district,
    b.state AS brief_state, t.*,
    (SELECT json_agg(json_build_array(r.scheme, r.value) ORDER BY r.block, r.log_index)
       FROM project_reference r WHERE r.project = p.code ${asOf === null ? raw("") : sql`AND r.block <= ${asOf}`}) AS reference_list,
    (SELECT count(*) FROM ${versioned("commitment", "c", asOf)} WHERE c.project = p.code AND c.state IN (1, 2)) AS open_commitments
    ${from(asOf)}`;
}

function localized(th: string | null, en: string | null): LocalizedText | null {
  return th === null && en === null ? null : { th: th ?? en!, en: en ?? th! };
}

function project(row: Row, asOf: AsOf): ProjectRow {
  return {
    ...node("project", row.code, row, asOf),
    code: row.code,
    agency: row.agency,
    year: row.year,
    state: row.state,
    title: localized(row.title_th, row.title_en),
    description: localized(row.description_th, row.description_en),
    province: row.province,
    place: row.district,
    brief: document(row.brief_cid, row.brief_sha256, row.brief_date),
    briefState: row.brief_state ?? "pending",
    stateSince: seconds(row.state_since),
    references: (row.reference_list ?? []).map(([scheme, value]) => ({ scheme, value })),
    openCommitments: Number(row.open_commitments),
    totals: countersOf(row),
    draftedAt: seconds(row.drafted_at),
  };
}

type Sort = Pick<SortColumn<Row>, "expression" | "type" | "read">;

const sorts: Record<ProjectOrderField, Sort> = {
  CODE: { expression: "p.code", type: "text", read: (row) => row.code },
  DRAFTED: { expression: "p.drafted_at", type: "bigint", read: (row) => row.drafted_at },
  CHANGED: { expression: "p.block", type: "bigint", read: (row) => row.block },
  APPROVED: { expression: "t.approved", type: "numeric", read: (row) => row.approved },
  COMMITTED: { expression: "t.committed", type: "numeric", read: (row) => row.committed },
  PAID: { expression: "t.paid", type: "numeric", read: (row) => row.paid },
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
  const load = loaderByBlock<ProjectRow>(
    async (codes, asOf) => {
      const rows = await database.rows<Row>(sql`${select(asOf)} WHERE p.code = ANY(${codes}::text[])`);
      return rows.map((row) => project(row, asOf));
    },
    ({ code }) => code,
  );
  return {
    project: load,
    projects: (filter, { field, direction }: Order<ProjectOrderField>, page, asOf) => {
      const first: SortColumn<Row> = { ...sorts[field], direction };
      const code: SortColumn<Row> = { ...sorts.CODE, direction };
      return keysetPage<Row, ProjectRow>(
        database,
        {
          tag: `projects/${field}/${direction}`,
          columns: field === "CODE" ? [code] : [first, code],
          select: select(asOf),
          from: from(asOf),
          conditions: conditions(filter, asOf),
          map: (row) => project(row, asOf),
        },
        page,
      );
    },
  };
}

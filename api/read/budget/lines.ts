import type { MirrorRow } from "../../../indexer/store/read.ts";
import type { FiscalYearRow, LineRow, RevisionRow } from "../rows/budget.ts";
import type { BudgetReads } from "../reads.ts";
import type { Database } from "../sql/database.ts";
import { keysetPage } from "../sql/keyset.ts";
import { isId, isInt, isOneOf, listLoaderByBlock, loaderByBlock } from "../sql/loaders.ts";
import { appendedBefore, node, versioned } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { raw, sql, where } from "../sql/sql.ts";
import { address, document, maybeText } from "../sql/values.ts";
import { anyOf, idIs, projectIs, shared } from "./conditions.ts";
import { COUNTER_SUMS, countersOf } from "./counters.ts";
import type { CounterColumns } from "./counters.ts";

type Line = MirrorRow["line"];
type Year = MirrorRow["fiscalYear"] & { readonly approved: bigint };
type Revision = MirrorRow["revision"];

function lineOf(row: Line, asOf: AsOf): LineRow {
  return {
    ...node("line", String(row.line_id), row, asOf),
    lineId: String(row.line_id),
    code: row.project,
    agency: row.agency,
    year: row.year,
    fundSource: row.fund_source,
    expenseType: row.expense_type,
    closed: row.closed,
    carriedFrom: maybeText(row.carried_from),
    counters: countersOf(row),
  };
}

function yearOf(row: Year, asOf: AsOf): FiscalYearRow {
  return {
    ...node("fiscalYear", String(row.year), row, asOf),
    year: row.year,
    state: row.state,
    ceiling: String(row.ceiling),
    approved: String(row.approved),
    act: document(row.act_cid, row.act_sha256, row.act_date),
  };
}

function revisionOf(row: Revision, asOf: AsOf): RevisionRow {
  return {
    ...node("revision", String(row.revision_id), row, asOf),
    revisionId: String(row.revision_id),
    year: row.year,
    officer: address(row.officer),
    evidence: document(row.evidence_cid, row.evidence_sha256, row.evidence_date),
  };
}

type Part =
  | "fiscalYear"
  | "fiscalYears"
  | "yearTotals"
  | "agencyTotals"
  | "line"
  | "lines"
  | "revision"
  | "revisions"
  | "revisionMoves";

export function lineReads(database: Database): Pick<BudgetReads, Part> {
  const years = (asOf: AsOf) =>
    sql`SELECT y.*, (SELECT coalesce(sum(l.approved), 0) FROM ${versioned("appropriation_line", "l", asOf)} WHERE l.year = y.year) AS approved
      FROM ${versioned("fiscal_year", "y", asOf)}`;
  const sums = async (condition: ReturnType<typeof sql>, asOf: AsOf) => {
    const [row] = await database.rows<CounterColumns>(
      sql`SELECT ${raw(COUNTER_SUMS)} FROM ${versioned("appropriation_line", "l", asOf)} WHERE ${condition}`,
    );
    return countersOf(row!);
  };
  const line = loaderByBlock<LineRow>(
    async (ids, asOf) => {
      const rows = await database.rows<Line>(
        sql`SELECT l.* FROM ${versioned("appropriation_line", "l", asOf)} WHERE ${isOneOf("l.line_id", "bigint", ids)}`,
      );
      return rows.map((row) => lineOf(row, asOf));
    },
    ({ lineId }) => lineId,
  );
  const moves = listLoaderByBlock<MirrorRow["revisionMove"]>(
    (ids) =>
      database.rows(
        sql`SELECT * FROM revision_move WHERE ${isOneOf("revision_id", "bigint", ids)} ORDER BY block, log_index`,
      ),
    (row) => String(row.revision_id),
  );
  return {
    fiscalYear: async (year, asOf) => {
      if (!isInt(year)) return null;
      const [row] = await database.rows<Year>(sql`${years(asOf)} WHERE y.year = ${year}::int`);
      return row ? yearOf(row, asOf) : null;
    },
    fiscalYears: async (asOf) =>
      (await database.rows<Year>(sql`${years(asOf)} ORDER BY y.year`)).map((row) => yearOf(row, asOf)),
    yearTotals: ({ year, asOf }) => sums(sql`l.year = ${year}`, asOf),
    agencyTotals: ({ code, asOf }, fiscalYear) =>
      sums(sql`l.agency = ${code} ${fiscalYear === null ? raw("") : sql`AND l.year = ${fiscalYear}`}`, asOf),
    line: (id, asOf) => (isId(id) ? line(id, asOf) : Promise.resolve(null)),
    lines: (filter, page, asOf) => {
      const from = sql`FROM ${versioned("appropriation_line", "l", asOf)}`;
      return keysetPage<Line, LineRow>(
        database,
        {
          tag: "lines",
          columns: [
            { expression: "l.line_id", type: "bigint", direction: "ASC", read: (row) => row.line_id },
          ],
          select: sql`SELECT l.* ${from}`,
          from,
          conditions: [...shared("l", filter, "l.year"), idIs("l.line_id", filter.lineId)],
          map: (row) => lineOf(row, asOf),
        },
        page,
      );
    },
    revision: async (id, asOf) => {
      if (!isId(id)) return null;
      const [row] = await database.rows<Revision>(
        sql`SELECT r.* FROM revision r ${where([idIs("r.revision_id", id), appendedBefore("r", asOf)])}`,
      );
      return row ? revisionOf(row, asOf) : null;
    },
    revisions: (filter, page, asOf) => {
      const touches = [
        projectIs("m.from_project", filter.projectCode) &&
          sql`(${projectIs("m.from_project", filter.projectCode)} OR ${projectIs("m.to_project", filter.projectCode)})`,
        idIs("m.from_line", filter.lineId) &&
          sql`(${idIs("m.from_line", filter.lineId)} OR ${idIs("m.to_line", filter.lineId)})`,
        filter.agency
          ? sql`(${anyOf("m.from_agency", "int", filter.agency)} OR ${anyOf("m.to_agency", "int", filter.agency)})`
          : null,
      ].filter((piece) => piece !== null);
      const from = sql`FROM revision r`;
      return keysetPage<Revision, RevisionRow>(
        database,
        {
          tag: "revisions",
          columns: [
            { expression: "r.revision_id", type: "bigint", direction: "ASC", read: (row) => row.revision_id },
          ],
          select: sql`SELECT r.* ${from}`,
          from,
          conditions: [
            anyOf("r.year", "int", filter.fiscalYear),
            appendedBefore("r", asOf),
            touches.length > 0
              ? sql`r.revision_id IN (SELECT m.revision_id FROM revision_move m ${where(touches)})`
              : null,
          ],
          map: (row) => revisionOf(row, asOf),
        },
        page,
      );
    },
    revisionMoves: async (id) =>
      (await moves(id, null)).map((row) => ({
        fromLine: String(row.from_line),
        toLine: String(row.to_line),
        amount: String(row.amount),
      })),
  };
}

import type { MirrorRow } from "../../../indexer/store/read.ts";
import type { CarryForwardRow, EvidenceRow, ObligationRow } from "../rows/budget.ts";
import type { BudgetReads } from "../reads.ts";
import type { Database } from "../sql/database.ts";
import { keysetPage } from "../sql/keyset.ts";
import { isId } from "../sql/loaders.ts";
import { appendedBefore, node, provenanceOf } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { sql, where } from "../sql/sql.ts";
import { address, document } from "../sql/values.ts";
import { anyOf, idIs, projectIs, shared, yearInCode } from "./conditions.ts";

type Obligation = MirrorRow["obligation"] & { readonly schedule: [year: number, amount: string][] };
type CarryForward = MirrorRow["carryForward"];
type Evidence = MirrorRow["evidence"];

const OBLIGATION = sql`SELECT o.*, (SELECT json_agg(json_build_array(y.year, y.amount::text) ORDER BY y.year)
  FROM obligation_year y WHERE y.obligation_id = o.obligation_id) AS schedule FROM obligation o`;

function obligationOf(row: Obligation, asOf: AsOf): ObligationRow {
  return {
    ...node("obligation", String(row.obligation_id), row, asOf),
    obligationId: String(row.obligation_id),
    code: row.project,
    total: String(row.total),
    schedule: (row.schedule ?? []).map(([year, amount]) => ({ year, amount })),
    act: document(row.act_cid, row.act_sha256, row.act_date),
  };
}

function carryForwardOf(row: CarryForward, asOf: AsOf): CarryForwardRow {
  const key = `${row.commitment_id}-${row.from_line}-${row.block}-${row.log_index}`;
  return {
    ...node("carryForward", key, row, asOf),
    commitmentId: String(row.commitment_id),
    code: row.project,
    fromLine: String(row.from_line),
    toLine: String(row.to_line),
    amount: String(row.amount),
    officer: address(row.officer),
    evidence: document(row.evidence_cid, row.evidence_sha256, row.evidence_date),
  };
}

function evidenceOf(row: Evidence): EvidenceRow {
  return {
    field: row.field,
    event: row.event,
    document: document(row.cid, row.sha256, row.date)!,
    provenance: provenanceOf(row),
  };
}

type Part = "obligation" | "obligations" | "carryForward" | "carryForwards" | "evidence";

export function obligationReads(database: Database): Pick<BudgetReads, Part> {
  return {
    obligation: async (id, asOf) => {
      if (!isId(id)) return null;
      const [row] = await database.rows<Obligation>(
        sql`${OBLIGATION} ${where([idIs("o.obligation_id", id), appendedBefore("o", asOf)])}`,
      );
      return row ? obligationOf(row, asOf) : null;
    },
    obligations: (filter, page, asOf) =>
      keysetPage<Obligation, ObligationRow>(
        database,
        {
          tag: "obligations",
          columns: [
            {
              expression: "o.obligation_id",
              type: "bigint",
              direction: "ASC",
              read: (row) => row.obligation_id,
            },
          ],
          select: OBLIGATION,
          from: sql`FROM obligation o`,
          conditions: [...shared("o", filter, yearInCode("o")), appendedBefore("o", asOf)],
          map: (row) => obligationOf(row, asOf),
        },
        page,
      ),
    carryForward: async (key, asOf) => {
      const [commitment, line, block, log] = key.split("-");
      if (![commitment, line, block, log].every((part) => part !== undefined && isId(part))) return null;
      const [row] = await database.rows<CarryForward>(
        sql`SELECT c.* FROM carry_forward c WHERE c.commitment_id = ${commitment}::bigint AND c.from_line = ${line}::bigint
          AND c.block = ${block}::bigint AND c.log_index = ${log}::bigint`,
      );
      return row ? carryForwardOf(row, asOf) : null;
    },
    carryForwards: (filter, page, asOf) =>
      keysetPage<CarryForward, CarryForwardRow>(
        database,
        {
          tag: "carryForwards",
          columns: [
            { expression: "c.block", type: "bigint", direction: "ASC", read: (row) => row.block },
            { expression: "c.log_index", type: "int", direction: "ASC", read: (row) => row.log_index },
          ],
          select: sql`SELECT c.* FROM carry_forward c`,
          from: sql`FROM carry_forward c`,
          conditions: [
            ...shared("c", filter, null),
            filter.fiscalYear
              ? sql`c.from_line IN (SELECT l.line_id FROM appropriation_line l WHERE ${anyOf("l.year", "int", filter.fiscalYear)})`
              : null,
            appendedBefore("c", asOf),
          ],
          map: (row) => carryForwardOf(row, asOf),
        },
        page,
      ),
    evidence: (code, page, asOf) =>
      keysetPage<Evidence, EvidenceRow>(
        database,
        {
          tag: "evidence",
          columns: [
            { expression: "e.block", type: "bigint", direction: "DESC", read: (row) => row.block },
            { expression: "e.log_index", type: "int", direction: "DESC", read: (row) => row.log_index },
            { expression: "e.field", type: "text", direction: "ASC", read: (row) => row.field },
          ],
          select: sql`SELECT e.* FROM evidence e`,
          from: sql`FROM evidence e`,
          conditions: [projectIs("e.project", code), appendedBefore("e", asOf), sql`length(e.cid) > 0`],
          map: evidenceOf,
        },
        page,
      ),
  };
}

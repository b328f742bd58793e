import type { MirrorRow } from "../../../indexer/store/read.ts";
import type { DisbursementRow } from "../rows/budget.ts";
import type { BudgetReads } from "../reads.ts";
import type { Database } from "../sql/database.ts";
import { keysetPage } from "../sql/keyset.ts";
import { isId, isOneOf, listLoaderByBlock, loaderByBlock } from "../sql/loaders.ts";
import { node, provenanceOf, versioned } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { raw, sql } from "../sql/sql.ts";
import { address, document, maybeAddress, maybeSeconds, maybeText, seconds } from "../sql/values.ts";
import { anyOf, idIs, shared } from "./conditions.ts";

type Disbursement = MirrorRow["disbursement"];

function disbursementOf(row: Disbursement, asOf: AsOf): DisbursementRow {
  return {
    ...node("disbursement", String(row.disbursement_id), row, asOf),
    disbursementId: String(row.disbursement_id),
    commitmentId: String(row.commitment_id),
    lineId: String(row.line_id),
    milestoneId: maybeText(row.milestone_id),
    code: row.project,
    agency: row.agency,
    state: row.state,
    amount: String(row.amount),
    returned: String(row.returned),
    requestedAt: seconds(row.requested_at),
    approvedFirstAt: maybeSeconds(row.approved1_at),
    approvedSecondAt: maybeSeconds(row.approved2_at),
    paidAt: maybeSeconds(row.paid_at),
    rejectedAt: maybeSeconds(row.rejected_at),
    requester: address(row.requester),
    approver1: maybeAddress(row.approver1),
    approver2: maybeAddress(row.approver2),
    payer: maybeAddress(row.payer),
    evidence: document(row.evidence_cid, row.evidence_sha256, row.evidence_date),
  };
}

export function disbursementReads(
  database: Database,
): Pick<BudgetReads, "disbursement" | "disbursements" | "returns"> {
  const load = loaderByBlock<DisbursementRow>(
    async (ids, asOf) => {
      const rows = await database.rows<Disbursement>(
        sql`SELECT d.* FROM ${versioned("disbursement", "d", asOf)} WHERE ${isOneOf("d.disbursement_id", "bigint", ids)}`,
      );
      return rows.map((row) => disbursementOf(row, asOf));
    },
    ({ disbursementId }) => disbursementId,
  );
  const returns = listLoaderByBlock<MirrorRow["disbursementReturn"]>(
    (ids, asOf) =>
      database.rows(sql`SELECT * FROM disbursement_return WHERE ${isOneOf("disbursement_id", "bigint", ids)}
        ${asOf === null ? raw("") : sql`AND block <= ${asOf}::bigint`} ORDER BY block, log_index`),
    (row) => String(row.disbursement_id),
  );
  return {
    disbursement: (id, asOf) => (isId(id) ? load(id, asOf) : Promise.resolve(null)),
    disbursements: (filter, page, asOf) => {
      const from = sql`FROM ${versioned("disbursement", "d", asOf)}`;
      return keysetPage<Disbursement, DisbursementRow>(
        database,
        {
          tag: "disbursements",
          columns: [
            {
              expression: "d.disbursement_id",
              type: "bigint",
              direction: "ASC",
              read: (row) => row.disbursement_id,
            },
          ],
          select: sql`SELECT d.* ${from}`,
          from,
          conditions: [
            ...shared("d", filter, "d.year"),
            anyOf("d.state", "int", filter.state),
            idIs("d.commitment_id", filter.commitmentId),
            idIs("d.line_id", filter.lineId),
          ],
          map: (row) => disbursementOf(row, asOf),
        },
        page,
      );
    },
    returns: async (id, asOf) =>
      (await returns(id, asOf)).map((row) => ({
        amount: String(row.amount),
        officer: address(row.officer),
        evidence: document(row.evidence_cid, row.evidence_sha256, row.evidence_date),
        provenance: provenanceOf(row),
      })),
  };
}

import type { RowOf } from "../../store/schema/table.ts";
import { disbursement, disbursementReturn } from "../../store/tables/budget/disbursements.ts";
import { line } from "../../store/tables/budget/lines.ts";
import { put, rowKey } from "../types.ts";
import type { Context, Outcome, Register } from "../types.ts";
import { documentColumns, optionalId } from "../values.ts";

/** States of a disbursement in IBudgetDisbursements. */
const REQUESTED = 1;
const APPROVED_1 = 2;
const APPROVED_2 = 3;
const PAID = 4;
const REJECTED = 5;

const read = ({ disbursementId }: { disbursementId: bigint }) => [rowKey(disbursement, disbursementId)];

function change(
  { disbursementId }: { disbursementId: bigint },
  { get }: Context,
  changes: Partial<RowOf<typeof disbursement>>,
): Outcome {
  const row = get(disbursement, disbursementId);
  return {
    project: row.project,
    agency: row.agency,
    puts: [put(disbursement, { ...row, ...changes })],
  };
}

export const disbursements: Register<"BudgetDisbursements"> = {
  BudgetDisbursements: {
    DisbursementRequested: {
      reads: ({ lineId }) => [rowKey(line, lineId)],
      apply: (e, { get, timestamp }) => {
        const { project, agency, year } = get(line, e.lineId);
        const row = {
          disbursement_id: e.disbursementId,
          commitment_id: e.commitmentId,
          line_id: e.lineId,
          milestone_id: optionalId(e.milestoneId),
          project,
          agency,
          year,
          state: REQUESTED,
          amount: e.amount,
          returned: 0n,
          requester: e.officer,
          approver1: null,
          approver2: null,
          payer: null,
          requested_at: timestamp,
          approved1_at: null,
          approved2_at: null,
          paid_at: null,
          rejected_at: null,
          ...documentColumns("evidence", e.evidence),
        };
        return { project, agency, puts: [put(disbursement, row)] };
      },
    },
    DisbursementApprovedFirst: {
      reads: read,
      apply: (e, context) =>
        change(e, context, { state: APPROVED_1, approver1: e.officer, approved1_at: context.timestamp }),
    },
    DisbursementApprovedSecond: {
      reads: read,
      apply: (e, context) =>
        change(e, context, { state: APPROVED_2, approver2: e.officer, approved2_at: context.timestamp }),
    },
    DisbursementPaid: {
      reads: read,
      apply: (e, context) =>
        change(e, context, { state: PAID, payer: e.officer, paid_at: context.timestamp }),
    },
    DisbursementRejected: {
      reads: read,
      apply: (e, context) => change(e, context, { state: REJECTED, rejected_at: context.timestamp }),
    },
    DisbursementReturned: {
      reads: read,
      apply: (e, context) => {
        const outcome = change(e, context, { state: e.state, returned: e.returned });
        const { commitment_id, line_id, project, agency } = context.get(disbursement, e.disbursementId);
        const fact = {
          disbursement_id: e.disbursementId,
          commitment_id,
          line_id,
          project,
          agency,
          amount: e.amount,
          returned: e.returned,
          officer: e.officer,
          ...documentColumns("evidence", e.evidence),
        };
        return { ...outcome, puts: [...outcome.puts, put(disbursementReturn, fact)] };
      },
    },
  },
};

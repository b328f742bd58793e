import { bytes, int2, int4, int8, money, optional, text, time } from "../../schema/columns.ts";
import { table } from "../../schema/table.ts";

export const disbursement = table({
  name: "disbursement",
  kind: "versioned",
  key: ["disbursement_id"],
  columns: {
    disbursement_id: int8,
    commitment_id: int8,
    line_id: int8,
    /** null for an advance */
    milestone_id: optional(int8),
    project: text,
    agency: int4,
    /** fiscal year of the line */
    year: int4,
    /** `DisbursementState` of IBudgetDisbursements */
    state: int2,
    amount: money,
    /** paid back so far */
    returned: money,
    requester: bytes,
    approver1: optional(bytes),
    approver2: optional(bytes),
    payer: optional(bytes),
    requested_at: time,
    approved1_at: optional(time),
    approved2_at: optional(time),
    paid_at: optional(time),
    rejected_at: optional(time),
    /** of the request */
    evidence_cid: bytes,
    evidence_sha256: bytes,
    evidence_date: time,
  },
  indexes: [
    ["commitment_id"],
    ["line_id"],
    ["project"],
    ["agency", "year"],
    { on: ["milestone_id"], where: "milestone_id IS NOT NULL" },
    { on: ["paid_at"], where: "paid_at IS NOT NULL" },
  ],
});

/** Money that came back after payment (เบิกเกินส่งคืน); several may concern one payment. */
export const disbursementReturn = table({
  name: "disbursement_return",
  kind: "appended",
  key: ["disbursement_id", "block", "log_index"],
  columns: {
    disbursement_id: int8,
    commitment_id: int8,
    line_id: int8,
    project: text,
    agency: int4,
    amount: money,
    /** returned of this payment so far, this return included */
    returned: money,
    officer: bytes,
    evidence_cid: bytes,
    evidence_sha256: bytes,
    evidence_date: time,
  },
  indexes: [["project"], ["commitment_id"], ["line_id"], ["agency"]],
});

import { bytes, int2, int4, int8, money, optional, text, time, uint64 } from "../../schema/columns.ts";
import { table } from "../../schema/table.ts";

/** Approval of a multi-year obligation; its yearly shares stand in `obligation_year`. */
export const obligation = table({
  name: "obligation",
  kind: "appended",
  key: ["obligation_id"],
  columns: {
    obligation_id: int8,
    project: text,
    agency: int4,
    total: uint64,
    officer: bytes,
    act_cid: bytes,
    act_sha256: bytes,
    act_date: time,
  },
  indexes: [["project"], ["agency"]],
});

export const obligationYear = table({
  name: "obligation_year",
  kind: "appended",
  key: ["obligation_id", "year"],
  columns: { obligation_id: int8, year: int4, amount: uint64 },
});

/** What was requested, paid and returned under it is the sum of its disbursements. */
export const commitment = table({
  name: "commitment",
  kind: "versioned",
  key: ["commitment_id"],
  columns: {
    commitment_id: int8,
    project: text,
    agency: int4,
    /** 0 purchase order, 1 contract */
    contract_kind: int2,
    /** `CommitmentState` of IBudgetCommitments */
    state: int2,
    made_in_year: int4,
    contract_number: text,
    /** tax number of a juristic person, null for a natural person */
    supplier: optional(text),
    value: money,
    original_value: money,
    /** cumulative increase over the original value, basis points */
    increase_bps: int8,
    /** amendments so far */
    amendments: int4,
    advance_cap: money,
    obligation_id: optional(int8),
    award_cid: bytes,
    award_sha256: bytes,
    award_date: time,
    officer: bytes,
    recorded_at: time,
  },
  indexes: [
    ["project"],
    ["agency", "made_in_year"],
    { on: ["supplier"], where: "supplier IS NOT NULL" },
    { on: ["obligation_id"], where: "obligation_id IS NOT NULL" },
    ["state"],
    ["contract_number"],
  ],
});

/** A commitment's share of a line. */
export const allocation = table({
  name: "allocation",
  kind: "versioned",
  key: ["commitment_id", "line_id"],
  columns: { commitment_id: int8, line_id: int8, project: text, amount: money },
  indexes: [["line_id"]],
});

/** `ordinal` 1, 2, 3 … per commitment. */
export const amendment = table({
  name: "amendment",
  kind: "appended",
  key: ["commitment_id", "ordinal"],
  columns: {
    commitment_id: int8,
    ordinal: int4,
    project: text,
    agency: int4,
    previous_value: money,
    value: money,
    increase_bps: int8,
    officer: bytes,
    evidence_cid: bytes,
    evidence_sha256: bytes,
    evidence_date: time,
  },
  indexes: [["project"]],
});

/** Overdue = `state` in (1 Scheduled, 2 Submitted, 4 Partial, 5 Rejected) and `due_at` before the moment asked about. */
export const milestone = table({
  name: "milestone",
  kind: "versioned",
  key: ["milestone_id"],
  columns: {
    milestone_id: int8,
    commitment_id: int8,
    project: text,
    agency: int4,
    /** `MilestoneState` of IBudgetCommitments */
    state: int2,
    amount: money,
    accepted: money,
    /** last second of the agreed day (Unix) */
    due_at: time,
    /** of the last submission, acceptance or rejection */
    evidence_cid: optional(bytes),
    evidence_sha256: optional(bytes),
    evidence_date: optional(time),
    submitted_at: optional(time),
    /** when it was last accepted, whole or in part */
    accepted_at: optional(time),
  },
  indexes: [["commitment_id"], ["project"], ["agency"], ["due_at"]],
});

export const carryForward = table({
  name: "carry_forward",
  kind: "appended",
  key: ["commitment_id", "from_line", "block", "log_index"],
  columns: {
    commitment_id: int8,
    from_line: int8,
    to_line: int8,
    project: text,
    agency: int4,
    amount: money,
    officer: bytes,
    evidence_cid: bytes,
    evidence_sha256: bytes,
    evidence_date: time,
  },
  indexes: [["project"], ["from_line"], ["to_line"]],
});

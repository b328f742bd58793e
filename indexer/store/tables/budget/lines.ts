import { bool, bytes, int2, int4, int8, money, optional, text, time, uint64 } from "../../schema/columns.ts";
import { table } from "../../schema/table.ts";

export const fiscalYear = table({
  name: "fiscal_year",
  kind: "versioned",
  key: ["year"],
  columns: {
    /** Buddhist-era year */
    year: int4,
    /** `YearState` of IBudgetLines */
    state: int2,
    ceiling: uint64,
    act_cid: bytes,
    act_sha256: bytes,
    act_date: time,
  },
});

/** Counters of a line after the last change, satang. Source: struct LineCounters in IBudgetLines.sol. */
const counters = {
  approved: money,
  carried_in: money,
  adj_in: money,
  adj_out: money,
  allotted: money,
  committed: money,
  requested: money,
  paid: money,
  returned: money,
  carried_out: money,
  lapsed: money,
};

export const line = table({
  // `line` is a geometric type of PostgreSQL.
  name: "appropriation_line",
  kind: "versioned",
  key: ["line_id"],
  columns: {
    line_id: int8,
    project: text,
    agency: int4,
    year: int4,
    fund_source: text,
    /** `ExpenseType` of IBudgetLines, 1–5 */
    expense_type: int2,
    /** line of the year before whose money this one carries on */
    carried_from: optional(int8),
    closed: bool,
    ...counters,
  },
  indexes: [["project"], ["agency", "year"], ["year", "expense_type"]],
});

export const revision = table({
  name: "revision",
  kind: "appended",
  key: ["revision_id"],
  columns: {
    revision_id: int8,
    year: int4,
    officer: bytes,
    evidence_cid: bytes,
    evidence_sha256: bytes,
    evidence_date: time,
  },
  indexes: [["year"]],
});

/** Steps of a revision in the order of `log_index`. */
export const revisionMove = table({
  name: "revision_move",
  kind: "appended",
  key: ["revision_id", "block", "log_index"],
  columns: {
    revision_id: int8,
    from_line: int8,
    to_line: int8,
    from_project: text,
    to_project: text,
    from_agency: int4,
    to_agency: int4,
    amount: money,
  },
  indexes: [["from_line"], ["to_line"], ["from_project"], ["to_project"]],
});

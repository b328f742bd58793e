import { bool, bytes, int2, int4, int8, optional, text, time } from "../../schema/columns.ts";
import { table } from "../../schema/table.ts";

/** Citizens' flags with the agency's clock. A document's CID is null where none was given. */
export const flag = table({
  name: "flag",
  kind: "versioned",
  key: ["flag_id"],
  columns: {
    flag_id: int8,
    project: text,
    agency: int4,
    rule: text,
    /** `FlagState` of IBudgetFlags */
    state: int2,
    /** the clock ran out and somebody noted it; stays true after a late reply */
    unanswered: bool,
    /** citizen's key */
    signer: bytes,
    raised_at: time,
    reply_due_at: time,
    statement_cid: optional(bytes),
    statement_sha256: optional(bytes),
    statement_date: optional(time),
    replied_at: optional(time),
    reply_cid: optional(bytes),
    reply_sha256: optional(bytes),
    reply_date: optional(time),
    reviewer: optional(bytes),
    review_started_at: optional(time),
    decided_at: optional(time),
    reason_cid: optional(bytes),
    reason_sha256: optional(bytes),
    reason_date: optional(time),
  },
  indexes: [["project"], ["agency", "state"], ["state", "reply_due_at"]],
});

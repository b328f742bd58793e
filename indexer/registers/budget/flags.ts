import type { RowOf } from "../../store/schema/table.ts";
import { flag } from "../../store/tables/budget/flags.ts";
import { project } from "../../store/tables/budget/projects.ts";
import { put, rowKey } from "../types.ts";
import type { Context, Outcome, Register } from "../types.ts";
import { optionalDocument, shortText } from "../values.ts";

/** States of a flag in IBudgetFlags. */
const OPEN = 1;
const REPLIED = 2;
const UNDER_REVIEW = 3;

const read = ({ flagId }: { flagId: bigint }) => [rowKey(flag, flagId)];

function change(
  { flagId }: { flagId: bigint },
  { get }: Context,
  changes: Partial<RowOf<typeof flag>>,
): Outcome {
  const row = get(flag, flagId);
  return { project: row.project, agency: row.agency, puts: [put(flag, { ...row, ...changes })] };
}

export const flags: Register<"BudgetFlags"> = {
  BudgetFlags: {
    FlagRaised: {
      reads: (e) => [rowKey(project, shortText(e.code))],
      apply: (e, { get, timestamp }) => {
        const { code, agency } = get(project, shortText(e.code));
        const row = {
          flag_id: e.flagId,
          project: code,
          agency,
          rule: shortText(e.rule),
          state: OPEN,
          unanswered: false,
          signer: e.signer,
          raised_at: timestamp,
          reply_due_at: e.replyDueAt,
          ...optionalDocument("statement", e.statement),
          replied_at: null,
          reply_cid: null,
          reply_sha256: null,
          reply_date: null,
          reviewer: null,
          review_started_at: null,
          decided_at: null,
          reason_cid: null,
          reason_sha256: null,
          reason_date: null,
        };
        return { project: code, agency, puts: [put(flag, row)] };
      },
    },
    FlagReplied: {
      reads: read,
      apply: (e, context) => {
        const replied_at = context.timestamp;
        return change(e, context, { state: REPLIED, replied_at, ...optionalDocument("reply", e.reply) });
      },
    },
    FlagMarkedUnanswered: {
      reads: read,
      apply: (e, context) => change(e, context, { unanswered: true }),
    },
    FlagReviewStarted: {
      reads: read,
      apply: (e, context) =>
        change(e, context, {
          state: UNDER_REVIEW,
          reviewer: e.officer,
          review_started_at: context.timestamp,
        }),
    },
    FlagDecided: {
      reads: read,
      apply: (e, context) => {
        const decided_at = context.timestamp;
        return change(e, context, { state: e.verdict, decided_at, ...optionalDocument("reason", e.reason) });
      },
    },
  },
};

import type { Document } from "../../decode/generated/BudgetCommitments.ts";
import type { RowOf } from "../../store/schema/table.ts";
import {
  allocation,
  amendment,
  carryForward,
  commitment,
  milestone,
  obligation,
  obligationYear,
} from "../../store/tables/budget/commitments.ts";
import { project } from "../../store/tables/budget/projects.ts";
import { put, rowKey } from "../types.ts";
import type { Context, Outcome, Register } from "../types.ts";
import { documentColumns, optionalId, optionalText, shortText } from "../values.ts";

const PENDING = 1;
/** States of a milestone in IBudgetCommitments. */
const SCHEDULED = 1;
const SUBMITTED = 2;
const REJECTED = 5;

const commitmentRead = ({ commitmentId }: { commitmentId: bigint }) => [rowKey(commitment, commitmentId)];
const milestoneRead = ({ milestoneId }: { milestoneId: bigint }) => [rowKey(milestone, milestoneId)];

function milestoneChange(
  { milestoneId, evidence }: { milestoneId: bigint; evidence?: Document },
  { get }: Context,
  change: Partial<RowOf<typeof milestone>>,
): Outcome {
  const row = get(milestone, milestoneId);
  const next = { ...row, ...(evidence && documentColumns("evidence", evidence)), ...change };
  return { project: row.project, agency: row.agency, puts: [put(milestone, next)] };
}

export const commitments: Register<"BudgetCommitments"> = {
  BudgetCommitments: {
    ObligationApproved: {
      reads: (e) => [rowKey(project, shortText(e.code))],
      apply: (e, { get }) => {
        const { code, agency } = get(project, shortText(e.code));
        const row = {
          obligation_id: e.obligationId,
          project: code,
          agency,
          total: e.total,
          officer: e.officer,
          ...documentColumns("act", e.act),
        };
        const years = e.schedule.map(({ year, amount }) =>
          put(obligationYear, { obligation_id: e.obligationId, year, amount }),
        );
        return { project: code, agency, puts: [put(obligation, row), ...years] };
      },
    },
    CommitmentRecorded: {
      apply: (e, { timestamp }) => {
        const row = {
          commitment_id: e.commitmentId,
          project: shortText(e.code),
          agency: e.agency,
          contract_kind: e.kind,
          state: PENDING,
          made_in_year: e.madeInYear,
          contract_number: shortText(e.contractNumber),
          supplier: optionalText(e.supplier),
          value: e.value,
          original_value: e.value,
          increase_bps: 0n,
          amendments: 0,
          advance_cap: e.advanceCap,
          obligation_id: optionalId(e.obligationId),
          ...documentColumns("award", e.award),
          officer: e.officer,
          recorded_at: timestamp,
        };
        return { project: row.project, agency: e.agency, puts: [put(commitment, row)] };
      },
    },
    CommitmentAllocated: {
      reads: commitmentRead,
      apply: (e, { get }) => {
        const { project, agency } = get(commitment, e.commitmentId);
        const row = { commitment_id: e.commitmentId, line_id: e.lineId, project, amount: e.amount };
        return { project, agency, puts: [put(allocation, row)] };
      },
    },
    CommitmentStateChanged: {
      reads: commitmentRead,
      apply: (e, { get }) => {
        const row = get(commitment, e.commitmentId);
        const next = { ...row, state: e.to };
        return { project: row.project, agency: row.agency, puts: [put(commitment, next)] };
      },
    },
    CommitmentAmended: {
      reads: commitmentRead,
      apply: (e, { get }) => {
        const row = get(commitment, e.commitmentId);
        const { project, agency } = row;
        const ordinal = row.amendments + 1;
        const fact = {
          commitment_id: e.commitmentId,
          ordinal,
          project,
          agency,
          previous_value: e.previousValue,
          value: e.value,
          increase_bps: e.increaseBps,
          officer: e.officer,
          ...documentColumns("evidence", e.evidence),
        };
        const next = { ...row, value: e.value, increase_bps: e.increaseBps, amendments: ordinal };
        return { project, agency, puts: [put(amendment, fact), put(commitment, next)] };
      },
    },
    MilestoneScheduled: {
      reads: commitmentRead,
      apply: (e, { get }) => {
        const { project, agency } = get(commitment, e.commitmentId);
        const row = {
          milestone_id: e.milestoneId,
          commitment_id: e.commitmentId,
          project,
          agency,
          state: SCHEDULED,
          amount: e.amount,
          accepted: 0n,
          due_at: e.dueAt,
          evidence_cid: null,
          evidence_sha256: null,
          evidence_date: null,
          submitted_at: null,
          accepted_at: null,
        };
        return { project, agency, puts: [put(milestone, row)] };
      },
    },
    MilestoneChanged: {
      reads: milestoneRead,
      apply: ({ milestoneId, amount, dueAt, state }, context) =>
        milestoneChange({ milestoneId }, context, { amount, due_at: dueAt, state }),
    },
    MilestoneSubmitted: {
      reads: milestoneRead,
      apply: (e, context) =>
        milestoneChange(e, context, { state: SUBMITTED, submitted_at: context.timestamp }),
    },
    MilestoneAccepted: {
      reads: milestoneRead,
      apply: (e, context) =>
        milestoneChange(e, context, {
          state: e.state,
          accepted: e.accepted,
          accepted_at: context.timestamp,
        }),
    },
    MilestoneRejected: {
      reads: milestoneRead,
      apply: (e, context) => milestoneChange(e, context, { state: REJECTED }),
    },
    CommitmentCarriedForward: {
      reads: commitmentRead,
      apply: (e, { get }) => {
        const { project, agency } = get(commitment, e.commitmentId);
        const row = {
          commitment_id: e.commitmentId,
          from_line: e.fromLine,
          to_line: e.toLine,
          project,
          agency,
          amount: e.amount,
          officer: e.officer,
          ...documentColumns("evidence", e.evidence),
        };
        return { project, agency, puts: [put(carryForward, row)] };
      },
    },
  },
};

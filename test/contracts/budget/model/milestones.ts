import { ZeroHash } from "ethers";
import type { TestDocument } from "../../../support/document.ts";
import { Duty } from "../../../support/people.ts";
import type { Turn } from "./turn.ts";
import { commitmentState, milestoneState, type Milestone } from "./world.ts";

const find = (turn: Turn, id: bigint) =>
  turn.need(turn.world.milestone(id), "BudgetCommitmentsMilestoneUnknown");

function parentOf(turn: Turn, { commitment }: Milestone) {
  const parent = turn.world.commitment(commitment)!;
  turn.refuse("BudgetCommitmentsStateWrong", parent.state !== commitmentState.active);
  return parent;
}

/** Acceptor of the agency, another person than who submitted and who recorded the commitment. */
function acceptors(turn: Turn, id: bigint): Milestone {
  const milestone = find(turn, id);
  const parent = parentOf(turn, milestone);
  turn.duty(Duty.ACCEPTOR, parent.agency);
  turn.refuse("BudgetCommitmentsMilestoneStateWrong", milestone.state !== milestoneState.submitted);
  const involved = [milestone.submitter, parent.recorder];
  turn.refuse("BudgetCommitmentsSamePerson", involved.includes(turn.tag));
  return milestone;
}

export function schedule(turn: Turn, commitment: bigint, amount: bigint, dueAt: bigint): void {
  turn.refuse("BudgetCommitmentsMilestoneAmountZero", amount === 0n);
  turn.world.milestones.push({
    ...{ commitment, amount, dueAt, state: milestoneState.scheduled, accepted: 0n },
    ...{ submitter: ZeroHash, acceptor: ZeroHash, acceptors: [] },
  });
}

/** Part of an amendment: adds (id 0), changes, or removes (amount 0). */
export function changeMilestone(
  turn: Turn,
  commitment: bigint,
  { milestoneId, amount, dueAt }: { milestoneId: bigint; amount: bigint; dueAt: number },
): void {
  if (milestoneId === 0n) return schedule(turn, commitment, amount, BigInt(dueAt));
  const milestone = find(turn, milestoneId);
  turn.refuse("BudgetCommitmentsMilestoneOfOtherCommitment", milestone.commitment !== commitment);
  const { state, accepted } = milestone;
  const underReview = state === milestoneState.submitted && amount === 0n;
  turn.refuse("BudgetCommitmentsMilestoneStateWrong", state === milestoneState.removed || underReview);
  turn.refuse("BudgetCommitmentsMilestoneBelowAccepted", amount < accepted);
  Object.assign(milestone, { amount, dueAt: BigInt(dueAt) });
  if (amount === 0n) milestone.state = milestoneState.removed;
  else if (amount === accepted) milestone.state = milestoneState.accepted;
  else if (state === milestoneState.accepted) milestone.state = milestoneState.partial;
}

export const milestones = {
  submitMilestone(turn: Turn, id: bigint, evidence: TestDocument) {
    const milestone = find(turn, id);
    const parent = parentOf(turn, milestone);
    turn.duty(Duty.RECORDER, parent.agency);
    const { scheduled, partial, rejected } = milestoneState;
    const may = [scheduled, partial, rejected].includes(milestone.state);
    turn.refuse("BudgetCommitmentsMilestoneStateWrong", !may);
    turn.evidence(evidence);
    Object.assign(milestone, { state: milestoneState.submitted, submitter: turn.tag });
  },
  acceptMilestone(turn: Turn, id: bigint, amount: bigint, evidence: TestDocument) {
    const milestone = acceptors(turn, id);
    turn.evidence(evidence);
    const open = milestone.amount - milestone.accepted;
    turn.refuse("BudgetCommitmentsAcceptanceOutOfRange", amount === 0n || amount > open);
    milestone.accepted += amount;
    milestone.state =
      milestone.accepted === milestone.amount ? milestoneState.accepted : milestoneState.partial;
    milestone.acceptor = turn.tag;
    if (!milestone.acceptors.includes(turn.tag)) milestone.acceptors.push(turn.tag);
  },
  rejectMilestone(turn: Turn, id: bigint, evidence: TestDocument) {
    const milestone = acceptors(turn, id);
    turn.evidence(evidence);
    milestone.state = milestoneState.rejected;
  },
};

import { decodeBytes32String, ZeroHash } from "ethers";
import type { CommitmentInput } from "../../../support/budget/office.ts";
import type { TestDocument } from "../../../support/document.ts";
import { Duty } from "../../../support/people.ts";
import { carryLine, findLine, requireCommittable, requireInYear } from "./lines.ts";
import { changeMilestone, milestones, schedule } from "./milestones.ts";
import { requireActive, requireRegistered } from "./projects.ts";
import type { Turn } from "./turn.ts";
import { commitmentState, milestoneState, projectState, type Commitment, type Payment } from "./world.ts";

const find = (turn: Turn, id: bigint) => turn.need(turn.world.commitment(id), "BudgetCommitmentsUnknown");
const of = (id: bigint) => (payment: Payment) => payment.commitment === id;

function requireState(turn: Turn, commitment: Commitment, ...wanted: bigint[]): void {
  turn.refuse("BudgetCommitmentsStateWrong", !wanted.includes(commitment.state));
}

/** First approver of the agency, another person than who recorded. */
function approvers(turn: Turn, id: bigint): Commitment {
  const commitment = find(turn, id);
  turn.duty(Duty.APPROVER_1, commitment.agency);
  turn.refuse("BudgetCommitmentsSamePerson", turn.tag === commitment.recorder);
  return commitment;
}

function requireMilestoneSum(turn: Turn, id: bigint): void {
  const own = turn.world.milestones.filter(({ commitment }) => commitment === id);
  const total = own.reduce((sum, { amount }) => sum + amount, 0n);
  turn.refuse("BudgetCommitmentsMilestonesMismatch", total !== turn.world.commitment(id)!.value);
}

/** In full, or under an obligation in part but not with nothing. */
function requireAllocated(turn: Turn, commitment: Commitment): void {
  const allocated = turn.world.allocated(commitment);
  const enough =
    commitment.obligation === 0n
      ? allocated === commitment.value
      : allocated > 0n && allocated <= commitment.value;
  turn.refuse("BudgetCommitmentsAllocationsMismatch", !enough);
}

function requirePledge(turn: Turn, { obligation }: Commitment): void {
  if (obligation === 0n) return;
  const { total } = turn.world.obligation(obligation)!;
  turn.refuse("BudgetCommitmentsObligationTotalExceeded", turn.world.pledged(obligation) > total);
}

/** Binds `amount` more on a line. */
function bind(turn: Turn, commitment: Commitment, lineId: bigint, amount: bigint): void {
  const line = findLine(turn, lineId);
  turn.refuse("BudgetCommitmentsLineOfOtherProject", line.code !== commitment.code);
  turn.refuse("BudgetCommitmentsAllocationsMismatch", turn.world.allocated(commitment) + amount >= 2n ** 64n);
  requireCommittable(turn, lineId, amount);
  setShare(commitment, lineId, (shareOf(commitment, lineId)?.amount ?? 0n) + amount);
  if (commitment.obligation === 0n) return;
  const planned = turn.world
    .obligation(commitment.obligation)!
    .schedule.find(({ year }) => year === line.year);
  const bound = turn.world.bound(commitment.obligation, line.year);
  turn.refuse("BudgetCommitmentsObligationExceeded", bound > (planned?.amount ?? 0n));
}

const shareOf = ({ shares }: Commitment, line: bigint) => shares.find((share) => share.line === line);
function setShare(commitment: Commitment, line: bigint, amount: bigint): void {
  const share = shareOf(commitment, line);
  if (share) share.amount = amount;
  else commitment.shares.push({ line, amount });
}

/** Ends a commitment: what is bound and was not spent goes back to the lines. */
function end(turn: Turn, id: bigint, commitment: Commitment, state: bigint, evidence: TestDocument): void {
  turn.refuse("BudgetCommitmentsRequestsPending", turn.world.requested(of(id)) !== 0n);
  turn.evidence(evidence);
  commitment.state = state;
  letGo(turn, id);
}

/** An ended commitment binds no more than it cost. */
export function letGo(turn: Turn, id: bigint): void {
  for (const share of turn.world.commitment(id)!.shares) {
    share.amount = turn.world.drawn((payment) => payment.commitment === id && payment.line === share.line);
  }
}

const isSupplier = (supplier: string) => {
  if (supplier === ZeroHash) return true;
  try {
    return /^0\d{12}$/.test(decodeBytes32String(supplier));
  } catch {
    return false;
  }
};

export const commitments = {
  ...milestones,
  approveObligation(
    turn: Turn,
    code: string,
    total: bigint,
    amounts: { year: number; amount: bigint }[],
    act: TestDocument,
  ) {
    turn.duty(Duty.BUDGET_AUTHORITY);
    turn.evidence(act);
    turn.refuse("BudgetCommitmentsValueZero", total === 0n);
    const years = amounts.map(({ year }) => year);
    const ascending = years.every((year, index) => year > (years[index - 1] ?? 0));
    turn.refuse("BudgetCommitmentsObligationYearsNotAscending", !ascending);
    const sum = amounts.reduce((rest, { amount }) => rest + amount, 0n);
    turn.refuse("BudgetCommitmentsObligationSumMismatch", sum !== total);
    requireRegistered(turn, code);
    const schedule = amounts.map(({ year, amount }) => ({ year: BigInt(year), amount }));
    turn.world.obligations.push({ code, total, schedule });
  },
  recordCommitment(turn: Turn, input: CommitmentInput) {
    const { code, value } = input;
    const project = turn.need(turn.world.projects.get(code), "BudgetProjectsUnknown");
    turn.duty(Duty.RECORDER, project.agency);
    turn.refuse("BudgetProjectsStateWrong", project.state !== projectState.active);
    turn.refuse("BudgetCommitmentsValueZero", value === 0n);
    turn.refuse("BudgetCommitmentsSupplierMalformed", !isSupplier(input.supplier));
    turn.refuse("BudgetCommitmentsAdvanceCapExceedsValue", input.advanceCap > value);
    turn.evidence(input.award);
    if (input.allocations.length === 0) turn.need(undefined, "BudgetCommitmentsAllocationsMismatch");
    if (input.obligationId !== 0n) {
      const obligation = turn.need(
        turn.world.obligation(input.obligationId),
        "BudgetCommitmentsObligationUnknown",
      );
      turn.refuse("BudgetCommitmentsObligationOfOtherProject", obligation.code !== code);
    }
    const commitment: Commitment = {
      code,
      agency: project.agency,
      kind: BigInt(input.kind),
      state: commitmentState.pending,
      madeInYear: findLine(turn, input.allocations[0]!.lineId).year,
      value,
      originalValue: value,
      advanceCap: input.advanceCap,
      obligation: input.obligationId,
      recorder: turn.tag,
      shares: [],
    };
    turn.world.commitments.push(commitment);
    const id = BigInt(turn.world.commitments.length);
    requirePledge(turn, commitment);
    for (const { lineId, amount } of input.allocations) {
      turn.refuse("BudgetCommitmentsAllocationRepeated", shareOf(commitment, lineId) !== undefined);
      bind(turn, commitment, lineId, amount);
    }
    requireAllocated(turn, commitment);
    for (const { amount, dueAt } of input.milestones) schedule(turn, id, amount, BigInt(dueAt));
  },
  activateCommitment(turn: Turn, id: bigint) {
    const commitment = approvers(turn, id);
    requireState(turn, commitment, commitmentState.pending);
    requireActive(turn, commitment.code);
    requireInYear(turn, commitment.madeInYear);
    requireMilestoneSum(turn, id);
    commitment.state = commitmentState.active;
  },
  amendCommitment(
    turn: Turn,
    id: bigint,
    value: bigint,
    allocations: { lineId: bigint; amount: bigint }[],
    changes: { milestoneId: bigint; amount: bigint; dueAt: number }[],
    evidence: TestDocument,
  ) {
    const commitment = approvers(turn, id);
    requireState(turn, commitment, commitmentState.active);
    requireActive(turn, commitment.code);
    turn.evidence(evidence);
    turn.refuse("BudgetCommitmentsValueZero", value === 0n);
    turn.refuse("BudgetCommitmentsAmendmentBelowSpent", value < turn.world.drawn(of(id)));
    commitment.value = value;
    requirePledge(turn, commitment);
    for (const { lineId, amount } of allocations) {
      const spent = turn.world.drawn((payment) => payment.commitment === id && payment.line === lineId);
      turn.refuse("BudgetCommitmentsAllocationBelowSpent", amount < spent);
      const now = shareOf(commitment, lineId)?.amount ?? 0n;
      if (amount > now) bind(turn, commitment, lineId, amount - now);
      else if (amount < now) setShare(commitment, lineId, amount);
    }
    requireAllocated(turn, commitment);
    for (const change of changes) changeMilestone(turn, id, change);
    requireMilestoneSum(turn, id);
  },
  fundCommitment(turn: Turn, id: bigint, lineId: bigint, amount: bigint) {
    const commitment = find(turn, id);
    turn.duty(Duty.BUDGET, commitment.agency);
    requireState(turn, commitment, commitmentState.active);
    requireActive(turn, commitment.code);
    turn.refuse("BudgetCommitmentsObligationUnknown", commitment.obligation === 0n);
    bind(turn, commitment, lineId, amount);
    requireAllocated(turn, commitment);
  },
  completeCommitment(turn: Turn, id: bigint, evidence: TestDocument) {
    const commitment = approvers(turn, id);
    requireState(turn, commitment, commitmentState.active);
    const open = turn.world.milestones.some(
      ({ commitment: parent, state }) =>
        parent === id && state !== milestoneState.accepted && state !== milestoneState.removed,
    );
    turn.refuse("BudgetCommitmentsMilestoneOpen", open);
    end(turn, id, commitment, commitmentState.complete, evidence);
  },
  terminateCommitment(turn: Turn, id: bigint, evidence: TestDocument) {
    const commitment = approvers(turn, id);
    requireState(turn, commitment, commitmentState.active);
    end(turn, id, commitment, commitmentState.terminated, evidence);
  },
  cancelCommitment(turn: Turn, id: bigint, evidence: TestDocument) {
    const commitment = approvers(turn, id);
    requireState(turn, commitment, commitmentState.pending, commitmentState.active);
    turn.refuse("BudgetCommitmentsSpent", turn.world.paid(of(id)) !== 0n);
    end(turn, id, commitment, commitmentState.cancelled, evidence);
  },
  carryForward(turn: Turn, id: bigint, lineId: bigint, amount: bigint, evidence: TestDocument) {
    turn.duty(Duty.BUDGET_AUTHORITY);
    const commitment = find(turn, id);
    requireState(turn, commitment, commitmentState.active);
    turn.evidence(evidence);
    const line = findLine(turn, lineId);
    turn.refuse("BudgetCommitmentsNotMadeInYear", line.year !== commitment.madeInYear);
    const share = turn.need(shareOf(commitment, lineId), "BudgetCommitmentsAllocationUnknown");
    const spent = turn.world.drawn((payment) => payment.commitment === id && payment.line === lineId);
    turn.refuse("BudgetCommitmentsCarryExceedsUnspent", amount > share.amount - spent);
    const to = carryLine(turn, lineId, amount);
    share.amount -= amount;
    setShare(commitment, to, (shareOf(commitment, to)?.amount ?? 0n) + amount);
  },
};

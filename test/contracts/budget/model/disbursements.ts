import { ZeroHash } from "ethers";
import type { TestDocument } from "../../../support/document.ts";
import { Duty } from "../../../support/people.ts";
import { letGo } from "./commitments.ts";
import { findLine, requireInYear } from "./lines.ts";
import { requireActive } from "./projects.ts";
import type { Turn } from "./turn.ts";
import { commitmentState, paymentState, type Payment } from "./world.ts";

const find = (turn: Turn, id: bigint) => turn.need(turn.world.payment(id), "BudgetDisbursementsUnknown");
const agencyOf = (turn: Turn, { commitment }: Payment) => turn.world.commitment(commitment)!.agency;

/** Whoever accepted any part of what is paid for. */
const acceptorsOf = (turn: Turn, milestone: bigint) => turn.world.milestone(milestone)?.acceptors ?? [];

/**
 * The next step, by somebody who had no part in the payment, in the contract's record or in the acceptance; nor may anybody
 * who took a step before have accepted something since.
 */
function step(turn: Turn, id: bigint, duty: number, from: bigint): Payment {
  const payment = find(turn, id);
  turn.duty(duty, agencyOf(turn, payment));
  turn.refuse("BudgetDisbursementsStateWrong", payment.state !== from);
  const { recorder } = turn.world.commitment(payment.commitment)!;
  const involved = [payment.requester, payment.approver1, payment.approver2, recorder];
  const accepted = acceptorsOf(turn, payment.milestone);
  turn.refuse("BudgetDisbursementsSamePerson", [...involved, ...accepted].includes(turn.tag));
  const before = [payment.requester, payment.approver1, payment.approver2];
  turn.refuse(
    "BudgetDisbursementsSamePerson",
    before.some((tag) => accepted.includes(tag)),
  );
  return payment;
}

export const disbursements = {
  requestDisbursement(
    turn: Turn,
    commitment: bigint,
    line: bigint,
    milestone: bigint,
    amount: bigint,
    evidence: TestDocument,
  ) {
    const { world } = turn;
    const parent = turn.need(world.commitment(commitment), "BudgetCommitmentsUnknown");
    turn.duty(Duty.RECORDER, parent.agency);
    turn.refuse("BudgetDisbursementsAmountZero", amount === 0n);
    turn.evidence(evidence);
    turn.refuse("BudgetDisbursementsSamePerson", acceptorsOf(turn, milestone).includes(turn.tag));
    turn.refuse("BudgetCommitmentsStateWrong", parent.state !== commitmentState.active);
    requireActive(turn, parent.code);

    const from = (payment: Payment) => payment.commitment === commitment && payment.line === line;
    const share = turn.need(world.share(commitment, line), "BudgetCommitmentsAllocationUnknown");
    turn.refuse("BudgetCommitmentsPaymentExceedsAllocation", world.drawn(from) + amount > share);
    if (milestone === 0n) {
      const advances = world.drawn((it) => it.commitment === commitment && it.milestone === 0n);
      turn.refuse("BudgetCommitmentsAdvanceExceedsCap", advances + amount > parent.advanceCap);
    } else {
      const entry = turn.need(world.milestone(milestone), "BudgetCommitmentsMilestoneUnknown");
      turn.refuse("BudgetCommitmentsMilestoneOfOtherCommitment", entry.commitment !== commitment);
      const drawn = world.drawn((payment) => payment.milestone === milestone);
      turn.refuse("BudgetCommitmentsPaymentExceedsAcceptance", drawn + amount > entry.accepted);
    }
    const { closed, year } = findLine(turn, line);
    turn.refuse("BudgetLinesClosed", closed);
    requireInYear(turn, year);
    world.payments.push({
      ...{ commitment, line, milestone, amount, returned: 0n, state: paymentState.requested },
      ...{ requester: turn.tag, approver1: ZeroHash, approver2: ZeroHash, payer: ZeroHash },
    });
  },
  approveFirst(turn: Turn, id: bigint) {
    const payment = step(turn, id, Duty.APPROVER_1, paymentState.requested);
    Object.assign(payment, { state: paymentState.approved1, approver1: turn.tag });
  },
  approveSecond(turn: Turn, id: bigint) {
    const payment = step(turn, id, Duty.APPROVER_2, paymentState.approved1);
    Object.assign(payment, { state: paymentState.approved2, approver2: turn.tag });
  },
  pay(turn: Turn, id: bigint, evidence: TestDocument) {
    const payment = step(turn, id, Duty.TREASURY, paymentState.approved2);
    turn.evidence(evidence);
    requireActive(turn, turn.world.commitment(payment.commitment)!.code);
    Object.assign(payment, { state: paymentState.paid, payer: turn.tag });
  },
  reject(turn: Turn, id: bigint, reason: TestDocument) {
    const payment = find(turn, id);
    turn.duty(Duty.APPROVER_1 | Duty.APPROVER_2 | Duty.TREASURY, agencyOf(turn, payment));
    const { requested, approved1, approved2 } = paymentState;
    const may = [requested, approved1, approved2].includes(payment.state);
    turn.refuse("BudgetDisbursementsStateWrong", !may);
    turn.evidence(reason);
    payment.state = paymentState.rejected;
  },
  recordReturn(turn: Turn, id: bigint, amount: bigint, evidence: TestDocument) {
    const payment = find(turn, id);
    turn.duty(Duty.TREASURY, agencyOf(turn, payment));
    turn.refuse("BudgetDisbursementsStateWrong", payment.state !== paymentState.paid);
    turn.refuse("BudgetDisbursementsAmountZero", amount === 0n);
    turn.evidence(evidence);
    turn.refuse("BudgetDisbursementsReturnExceedsPaid", payment.returned + amount > payment.amount);
    payment.returned += amount;
    if (payment.returned === payment.amount) payment.state = paymentState.returned;
    if (turn.world.commitment(payment.commitment)!.state > commitmentState.active)
      letGo(turn, payment.commitment);
  },
};

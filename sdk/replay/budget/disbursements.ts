import type { Act, Handlers } from "../act.ts";
import { DisbursementStage, Duty, NO_PERSON } from "../numbers.ts";
import type { DisbursementState } from "./state.ts";
import { commitmentOf, milestoneOf } from "./commitments.ts";

const { REQUESTED, APPROVED1, APPROVED2, PAID, REJECTED, RETURNED } = DisbursementStage;

const disbursementOf = (act: Act, id: bigint) => act.find("disbursement", act.state.disbursements, id);

/** What the payment takes from its commitment, its share of the line and its milestone. */
function sourcesOf(act: Act, { commitmentId, lineId, milestoneId }: DisbursementState) {
  const commitment = commitmentOf(act, commitmentId);
  const share = act.find(`share of commitment ${commitmentId} in line`, commitment.allocations, lineId);
  const milestone = milestoneId === 0n ? null : milestoneOf(act, milestoneId);
  return { commitment, share, milestone };
}

/** Draws on the milestone, or on the allowance for advances. Negative amounts put back. */
function draw(act: Act, payment: DisbursementState, amount: bigint): void {
  const { commitment, milestone } = sourcesOf(act, payment);
  if (milestone) {
    milestone.drawn += amount;
    const { drawn, accepted } = milestone;
    const entity = `milestone ${payment.milestoneId}`;
    act.rule(drawn <= accepted, "PAYMENT_WITHIN_ACCEPTANCE", entity, drawn, `at most ${accepted}`);
  } else {
    commitment.advancePaid += amount;
    const { advancePaid, advanceCap } = commitment;
    const entity = `commitment ${payment.commitmentId}`;
    act.rule(advancePaid <= advanceCap, "ADVANCE_CAP", entity, advancePaid, `at most ${advanceCap}`);
  }
}

/** The next step of a payment, by a person who took none of the steps before. */
function step(act: Act, id: bigint, from: bigint, duty: bigint, officer: string) {
  const payment = disbursementOf(act, id);
  const entity = `disbursement ${id}`;
  const { personTag } = act.officer(officer, duty, payment.agency);
  act.stands(entity, payment.state, from);
  const { recorder } = commitmentOf(act, payment.commitmentId);
  const { requester, approver1, approver2 } = payment;
  const acceptors = act.state.milestones.get(payment.milestoneId)?.acceptors ?? [];
  act.separate(entity, personTag, requester, approver1, approver2, recorder, ...acceptors);
  // Who took a step before may have accepted a part of the milestone since.
  for (const before of [requester, approver1, approver2]) act.separate(entity, before, ...acceptors);
  return { payment, personTag };
}

export const budgetDisbursements: Handlers<"BudgetDisbursements"> = {
  DisbursementRequested: ({ disbursementId, officer, ...args }, act) => {
    const { commitmentId, lineId, milestoneId, amount } = args;
    const { agency } = commitmentOf(act, commitmentId);
    const entity = `disbursement ${disbursementId}`;
    const { personTag } = act.officer(officer, Duty.RECORDER, agency);
    act.isNext("disbursement", act.state.disbursements, disbursementId);
    act.rule(amount > 0n, "AMOUNT_POSITIVE", entity, amount, "more than 0");
    const payment: DisbursementState = {
      ...{ commitmentId, lineId, milestoneId, amount, returned: 0n, agency, state: REQUESTED },
      ...{ requester: personTag, approver1: NO_PERSON, approver2: NO_PERSON, payer: NO_PERSON },
    };
    act.state.disbursements.set(disbursementId, payment);
    const { commitment, share, milestone } = sourcesOf(act, payment);
    if (milestone) act.separate(entity, personTag, ...milestone.acceptors);
    commitment.requested += amount;
    share.requested += amount;
    const taken = share.requested + share.paid;
    act.rule(taken <= share.amount, "PAYMENT_WITHIN_COMMITMENT", entity, taken, `at most ${share.amount}`);
    draw(act, payment, amount);
  },
  DisbursementApprovedFirst: ({ disbursementId, officer }, act) => {
    const { payment, personTag } = step(act, disbursementId, REQUESTED, Duty.APPROVER_1, officer);
    Object.assign(payment, { state: APPROVED1, approver1: personTag });
  },
  DisbursementApprovedSecond: ({ disbursementId, officer }, act) => {
    const { payment, personTag } = step(act, disbursementId, APPROVED1, Duty.APPROVER_2, officer);
    Object.assign(payment, { state: APPROVED2, approver2: personTag });
  },
  DisbursementPaid: ({ disbursementId, officer, amount }, act) => {
    const { payment, personTag } = step(act, disbursementId, APPROVED2, Duty.TREASURY, officer);
    const { amount: approved } = payment;
    act.rule(amount === approved, "PAID_AS_APPROVED", `disbursement ${disbursementId}`, amount, approved);
    Object.assign(payment, { state: PAID, payer: personTag });
    const { commitment, share } = sourcesOf(act, payment);
    commitment.requested -= amount;
    commitment.paid += amount;
    share.requested -= amount;
    share.paid += amount;
  },
  DisbursementRejected: ({ disbursementId, officer, from }, act) => {
    const payment = disbursementOf(act, disbursementId);
    act.officer(officer, Duty.APPROVER_1 | Duty.APPROVER_2 | Duty.TREASURY, payment.agency);
    act.stands(`disbursement ${disbursementId}`, payment.state, from);
    act.stands(`disbursement ${disbursementId}`, from, REQUESTED, APPROVED1, APPROVED2);
    payment.state = REJECTED;
    const { commitment, share } = sourcesOf(act, payment);
    commitment.requested -= payment.amount;
    share.requested -= payment.amount;
    draw(act, payment, -payment.amount);
  },
  DisbursementReturned: ({ disbursementId, officer, amount, returned, state }, act) => {
    const payment = disbursementOf(act, disbursementId);
    const entity = `disbursement ${disbursementId}`;
    act.officer(officer, Duty.TREASURY, payment.agency);
    act.stands(entity, payment.state, PAID);
    act.rule(
      returned === payment.returned + amount,
      "RETURNED_SUM",
      entity,
      returned,
      payment.returned + amount,
    );
    act.rule(returned <= payment.amount, "RETURN_WITHIN_PAID", entity, returned, `at most ${payment.amount}`);
    const wanted = returned === payment.amount ? RETURNED : PAID;
    act.rule(state === wanted, "STATE_MACHINE", entity, state, wanted);
    Object.assign(payment, { returned, state });
    const { commitment, share } = sourcesOf(act, payment);
    commitment.returned += amount;
    share.paid -= amount;
    draw(act, payment, -amount);
  },
};

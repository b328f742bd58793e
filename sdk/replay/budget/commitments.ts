import type { Act, Handlers } from "../act.ts";
import { CommitmentStage, Duty, MilestoneStage, NO_PERSON, ProjectStage } from "../numbers.ts";
import type { CommitmentState } from "./state.ts";
import { lineOf } from "./lines.ts";
import { projectOf } from "./projects.ts";
import { boundAsAllocated, shareOf } from "./shares.ts";

const { PENDING, ACTIVE, COMPLETE, TERMINATED, CANCELLED } = CommitmentStage;
const { SCHEDULED, SUBMITTED, ACCEPTED, PARTIAL, REJECTED, REMOVED } = MilestoneStage;

const moves: ReadonlyMap<bigint, readonly bigint[]> = new Map([
  [PENDING, [ACTIVE, CANCELLED]],
  [ACTIVE, [COMPLETE, TERMINATED, CANCELLED]],
]);

export const commitmentOf = (act: Act, id: bigint) => act.find("commitment", act.state.commitments, id);
export const milestoneOf = (act: Act, id: bigint) => act.find("milestone", act.state.milestones, id);

/** Pending or active: it may still cost what it is worth. */
export const isOpen = ({ state }: CommitmentState) => state === PENDING || state === ACTIVE;

/** What the commitment pledges of its obligation changes by so much. */
function pledge(act: Act, { obligationId }: CommitmentState, by: bigint): void {
  if (obligationId === 0n) return;
  const obligation = act.find("obligation", act.state.obligations, obligationId);
  obligation.pledged += by;
  const { pledged, total } = obligation;
  act.rule(pledged <= total, "OBLIGATION_TOTAL", `obligation ${obligationId}`, pledged, `at most ${total}`);
}

/** Satang of the year's money bound under the obligation change by so much; carried money is the year before's. */
function bind(act: Act, { obligationId }: CommitmentState, lineId: bigint, by: bigint): void {
  if (obligationId === 0n) return;
  const { bound } = act.find("obligation", act.state.obligations, obligationId);
  const { year, carriedFrom } = lineOf(act, lineId);
  const own = carriedFrom === 0n ? year : year - 1n;
  bound.set(own, (bound.get(own) ?? 0n) + by);
}

/** The instalments are worth what the commitment is. */
function scheduled(act: Act, id: bigint): void {
  const { milestones, value } = commitmentOf(act, id);
  const sum = milestones.reduce((all, each) => {
    const { state, amount } = milestoneOf(act, each);
    return state === REMOVED ? all : all + amount;
  }, 0n);
  act.rule(sum === value, "MILESTONES_ADD_UP_TO_VALUE", `commitment ${id}`, sum, value);
}

function byApprover(act: Act, id: bigint, officer: string): CommitmentState {
  const commitment = commitmentOf(act, id);
  const { personTag } = act.officer(officer, Duty.APPROVER_1, commitment.agency);
  act.separate(`commitment ${id}`, personTag, commitment.recorder);
  return commitment;
}

function byAcceptor(act: Act, id: bigint, officer: string) {
  const milestone = milestoneOf(act, id);
  const { agency, recorder } = commitmentOf(act, milestone.commitmentId);
  const { personTag } = act.officer(officer, Duty.ACCEPTOR, agency);
  act.separate(`milestone ${id}`, personTag, milestone.submitter, recorder);
  act.stands(`milestone ${id}`, milestone.state, SUBMITTED);
  return { milestone, personTag };
}

export const budgetCommitments: Handlers<"BudgetCommitments"> = {
  ObligationApproved: ({ obligationId, code, officer, total, schedule }, act) => {
    act.officer(officer, Duty.BUDGET_AUTHORITY);
    projectOf(act, code);
    act.isNext("obligation", act.state.obligations, obligationId);
    const sum = schedule.reduce((all, { amount }) => all + amount, 0n);
    act.rule(sum === total, "OBLIGATION_SUM", `obligation ${obligationId}`, sum, total);
    act.state.obligations.set(obligationId, { code, total, schedule, pledged: 0n, bound: new Map() });
  },
  CommitmentRecorded: ({ commitmentId, officer, ...args }, act) => {
    const { code, agency, kind, madeInYear, value, advanceCap, obligationId } = args;
    const project = projectOf(act, code);
    const entity = `commitment ${commitmentId}`;
    const { personTag } = act.officer(officer, Duty.RECORDER, project.agency);
    act.isNext("commitment", act.state.commitments, commitmentId);
    act.stands(`project ${code}`, project.state, ProjectStage.ACTIVE);
    act.rule(agency === project.agency, "AGENCY_OF_PROJECT", entity, agency, project.agency);
    act.rule(advanceCap <= value, "ADVANCE_CAP", entity, advanceCap, `at most ${value}`);
    const commitment: CommitmentState = {
      ...{ code, agency, kind, madeInYear, value, advanceCap, obligationId },
      ...{ state: PENDING, originalValue: value, allocated: 0n, requested: 0n, paid: 0n, returned: 0n },
      ...{ advancePaid: 0n, recorder: personTag, allocations: new Map(), milestones: [] },
    };
    act.state.commitments.set(commitmentId, commitment);
    project.openCommitments++;
    pledge(act, commitment, value);
  },
  CommitmentAllocated: ({ commitmentId, lineId, amount }, act) => {
    const commitment = commitmentOf(act, commitmentId);
    const share = shareOf(act, commitmentId, lineId);
    const by = amount - share.amount;
    share.amount = amount;
    commitment.allocated += by;
    bind(act, commitment, lineId, by);
    if (!isOpen(commitment)) pledge(act, commitment, by);
  },
  CommitmentStateChanged: ({ commitmentId, from, to, officer }, act) => {
    const commitment = byApprover(act, commitmentId, officer);
    act.stands(`commitment ${commitmentId}`, commitment.state, from);
    act.stands(`commitment ${commitmentId}`, to, ...(moves.get(from) ?? []));
    commitment.state = to;
    if (to === ACTIVE) scheduled(act, commitmentId);
    if (isOpen(commitment)) return;
    projectOf(act, commitment.code).openCommitments--;
    const { requested } = commitment;
    act.rule(requested === 0n, "NOTHING_REQUESTED", `commitment ${commitmentId}`, requested, 0n);
    pledge(act, commitment, commitment.allocated - commitment.value);
  },
  CommitmentAmended: ({ commitmentId, officer, previousValue, value, originalValue, increaseBps }, act) => {
    const commitment = byApprover(act, commitmentId, officer);
    const entity = `commitment ${commitmentId}`;
    const { value: before, originalValue: original, requested, paid, returned } = commitment;
    act.stands(entity, commitment.state, ACTIVE);
    act.rule(previousValue === before, "VALUE_BEFORE", entity, previousValue, before);
    act.rule(originalValue === original, "VALUE_ORIGINAL", entity, originalValue, original);
    const increase = value > original ? ((value - original) * 10_000n) / original : 0n;
    act.rule(increaseBps === increase, "INCREASE", entity, increaseBps, increase);
    const spent = requested + paid - returned;
    act.rule(value >= spent, "AMENDMENT_BELOW_SPENT", entity, value, `at least ${spent}`);
    // Milestones and shares change only after this event.
    scheduled(act, commitmentId);
    commitment.value = value;
    pledge(act, commitment, value - before);
  },
  CommitmentCarriedForward: ({ commitmentId, fromLine, toLine, officer }, act) => {
    act.officer(officer, Duty.BUDGET_AUTHORITY);
    const commitment = commitmentOf(act, commitmentId);
    const { year } = lineOf(act, fromLine);
    boundAsAllocated(act, commitmentId, toLine);
    const { madeInYear } = commitment;
    act.rule(madeInYear === year, "CARRIED_FROM_ITS_YEAR", `commitment ${commitmentId}`, madeInYear, year);
  },
  MilestoneScheduled: ({ milestoneId, commitmentId, amount, dueAt }, act) => {
    act.isNext("milestone", act.state.milestones, milestoneId);
    commitmentOf(act, commitmentId).milestones.push(milestoneId);
    act.state.milestones.set(milestoneId, {
      ...{ commitmentId, state: SCHEDULED, amount, accepted: 0n, drawn: 0n, dueAt },
      ...{ submitter: NO_PERSON, acceptor: NO_PERSON, acceptors: new Set() },
    });
  },
  MilestoneChanged: ({ milestoneId, commitmentId, amount, dueAt, state }, act) => {
    const milestone = milestoneOf(act, milestoneId);
    const entity = `milestone ${milestoneId}`;
    const { accepted, commitmentId: own } = milestone;
    act.rule(own === commitmentId, "MILESTONE_OF_COMMITMENT", entity, commitmentId, own);
    act.rule(amount >= accepted, "MILESTONE_BELOW_ACCEPTED", entity, amount, `at least ${accepted}`);
    act.rule((state === REMOVED) === (amount === 0n), "MILESTONE_REMOVED", entity, state, "removed at 0");
    Object.assign(milestone, { amount, dueAt, state });
  },
  MilestoneSubmitted: ({ milestoneId, officer }, act) => {
    const milestone = milestoneOf(act, milestoneId);
    const { agency } = commitmentOf(act, milestone.commitmentId);
    const { personTag } = act.officer(officer, Duty.RECORDER, agency);
    act.stands(`milestone ${milestoneId}`, milestone.state, SCHEDULED, PARTIAL, REJECTED);
    Object.assign(milestone, { state: SUBMITTED, submitter: personTag });
  },
  MilestoneAccepted: ({ milestoneId, officer, state, accepted }, act) => {
    const { milestone, personTag } = byAcceptor(act, milestoneId, officer);
    const entity = `milestone ${milestoneId}`;
    const { amount } = milestone;
    act.rule(accepted > milestone.accepted && accepted <= amount, "ACCEPTANCE", entity, accepted, amount);
    const wanted = accepted === amount ? ACCEPTED : PARTIAL;
    act.rule(state === wanted, "STATE_MACHINE", entity, state, wanted);
    Object.assign(milestone, { state, accepted, acceptor: personTag });
    milestone.acceptors.add(personTag);
  },
  MilestoneRejected: ({ milestoneId, officer }, act) => {
    byAcceptor(act, milestoneId, officer).milestone.state = REJECTED;
  },
};

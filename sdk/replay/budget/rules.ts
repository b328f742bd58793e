import { CommitmentStage, DisbursementStage, MilestoneStage } from "../numbers.ts";
import type { Report } from "../report.ts";
import type { LedgerState } from "../state.ts";
import { isOpen } from "./commitments.ts";
import { brokenLineRules } from "./line-arithmetic.ts";
import type { DisbursementState, LineState } from "./state.ts";

interface Sums {
  requested: bigint;
  paid: bigint;
  returned: bigint;
}

const nothing = (): Sums => ({ requested: 0n, paid: 0n, returned: 0n });

function addPayment(sums: Sums, { state, amount, returned }: DisbursementState): void {
  if (state === DisbursementStage.REJECTED) return;
  if (state === DisbursementStage.PAID || state === DisbursementStage.RETURNED) sums.paid += amount;
  else sums.requested += amount;
  sums.returned += returned;
}

function grouped(state: LedgerState, by: (payment: DisbursementState) => bigint): Map<bigint, Sums> {
  const groups = new Map<bigint, Sums>();
  for (const payment of state.disbursements.values()) {
    const sums = groups.get(by(payment)) ?? nothing();
    groups.set(by(payment), sums);
    addPayment(sums, payment);
  }
  return groups;
}

const total = <Item>(items: Iterable<Item>, of: (item: Item) => bigint) =>
  Iterator.from(items).reduce((sum, item) => sum + of(item), 0n);

function lines(state: LedgerState, report: Report): void {
  const byLine = grouped(state, ({ lineId }) => lineId);
  const bound = new Map<bigint, bigint>();
  for (const { allocations } of state.commitments.values())
    for (const [line, { amount }] of allocations) bound.set(line, (bound.get(line) ?? 0n) + amount);
  const carriedInto = new Map<bigint, bigint>();
  for (const { carriedFrom, counters } of state.lines.values())
    carriedInto.set(carriedFrom, (carriedInto.get(carriedFrom) ?? 0n) + counters.carriedIn);

  for (const [id, { counters, closed }] of state.lines) {
    const entity = `line ${id}`;
    const broken = brokenLineRules(counters, closed);
    report.check(broken.length === 0, "LINE_SUM", entity, broken[0]?.found, broken[0]?.rule);
    const sums = byLine.get(id) ?? nothing();
    report.equal("LINE_COMMITTED_IS_SUM_OF_COMMITMENTS", entity, counters.committed, bound.get(id) ?? 0n);
    report.equal("LINE_REQUESTED_IS_SUM_OF_PAYMENTS", entity, counters.requested, sums.requested);
    report.equal("LINE_PAID_IS_SUM_OF_PAYMENTS", entity, counters.paid, sums.paid);
    report.equal("LINE_RETURNED_IS_SUM_OF_PAYMENTS", entity, counters.returned, sums.returned);
    report.equal("CARRIED_OUT_IS_CARRIED_IN", entity, counters.carriedOut, carriedInto.get(id) ?? 0n);
  }
}

function years(state: LedgerState, report: Report): void {
  const ofYear = Map.groupBy(state.lines.values(), ({ year }) => year);
  for (const [year, entry] of state.years) {
    const entity = `year ${year}`;
    const own: LineState[] = ofYear.get(year) ?? [];
    const sum = (of: (line: LineState) => bigint) => total(own, of);
    report.equal(
      "YEAR_IS_SUM_OF_LINES",
      entity,
      entry.approved,
      sum(({ counters }) => counters.approved),
    );
    report.equal(
      "YEAR_IS_SUM_OF_TYPES",
      entity,
      entry.approved,
      total(entry.byType.values(), (it) => it),
    );
    report.equal(
      "YEAR_IS_SUM_OF_AGENCIES",
      entity,
      entry.approved,
      total(entry.byAgency.values(), (it) => it),
    );
    report.atMost("YEAR_CEILING", entity, entry.approved, entry.ceiling);
    const adjustments = sum(({ counters }) => counters.adjIn - counters.adjOut);
    report.equal("REVISIONS_ARE_ZERO_SUM", entity, adjustments, 0n);
    const open = BigInt(own.filter(({ closed }) => !closed).length);
    report.equal("YEAR_OPEN_LINES", entity, entry.openLines, open);
  }
}

function commitments(state: LedgerState, report: Report): void {
  const byCommitment = grouped(state, ({ commitmentId }) => commitmentId);
  for (const [id, entry] of state.commitments) {
    const entity = `commitment ${id}`;
    const { value, allocated, requested, paid, returned, advancePaid, advanceCap } = entry;
    const sums = byCommitment.get(id) ?? nothing();
    report.equal("COMMITMENT_REQUESTED_IS_SUM_OF_PAYMENTS", entity, requested, sums.requested);
    report.equal("COMMITMENT_PAID_IS_SUM_OF_PAYMENTS", entity, paid, sums.paid);
    report.equal("COMMITMENT_RETURNED_IS_SUM_OF_PAYMENTS", entity, returned, sums.returned);
    report.atMost("PAYMENTS_WITHIN_COMMITMENT", entity, requested + paid - returned, allocated);
    report.atMost("ALLOCATED_WITHIN_VALUE", entity, allocated, value);
    report.atMost("ADVANCE_CAP", entity, advancePaid, advanceCap);
    if (isOpen(entry) && entry.obligationId === 0n)
      report.equal("COMMITMENT_FULLY_ALLOCATED", entity, allocated, value);
    if (entry.state === CommitmentStage.ACTIVE) {
      const instalments = total(entry.milestones, (each) => {
        const { state: stage, amount } = state.milestones.get(each)!;
        return stage === MilestoneStage.REMOVED ? 0n : amount;
      });
      report.equal("MILESTONES_ADD_UP_TO_VALUE", entity, instalments, value);
    }
    for (const [line, share] of entry.allocations) {
      const taken = share.requested + share.paid;
      report.atMost("PAYMENTS_WITHIN_ALLOCATION", `${entity} on line ${line}`, taken, share.amount);
      report.equal("LINE_BINDS_AS_ALLOCATED", `${entity} on line ${line}`, share.bound, share.amount);
      const owner = state.lines.get(line)?.code;
      report.check(
        owner === entry.code,
        "LINE_OF_SAME_PROJECT",
        `${entity} on line ${line}`,
        owner,
        entry.code,
      );
    }
  }
}

function milestones(state: LedgerState, report: Report): void {
  const byMilestone = grouped(state, ({ milestoneId }) => milestoneId);
  for (const [id, { drawn, accepted, amount }] of state.milestones) {
    const entity = `milestone ${id}`;
    const { requested, paid, returned } = byMilestone.get(id) ?? nothing();
    report.equal("MILESTONE_DRAWN_IS_SUM_OF_PAYMENTS", entity, drawn, requested + paid - returned);
    report.atMost("PAYMENTS_WITHIN_ACCEPTANCE", entity, drawn, accepted);
    report.atMost("ACCEPTED_WITHIN_AMOUNT", entity, accepted, amount);
  }
}

function projects(state: LedgerState, report: Report): void {
  const committed = new Map<string, bigint>();
  for (const { code, counters } of state.lines.values())
    committed.set(code, (committed.get(code) ?? 0n) + counters.committed);
  const open = new Map<string, bigint>();
  for (const entry of state.commitments.values())
    if (isOpen(entry)) open.set(entry.code, (open.get(entry.code) ?? 0n) + 1n);
  for (const [code, entry] of state.projects) {
    const entity = `project ${code}`;
    report.equal("PROJECT_COMMITTED_IS_SUM_OF_LINES", entity, entry.committed, committed.get(code) ?? 0n);
    report.equal("PROJECT_OPEN_COMMITMENTS", entity, entry.openCommitments, open.get(code) ?? 0n);
  }
}

function obligations(state: LedgerState, report: Report): void {
  for (const [id, { schedule, total: whole, pledged, bound }] of state.obligations) {
    const entity = `obligation ${id}`;
    report.equal(
      "OBLIGATION_SUM",
      entity,
      total(schedule, ({ amount }) => amount),
      whole,
    );
    report.atMost("OBLIGATION_TOTAL", entity, pledged, whole);
    for (const [year, amount] of bound) {
      const ceiling = schedule.find((each) => each.year === year)?.amount ?? 0n;
      report.atMost("OBLIGATION_YEAR", `${entity} in year ${year}`, amount, ceiling);
    }
  }
}

/** Every sum of the budget counted again from its parts. Source: the twelve rules of the spending ledger. */
export const rules = [lines, years, commitments, milestones, projects, obligations];

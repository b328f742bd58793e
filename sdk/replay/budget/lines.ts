import type { Act, Handlers } from "../act.ts";
import { brokenLineRules, lineMoves, noCounters } from "./line-arithmetic.ts";
import type { LineMove } from "./line-arithmetic.ts";
import { Duty, YearStage } from "../numbers.ts";
import { counterNames } from "./state.ts";
import type { FiscalYearState, LineCounters } from "./state.ts";
import { projectOf } from "./projects.ts";
import { boundAsAllocated, shareOf } from "./shares.ts";

export const lineOf = (act: Act, id: bigint) => act.find("line", act.state.lines, id);
const yearOf = (act: Act, year: bigint) => act.find("year", act.state.years, year);

const add = (sums: Map<bigint, bigint>, key: bigint, amount: bigint) =>
  void sums.set(key, (sums.get(key) ?? 0n) + amount);

/**
 * Moves a line's counters by our own arithmetic and compares with what the event says of them afterwards. The event's
 * values stand from there on, so that one wrong event is one breach.
 */
function move(act: Act, id: bigint, by: LineMove, amount: bigint, told: Readonly<LineCounters>): void {
  const line = lineOf(act, id);
  const entity = `line ${id}`;
  const reckoned = { ...line.counters, ...lineMoves[by](line.counters, amount) };
  for (const name of counterNames)
    act.rule(
      reckoned[name] === told[name],
      "COUNTERS_AFTER_EVENT",
      `${entity} ${name}`,
      told[name],
      reckoned[name],
    );
  line.counters = { ...told };
  for (const { rule, found } of brokenLineRules(line.counters, line.closed))
    act.rule(false, "LINE_SUM", entity, found, rule);
}

function amountIsPositive(act: Act, entity: string, amount: bigint): void {
  act.rule(amount > 0n, "AMOUNT_POSITIVE", entity, amount, "more than 0");
}

type OneLine = { lineId: bigint; amount: bigint; counters: LineCounters };

const simple = (by: LineMove) => {
  return ({ lineId, amount, counters }: OneLine, act: Act) => {
    amountIsPositive(act, `line ${lineId}`, amount);
    move(act, lineId, by, amount, counters);
  };
};

const byBudgetOfficer = (by: LineMove) => {
  return (args: OneLine & { officer: string }, act: Act) => {
    act.officer(args.officer, Duty.BUDGET, lineOf(act, args.lineId).agency);
    simple(by)(args, act);
  };
};

/** The line binds more or less for a commitment, as the commitment has just said of its share. */
function bind(act: Act, commitmentId: bigint, lineId: bigint, by: bigint): void {
  shareOf(act, commitmentId, lineId).bound += by;
  boundAsAllocated(act, commitmentId, lineId);
}

const withinCeiling = (act: Act, year: bigint, { approved, ceiling }: FiscalYearState) =>
  act.rule(approved <= ceiling, "YEAR_CEILING", `year ${year}`, approved, `at most ${ceiling}`);

export const budgetLines: Handlers<"BudgetLines"> = {
  FiscalYearPlanned: ({ year, ceiling }, { state }) => {
    const fresh = { state: YearStage.PLANNED, ceiling, approved: 0n, openLines: 0n };
    state.years.set(year, { ...fresh, byType: new Map(), byAgency: new Map() });
  },
  FiscalYearCeilingChanged: ({ year, previous, ceiling }, act) => {
    const entry = yearOf(act, year);
    act.rule(entry.ceiling === previous, "VALUE_BEFORE", `year ${year}`, previous, entry.ceiling);
    entry.ceiling = ceiling;
    withinCeiling(act, year, entry);
  },
  FiscalYearOpened: ({ year }, act) => {
    const entry = yearOf(act, year);
    act.stands(`year ${year}`, entry.state, YearStage.PLANNED);
    entry.state = YearStage.OPEN;
  },
  FiscalYearClosed: ({ year, approved }, act) => {
    const entry = yearOf(act, year);
    act.stands(`year ${year}`, entry.state, YearStage.OPEN);
    act.rule(entry.openLines === 0n, "NOTHING_OPEN", `year ${year}`, entry.openLines, 0n);
    act.rule(entry.approved === approved, "YEAR_SUM", `year ${year}`, approved, entry.approved);
    entry.state = YearStage.CLOSED;
  },
  LineCreated: ({ lineId, ...fields }, act) => {
    const { agency } = projectOf(act, fields.code);
    const year = yearOf(act, fields.year);
    act.isNext("line", act.state.lines, lineId);
    act.rule(agency === fields.agency, "AGENCY_OF_PROJECT", `line ${lineId}`, fields.agency, agency);
    act.state.lines.set(lineId, { ...fields, closed: false, counters: noCounters() });
    year.openLines++;
  },
  LineAppropriated: ({ lineId, officer, amount, counters }, act) => {
    act.officer(officer, Duty.BUDGET_AUTHORITY);
    const line = lineOf(act, lineId);
    const year = yearOf(act, line.year);
    simple("appropriate")({ lineId, amount, counters }, act);
    year.approved += amount;
    add(year.byType, line.expenseType, amount);
    add(year.byAgency, line.agency, amount);
    withinCeiling(act, line.year, year);
  },
  LineAllotted: byBudgetOfficer("allot"),
  LineAllotmentWithdrawn: byBudgetOfficer("withdraw"),
  RevisionRecorded: ({ revisionId, officer }, act) => {
    act.officer(officer, Duty.BUDGET | Duty.BUDGET_AUTHORITY);
    const next = ++act.state.revisions;
    act.rule(revisionId === next, "NUMBERS_WITHOUT_GAPS", `revision ${revisionId}`, revisionId, next);
  },
  RevisionMoved: ({ revisionId, fromLine, toLine, amount, fromCounters, toCounters }, act) => {
    const entity = `revision ${revisionId}`;
    const [from, to] = [lineOf(act, fromLine), lineOf(act, toLine)];
    act.rule(revisionId === act.state.revisions, "REVISION_KNOWN", entity, revisionId, act.state.revisions);
    act.rule(from.year === to.year, "REVISION_IN_ONE_YEAR", entity, to.year, from.year);
    amountIsPositive(act, entity, amount);
    move(act, fromLine, "give", amount, fromCounters);
    move(act, toLine, "take", amount, toCounters);
  },
  LineCommitted: (args, act) => {
    projectOf(act, lineOf(act, args.lineId).code).committed += args.amount;
    simple("commit")(args, act);
    bind(act, args.commitmentId, args.lineId, args.amount);
  },
  LineReleased: (args, act) => {
    projectOf(act, lineOf(act, args.lineId).code).committed -= args.amount;
    simple("release")(args, act);
    bind(act, args.commitmentId, args.lineId, -args.amount);
  },
  LineReserved: simple("reserve"),
  LineUnreserved: simple("unreserve"),
  LinePaid: simple("pay"),
  LineRefunded: (args, act) => simple(lineOf(act, args.lineId).closed ? "refundClosed" : "refund")(args, act),
  LineCarriedForward: ({ fromLine, toLine, commitmentId, amount, fromCounters, toCounters }, act) => {
    const [from, to] = [lineOf(act, fromLine), lineOf(act, toLine)];
    const entity = `line ${toLine}`;
    act.rule(to.carriedFrom === fromLine, "CARRIED_FROM", entity, to.carriedFrom, fromLine);
    act.rule(to.year === from.year + 1n, "CARRIED_INTO_NEXT_YEAR", entity, to.year, from.year + 1n);
    amountIsPositive(act, entity, amount);
    move(act, fromLine, "carryOut", amount, fromCounters);
    move(act, toLine, "carryIn", amount, toCounters);
    bind(act, commitmentId, fromLine, -amount);
    // The commitment tells of its share in the new line only afterwards.
    shareOf(act, commitmentId, toLine).bound += amount;
  },
  LineClosed: ({ lineId, officer, lapsed, counters }, act) => {
    const line = lineOf(act, lineId);
    act.officer(officer, Duty.BUDGET, line.agency);
    act.rule(!line.closed, "STATE_MACHINE", `line ${lineId}`, "closed twice", "once");
    act.rule(lapsed === counters.lapsed, "COUNTERS_AFTER_EVENT", `line ${lineId}`, lapsed, counters.lapsed);
    line.closed = true;
    yearOf(act, line.year).openLines--;
    move(act, lineId, "close", 0n, counters);
  },
};

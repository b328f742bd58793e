import { ZeroHash } from "ethers";
import type { TestDocument } from "../../../support/document.ts";
import { Duty } from "../../../support/people.ts";
import { cancelProject, requireRegistered } from "./projects.ts";
import type { Turn } from "./turn.ts";
import { bounds, yearState, type Line } from "./world.ts";

export const findLine = (turn: Turn, id: bigint) => turn.need(turn.world.line(id), "BudgetLinesUnknown");

const stateOf = (turn: Turn, year: bigint) => turn.world.years.get(year)?.state ?? yearState.none;
const isOver = (turn: Turn, year: bigint) => turn.world.now > bounds(year).end;

const requireYear = (turn: Turn, year: bigint, wanted: bigint) =>
  turn.refuse("BudgetLinesYearStateWrong", stateOf(turn, year) !== wanted);

/** Money of a year can be bound and requested while it is open, from its first to its last second. */
export function requireInYear(turn: Turn, year: bigint): void {
  requireYear(turn, year, yearState.open);
  turn.refuse("BudgetLinesYearEnded", isOver(turn, year));
}

/** A year can be given money once it is planned, until it is over. */
function requireFundable(turn: Turn, year: bigint): void {
  const state = stateOf(turn, year);
  turn.refuse("BudgetLinesYearStateWrong", state !== yearState.planned && state !== yearState.open);
  turn.refuse("BudgetLinesYearEnded", isOver(turn, year));
}

const budget = (line: Line) => line.approved + line.carriedIn + line.adjIn - line.adjOut;
/** allotted and not bound */
const free = (turn: Turn, id: bigint) => {
  const line = turn.world.line(id)!;
  return line.allotted - line.carriedOut - turn.world.committed(id);
};

function requireOrdinary(turn: Turn, line: Line): void {
  turn.refuse("BudgetLinesClosed", line.closed);
  turn.refuse("BudgetLinesCarried", line.carriedFrom !== 0n);
}

/** What a commitment must respect to bind `amount` more on a line (called before the share is raised). */
export function requireCommittable(turn: Turn, id: bigint, amount: bigint): void {
  const line = findLine(turn, id);
  turn.refuse("BudgetLinesAmountZero", amount === 0n);
  requireOrdinary(turn, line);
  requireInYear(turn, line.year);
  turn.refuse("BudgetLinesCommitmentExceedsAllotment", amount > free(turn, id));
}

/** Moves a share's money into the next year's line of the same kind, and gives that line's id. */
export function carryLine(turn: Turn, id: bigint, amount: bigint): bigint {
  const line = findLine(turn, id);
  turn.refuse("BudgetLinesAmountZero", amount === 0n);
  requireOrdinary(turn, line);
  const year = line.year + 1n;
  requireFundable(turn, year);
  const { lines } = turn.world;
  if (!lines.some(({ carriedFrom }) => carriedFrom === id))
    lines.push(newLine({ ...line, year, carriedFrom: id }));
  const to = lines.findIndex(({ carriedFrom }) => carriedFrom === id);
  line.carriedOut += amount;
  lines[to]!.carriedIn += amount;
  lines[to]!.allotted += amount;
  return BigInt(to + 1);
}

const newLine = ({ code, agency, year, type, fund, carriedFrom }: Omit<Line, "closed">): Line => ({
  ...{ code, agency, year, type, fund, carriedFrom, closed: false },
  ...{ approved: 0n, carriedIn: 0n, adjIn: 0n, adjOut: 0n, allotted: 0n, carriedOut: 0n },
});

export const lines = {
  planYear(turn: Turn, yearNumber: number, ceiling: bigint, act: TestDocument) {
    const year = BigInt(yearNumber);
    turn.duty(Duty.BUDGET_AUTHORITY);
    turn.refuse("BudgetLinesYearOutOfRange", year < 2514n || year > 2700n);
    requireYear(turn, year, yearState.none);
    turn.refuse("BudgetLinesYearEnded", isOver(turn, year));
    turn.evidence(act);
    turn.world.years.set(year, { state: yearState.planned, ceiling });
  },
  changeCeiling(turn: Turn, yearNumber: number, ceiling: bigint, act: TestDocument) {
    const year = BigInt(yearNumber);
    turn.duty(Duty.BUDGET_AUTHORITY);
    requireFundable(turn, year);
    turn.evidence(act);
    turn.refuse("BudgetLinesCeilingBelowApproved", ceiling < turn.world.approved(year));
    turn.world.years.set(year, { state: stateOf(turn, year), ceiling });
  },
  openYear(turn: Turn, yearNumber: number) {
    const year = BigInt(yearNumber);
    turn.duty(Duty.BUDGET_AUTHORITY);
    requireYear(turn, year, yearState.planned);
    turn.refuse("BudgetLinesYearNotStarted", turn.world.now < bounds(year).start);
    if (turn.refusals.size === 0) turn.world.years.get(year)!.state = yearState.open;
  },
  closeYear(turn: Turn, yearNumber: number) {
    const year = BigInt(yearNumber);
    turn.duty(Duty.BUDGET_AUTHORITY);
    requireYear(turn, year, yearState.open);
    turn.refuse("BudgetLinesYearNotEnded", !isOver(turn, year));
    const open = turn.world.lines.some((line) => line.year === year && !line.closed);
    turn.refuse("BudgetLinesYearHasOpenLines", open);
    if (turn.refusals.size === 0) turn.world.years.get(year)!.state = yearState.closed;
  },
  appropriate(
    turn: Turn,
    code: string,
    yearNumber: number,
    fund: string,
    typeNumber: number,
    amount: bigint,
    act: TestDocument,
  ) {
    const [year, type] = [BigInt(yearNumber), BigInt(typeNumber)];
    turn.duty(Duty.BUDGET_AUTHORITY);
    turn.refuse("BudgetLinesAmountZero", amount === 0n);
    turn.refuse("BudgetLinesFundSourceMissing", fund === ZeroHash);
    turn.refuse("BudgetLinesExpenseTypeMissing", type === 0n);
    turn.evidence(act);
    requireFundable(turn, year);
    const ceiling = turn.world.years.get(year)?.ceiling ?? 0n;
    turn.refuse("BudgetLinesCeilingExceeded", turn.world.approved(year) + amount > ceiling);
    const { agency } = requireRegistered(turn, code);
    const same = (line: Line) =>
      line.code === code &&
      line.year === year &&
      line.fund === fund &&
      line.type === type &&
      line.carriedFrom === 0n;
    if (!turn.world.lines.some(same)) {
      turn.world.lines.push({ ...newLine({ code, agency, year, type, fund, carriedFrom: 0n } as Line) });
    }
    turn.world.lines.find(same)!.approved += amount;
  },
  allot(turn: Turn, id: bigint, amount: bigint) {
    turn.refuse("BudgetLinesAmountZero", amount === 0n);
    const line = findLine(turn, id);
    turn.duty(Duty.BUDGET, line.agency);
    requireOrdinary(turn, line);
    requireInYear(turn, line.year);
    requireRegistered(turn, line.code);
    turn.refuse("BudgetLinesAllotmentExceedsBudget", line.allotted + amount > budget(line));
    line.allotted += amount;
  },
  withdrawAllotment(turn: Turn, id: bigint, amount: bigint) {
    turn.refuse("BudgetLinesAmountZero", amount === 0n);
    const line = findLine(turn, id);
    turn.duty(Duty.BUDGET, line.agency);
    requireOrdinary(turn, line);
    turn.refuse("BudgetLinesAllotmentBound", amount > free(turn, id));
    line.allotted -= amount;
  },
  revise(turn: Turn, moves: { fromLine: bigint; toLine: bigint; amount: bigint }[], evidence: TestDocument) {
    if (moves.length === 0) turn.need(undefined, "BudgetLinesRevisionEmpty");
    const { agency, year } = findLine(turn, moves[0]!.fromLine);
    const pairs = moves.map(({ fromLine, toLine }) => {
      const pair = [findLine(turn, fromLine), findLine(turn, toLine)] as const;
      turn.refuse(
        "BudgetLinesRevisionCrossesYears",
        pair.some((line) => line.year !== year),
      );
      return pair;
    });
    const within = pairs.every(
      ([from, to]) => from.agency === agency && to.agency === agency && from.type === to.type,
    );
    if (within) turn.duty(Duty.BUDGET, agency);
    else turn.duty(Duty.BUDGET_AUTHORITY);
    turn.evidence(evidence);
    requireInYear(turn, year);
    turn.world.revisions++;
    for (const { fromLine, toLine, amount } of moves) {
      const [from, to] = [findLine(turn, fromLine), findLine(turn, toLine)];
      turn.refuse("BudgetLinesAmountZero", amount === 0n);
      turn.refuse("BudgetLinesRevisionSameLine", fromLine === toLine);
      requireOrdinary(turn, from);
      requireOrdinary(turn, to);
      requireRegistered(turn, to.code);
      // Never below commitments; what was not allotted goes first.
      const bound = turn.world.committed(fromLine) + from.carriedOut;
      turn.refuse("BudgetLinesRevisionBelowCommitments", budget(from) - amount < bound);
      from.adjOut += amount;
      if (from.allotted > budget(from)) from.allotted = budget(from);
      to.adjIn += amount;
    }
  },
  closeLine(turn: Turn, id: bigint) {
    const line = findLine(turn, id);
    turn.duty(Duty.BUDGET, line.agency);
    turn.refuse("BudgetLinesClosed", line.closed);
    requireYear(turn, line.year, yearState.open);
    turn.refuse("BudgetLinesYearNotEnded", !isOver(turn, line.year));
    turn.refuse("BudgetLinesRequestsPending", turn.world.requested((payment) => payment.line === id) !== 0n);
    line.closed = true;
  },
  cancelProject,
};

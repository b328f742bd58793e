import type { LineCounters } from "../../decode/generated/BudgetLines.ts";
import type { RowOf } from "../../store/schema/table.ts";
import { fiscalYear, line, revision, revisionMove } from "../../store/tables/budget/lines.ts";
import { put, rowKey } from "../types.ts";
import type { Context, Handler, Outcome, Register, RowKey } from "../types.ts";
import { documentColumns, optionalId, shortText } from "../values.ts";

/** States of a year in IBudgetLines. */
const PLANNED = 1;
const OPEN = 2;
const CLOSED = 3;

function withCounters(row: RowOf<typeof line>, c: LineCounters): RowOf<typeof line> {
  return {
    ...row,
    approved: c.approved,
    carried_in: c.carriedIn,
    adj_in: c.adjIn,
    adj_out: c.adjOut,
    allotted: c.allotted,
    committed: c.committed,
    requested: c.requested,
    paid: c.paid,
    returned: c.returned,
    carried_out: c.carriedOut,
    lapsed: c.lapsed,
  };
}

const untouched = {
  approved: 0n,
  carried_in: 0n,
  adj_in: 0n,
  adj_out: 0n,
  allotted: 0n,
  committed: 0n,
  requested: 0n,
  paid: 0n,
  returned: 0n,
  carried_out: 0n,
  lapsed: 0n,
};

interface OfLine {
  readonly lineId: bigint;
  readonly counters: LineCounters;
}

function changed({ lineId, counters }: OfLine, { get }: Context, closed?: boolean): Outcome {
  const row = get(line, lineId);
  const next = withCounters(closed ? { ...row, closed } : row, counters);
  return { project: row.project, agency: row.agency, puts: [put(line, next)] };
}

/** Every event that tells a line's counters and nothing else of it. */
const counted: Handler<OfLine> = { reads: ({ lineId }) => [rowKey(line, lineId)], apply: changed };

const yearRead = ({ year }: { year: number }): RowKey[] => [rowKey(fiscalYear, year)];

const yearState =
  (state: number) =>
  ({ year }: { year: number }, { get }: Context): Outcome => ({
    puts: [put(fiscalYear, { ...get(fiscalYear, year), state })],
  });

const bothLines = ({ fromLine, toLine }: { fromLine: bigint; toLine: bigint }): RowKey[] => [
  rowKey(line, fromLine),
  rowKey(line, toLine),
];

export const lines: Register<"BudgetLines"> = {
  BudgetLines: {
    FiscalYearPlanned: {
      apply: ({ year, ceiling, act }) => ({
        puts: [put(fiscalYear, { year, state: PLANNED, ceiling, ...documentColumns("act", act) })],
      }),
    },
    FiscalYearCeilingChanged: {
      reads: yearRead,
      apply: ({ year, ceiling, act }, { get }) => ({
        puts: [put(fiscalYear, { ...get(fiscalYear, year), ceiling, ...documentColumns("act", act) })],
      }),
    },
    FiscalYearOpened: { reads: yearRead, apply: yearState(OPEN) },
    FiscalYearClosed: { reads: yearRead, apply: yearState(CLOSED) },
    LineCreated: {
      apply: (e) => {
        const code = shortText(e.code);
        const row = {
          line_id: e.lineId,
          project: code,
          agency: e.agency,
          year: e.year,
          fund_source: shortText(e.fundSource),
          expense_type: e.expenseType,
          carried_from: optionalId(e.carriedFrom),
          closed: false,
          ...untouched,
        };
        return { project: code, agency: e.agency, puts: [put(line, row)] };
      },
    },
    LineAppropriated: counted,
    LineAllotted: counted,
    LineAllotmentWithdrawn: counted,
    LineCommitted: counted,
    LineReleased: counted,
    LineReserved: counted,
    LineUnreserved: counted,
    LinePaid: counted,
    LineRefunded: counted,
    LineClosed: { ...counted, apply: (e, context) => changed(e, context, true) },
    RevisionRecorded: {
      apply: (e) => ({
        puts: [
          put(revision, {
            revision_id: e.revisionId,
            year: e.year,
            officer: e.officer,
            ...documentColumns("evidence", e.evidence),
          }),
        ],
      }),
    },
    RevisionMoved: {
      reads: bothLines,
      apply: (e, { get }) => {
        const from = get(line, e.fromLine);
        const to = get(line, e.toLine);
        const move = {
          revision_id: e.revisionId,
          from_line: e.fromLine,
          to_line: e.toLine,
          from_project: from.project,
          to_project: to.project,
          from_agency: from.agency,
          to_agency: to.agency,
          amount: e.amount,
        };
        const puts = [
          put(revisionMove, move),
          put(line, withCounters(from, e.fromCounters)),
          put(line, withCounters(to, e.toCounters)),
        ];
        return { project: from.project, agency: from.agency, puts };
      },
    },
    LineCarriedForward: {
      reads: bothLines,
      apply: (e, { get }) => {
        const from = get(line, e.fromLine);
        const puts = [
          put(line, withCounters(from, e.fromCounters)),
          put(line, withCounters(get(line, e.toLine), e.toCounters)),
        ];
        return { project: from.project, agency: from.agency, puts };
      },
    },
  },
};

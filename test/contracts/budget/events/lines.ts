import { encodeBytes32String } from "ethers";
import { expense, FUND, goTo, YEAR, YEAR_END } from "../../../support/budget/office.ts";
import { counters, inLog, logged, type Logged } from "../../../support/budget/logs.ts";
import { document } from "../../../support/document.ts";
import { AGENCY } from "../../../support/people.ts";

const doc = document("act on a line");
const OTHER_FUND = encodeBytes32String("OTHER");
const year = BigInt(YEAR);
/** The scene's line. */
const usual = { approved: 20_000n, allotted: 10_000n, committed: 1_000n };

export const lineLogs: Logged[] = [
  logged("a year planned", async ({ office }) => [
    office.lines("authority").planYear(YEAR + 2, 777n, doc),
    ["FiscalYearPlanned", year + 2n, 777n, inLog(doc)],
  ]),
  logged("a ceiling changed, with the one before", async ({ office }) => [
    office.lines("authority").changeCeiling(YEAR, 20_000n, doc),
    ["FiscalYearCeilingChanged", year, 100_000n, 20_000n, inLog(doc)],
  ]),
  logged("a year opened", async ({ office }) => {
    await goTo(YEAR_END + 1);
    return [office.lines("authority").openYear(YEAR + 1), ["FiscalYearOpened", year + 1n]];
  }),
  logged("a year closed after its last line", async ({ office, line }) => {
    await goTo(YEAR_END + 1);
    await office.lines("budget").closeLine(line);
    return [office.lines("authority").closeYear(YEAR), ["FiscalYearClosed", year, 20_000n]];
  }),
  logged("a line closed, with what lapses", async ({ office, line, commitment, officers }) => {
    await office.pay(commitment, line, 0n, 150n);
    await goTo(YEAR_END + 1);
    return [
      office.lines("budget").closeLine(line),
      [
        "LineClosed",
        line,
        officers.budget.address,
        19_850n,
        counters({ ...usual, paid: 150n, lapsed: 19_850n }),
      ],
    ];
  }),
  logged("a line created and given money", async ({ office, code, officers }) => [
    office.lines("authority").appropriate(code, YEAR, OTHER_FUND, expense.subsidy, 300n, doc),
    ["LineCreated", 2n, code, year, BigInt(AGENCY), OTHER_FUND, 4n, 0n],
    ["LineAppropriated", 2n, officers.authority.address, 300n, inLog(doc), counters({ approved: 300n })],
  ]),
  logged("a line given more money", async ({ office, code, line, officers }) => [
    office.lines("authority").appropriate(code, YEAR, FUND, expense.investment, 80_000n, doc),
    [
      "LineAppropriated",
      line,
      officers.authority.address,
      80_000n,
      inLog(doc),
      counters({ ...usual, approved: 100_000n }),
    ],
  ]),
  logged("an allotment of all that is left", async ({ office, line, officers }) => [
    office.lines("budget").allot(line, 10_000n),
    ["LineAllotted", line, officers.budget.address, 10_000n, counters({ ...usual, allotted: 20_000n })],
  ]),
  logged("a withdrawal of all that is free", async ({ office, line, officers }) => [
    office.lines("budget").withdrawAllotment(line, 9_000n),
    [
      "LineAllotmentWithdrawn",
      line,
      officers.budget.address,
      9_000n,
      counters({ ...usual, allotted: 1_000n }),
    ],
  ]),
  logged("a revision there and back, with the counters of both lines", async (scene) => {
    const { office, code, line, officers } = scene;
    const other = await office.line(code, 50n, expense.investment, YEAR, OTHER_FUND);
    // First what is not allotted, then what is allotted and not bound.
    const moves = [
      { fromLine: line, toLine: other, amount: 10_500n },
      { fromLine: other, toLine: line, amount: 10_550n },
    ];
    const after = { ...usual, allotted: 9_500n, adjOut: 10_500n };
    return [
      office.lines("budget").revise(moves, doc),
      ["RevisionRecorded", 1n, year, officers.budget.address, inLog(doc)],
      [
        "RevisionMoved",
        ...[1n, line, other, 10_500n],
        counters(after),
        counters({ approved: 50n, adjIn: 10_500n }),
      ],
      [
        "RevisionMoved",
        ...[1n, other, line, 10_550n],
        counters({ approved: 50n, adjIn: 10_500n, adjOut: 10_550n }),
        counters({ ...after, adjIn: 10_550n }),
      ],
    ];
  }),
];

import { encodeBytes32String, ZeroHash } from "ethers";
import { expense, FUND, goTo, YEAR, YEAR_END, YEAR_START } from "../../../support/budget/office.ts";
import { refusal, type Refusal, type Scene } from "../../../support/budget/refusals.ts";
import { document } from "../../../support/document.ts";
import { ethers, networkHelpers } from "../../../support/ledger.ts";
import { OTHER_AGENCY } from "../../../support/people.ts";

const doc = document();
const OTHER_FUND = encodeBytes32String("OTHER");
const NEXT_START = YEAR_END + 1;

/** The ledger's own contract as sender: for checks that another contract makes first. */
async function asContract(scene: Scene, name: "commitments" | "disbursements") {
  const address = await scene[name].getAddress();
  await networkHelpers.impersonateAccount(address);
  return scene.lines.connect(await ethers.getSigner(address)) as Scene["lines"];
}

/** The scene with its line closed after the year. */
async function closed(scene: Scene): Promise<void> {
  await goTo(NEXT_START);
  await scene.office.lines("budget").closeLine(scene.line);
}

/** The scene with 300 carried forward; resolves to the carried line. */
async function carried({ office, line, commitment }: Scene): Promise<bigint> {
  await office.commitments("authority").carryForward(commitment, line, 300n, doc);
  return line + 1n;
}

const yearRange = (year: number) =>
  refusal("BudgetLinesYearOutOfRange", `planning ${year}`, async ({ office }) => [
    () => office.lines("authority").planYear(year, 1n, doc),
    year,
  ]);

const zero = (what: string, attempt: (scene: Scene) => Promise<() => Promise<unknown>>) =>
  refusal("BudgetLinesAmountZero", what, async (scene) => [await attempt(scene)]);

export const lineRefusals: Refusal[] = [
  yearRange(2513),
  yearRange(2701),
  refusal("BudgetLinesYearStateWrong", "planning a year twice", async ({ office }) => [
    () => office.lines("authority").planYear(YEAR + 1, 1n, doc),
    ...[YEAR + 1, 1, 0],
  ]),
  refusal("BudgetLinesYearStateWrong", "a ceiling for a year that nobody planned", async ({ office }) => [
    () => office.lines("authority").changeCeiling(YEAR + 2, 1n, doc),
    ...[YEAR + 2, 0, 1],
  ]),
  refusal("BudgetLinesYearStateWrong", "opening a year twice", async ({ office }) => [
    () => office.lines("authority").openYear(YEAR),
    ...[YEAR, 2, 1],
  ]),
  refusal("BudgetLinesYearStateWrong", "closing a year that is not open", async ({ office }) => [
    () => office.lines("authority").closeYear(YEAR + 1),
    ...[YEAR + 1, 1, 2],
  ]),
  refusal("BudgetLinesYearStateWrong", "allotting in a planned year", async ({ office, code }) => {
    const id = await office.line(code, 10n, 3, YEAR + 1);
    return [() => office.lines("budget").allot(id, 1n), ...[YEAR + 1, 1, 2]];
  }),
  refusal(
    "BudgetLinesYearStateWrong",
    "closing a line of a year that was never opened",
    async ({ office, code }) => {
      const id = await office.line(code, 10n, 3, YEAR + 1);
      await goTo(NEXT_START + 366 * 86_400);
      return [() => office.lines("budget").closeLine(id), ...[YEAR + 1, 1, 2]];
    },
  ),
  refusal("BudgetLinesYearNotStarted", "opening a year one second early", async ({ office }) => {
    await goTo(NEXT_START - 1);
    return [() => office.lines("authority").openYear(YEAR + 1), ...[YEAR + 1, NEXT_START, NEXT_START - 1]];
  }),
  refusal("BudgetLinesYearNotEnded", "closing a line in the year's last second", async ({ office, line }) => {
    await goTo(YEAR_END);
    return [() => office.lines("budget").closeLine(line), ...[YEAR, YEAR_END, YEAR_END]];
  }),
  refusal("BudgetLinesYearNotEnded", "closing a year in its last second", async ({ office }) => {
    await goTo(YEAR_END);
    return [() => office.lines("authority").closeYear(YEAR), ...[YEAR, YEAR_END, YEAR_END]];
  }),
  ...(
    [
      [
        "planning a year that is over",
        ({ office }) => office.lines("authority").planYear(YEAR - 1, 1n, doc),
        YEAR - 1,
        YEAR_START - 1,
      ],
      [
        "a ceiling for a year that is over",
        ({ office }) => office.lines("authority").changeCeiling(YEAR, 99_000n, doc),
        YEAR,
        YEAR_END,
      ],
      [
        "an appropriation for a year that is over",
        ({ office, code }) => office.lines("authority").appropriate(code, YEAR, FUND, 3, 1n, doc),
        YEAR,
        YEAR_END,
      ],
      [
        "an allotment after the year",
        ({ office, line }) => office.lines("budget").allot(line, 1n),
        YEAR,
        YEAR_END,
      ],
      [
        "a revision after the year",
        ({ office, line }) =>
          office.lines("budget").revise([{ fromLine: line, toLine: 2n, amount: 1n }], doc),
        YEAR,
        YEAR_END,
      ],
      [
        "a commitment after the year",
        ({ office, code, line }) =>
          office.record({ code, value: 1n, allocations: [{ lineId: line, amount: 1n }] }),
        YEAR,
        YEAR_END,
      ],
    ] as [string, (scene: Scene) => Promise<unknown>, number, number][]
  ).map(([why, attempt, year, end]) =>
    refusal("BudgetLinesYearEnded", why, async (scene) => {
      await scene.office.line(scene.code, 5n, 3, YEAR, OTHER_FUND);
      await goTo(NEXT_START);
      return [() => attempt(scene), year, end, NEXT_START];
    }),
  ),
  refusal("BudgetLinesYearHasOpenLines", "closing a year with two open lines", async ({ office, code }) => {
    await office.line(code, 5n, expense.other);
    await goTo(NEXT_START);
    return [() => office.lines("authority").closeYear(YEAR), YEAR, 2];
  }),
  refusal(
    "BudgetLinesCeilingBelowApproved",
    "a ceiling one satang below what is approved",
    async ({ office }) => [
      () => office.lines("authority").changeCeiling(YEAR, 19_999n, doc),
      ...[YEAR, 19_999n, 20_000n],
    ],
  ),
  refusal(
    "BudgetLinesCeilingExceeded",
    "an appropriation one satang above the ceiling",
    async ({ office, code }) => [
      () => office.lines("authority").appropriate(code, YEAR, FUND, expense.other, 80_001n, doc),
      ...[YEAR, 100_000n, 20_000n, 80_001n],
    ],
  ),
  ...([0n, 9n] as const).map((id) =>
    refusal("BudgetLinesUnknown", `line ${id}`, async ({ lines }) => [() => lines.line(id), id]),
  ),
  refusal("BudgetLinesClosed", "withdrawing from a closed line", async (scene) => {
    await closed(scene);
    return [() => scene.office.lines("budget").withdrawAllotment(scene.line, 1n), scene.line];
  }),
  refusal("BudgetLinesClosed", "closing a line twice", async (scene) => {
    await closed(scene);
    return [() => scene.office.lines("budget").closeLine(scene.line), scene.line];
  }),
  refusal("BudgetLinesClosed", "carrying forward from a closed line", async (scene) => {
    await closed(scene);
    const { office, line, commitment } = scene;
    return [() => office.commitments("authority").carryForward(commitment, line, 1n, doc), line];
  }),
  ...(["reserve", "unreserve", "pay"] as const).map((method) =>
    refusal("BudgetLinesClosed", `${method} on a closed line`, async (scene) => {
      await closed(scene);
      const lines = await asContract(scene, "disbursements");
      return [() => lines[method](scene.line, 1n, 1n), scene.line];
    }),
  ),
  zero(
    "an appropriation",
    async ({ office, code }) =>
      () =>
        office.lines("authority").appropriate(code, YEAR, FUND, 3, 0n, doc),
  ),
  zero(
    "an allotment",
    async ({ office, line }) =>
      () =>
        office.lines("budget").allot(line, 0n),
  ),
  zero(
    "a withdrawal",
    async ({ office, line }) =>
      () =>
        office.lines("budget").withdrawAllotment(line, 0n),
  ),
  zero("a revision's move", async ({ office, code, line }) => {
    const toLine = await office.line(code, 5n, expense.investment, YEAR, OTHER_FUND);
    return () => office.lines("budget").revise([{ fromLine: line, toLine, amount: 0n }], doc);
  }),
  ...(["commit", "release", "carryForward"] as const).map((method) =>
    zero(method, async (scene) => {
      const lines = await asContract(scene, "commitments");
      return () => lines[method](scene.line, 1n, 0n);
    }),
  ),
  ...(["reserve", "unreserve", "pay", "refund"] as const).map((method) =>
    zero(method, async (scene) => {
      const lines = await asContract(scene, "disbursements");
      return () => lines[method](scene.line, 1n, 0n);
    }),
  ),
  refusal("BudgetLinesFundSourceMissing", "an appropriation from nowhere", async ({ office, code }) => [
    () => office.lines("authority").appropriate(code, YEAR, ZeroHash, 3, 1n, doc),
  ]),
  refusal("BudgetLinesExpenseTypeMissing", "an appropriation for nothing", async ({ office, code }) => [
    () => office.lines("authority").appropriate(code, YEAR, FUND, expense.none, 1n, doc),
  ]),
  refusal("BudgetLinesCarried", "allotting on a carried-forward line", async (scene) => {
    const to = await carried(scene);
    return [() => scene.office.lines("budget").allot(to, 1n), to];
  }),
  refusal("BudgetLinesCarried", "withdrawing from a carried-forward line", async (scene) => {
    const to = await carried(scene);
    return [() => scene.office.lines("budget").withdrawAllotment(to, 1n), to];
  }),
  ...(["from", "to"] as const).map((side) =>
    refusal("BudgetLinesCarried", `a revision ${side} a carried-forward line`, async (scene) => {
      const to = await carried(scene);
      const { office, code } = scene;
      await goTo(NEXT_START);
      await office.lines("authority").openYear(YEAR + 1);
      const other = await office.line(code, 5n, expense.investment, YEAR + 1, OTHER_FUND);
      const move = side === "from" ? { fromLine: to, toLine: other } : { fromLine: other, toLine: to };
      return [() => office.lines("budget").revise([{ ...move, amount: 1n }], doc), to];
    }),
  ),
  refusal("BudgetLinesCarried", "a new commitment on a carried-forward line", async (scene) => {
    const to = await carried(scene);
    const { office, code } = scene;
    await goTo(NEXT_START);
    await office.lines("authority").openYear(YEAR + 1);
    return [() => office.record({ code, value: 1n, allocations: [{ lineId: to, amount: 1n }] }), to];
  }),
  refusal("BudgetLinesCarried", "carrying the same money forward again", async (scene) => {
    const to = await carried(scene);
    const lines = await asContract(scene, "commitments");
    return [() => lines.carryForward(to, 1n, 1n), to];
  }),
  refusal("BudgetLinesAllotmentExceedsBudget", "allotting one satang too much", async ({ office, line }) => [
    () => office.lines("budget").allot(line, 10_001n),
    ...[line, 10_000n, 10_001n],
  ]),
  refusal("BudgetLinesAllotmentBound", "withdrawing what is committed", async ({ office, line }) => [
    () => office.lines("budget").withdrawAllotment(line, 9_001n),
    ...[line, 9_000n, 9_001n],
  ]),
  refusal("BudgetLinesAllotmentBound", "withdrawing what was carried out", async (scene) => {
    await carried(scene);
    return [
      () => scene.office.lines("budget").withdrawAllotment(scene.line, 9_001n),
      ...[scene.line, 9_000n, 9_001n],
    ];
  }),
  refusal(
    "BudgetLinesCommitmentExceedsAllotment",
    "committing one satang more than is allotted",
    async ({ office, code, line }) => [
      () => office.record({ code, value: 9_001n, allocations: [{ lineId: line, amount: 9_001n }] }),
      ...[line, 9_000n, 9_001n],
    ],
  ),
  refusal("BudgetLinesCommitmentExceedsAllotment", "committing what was carried out", async (scene) => {
    await carried(scene);
    const { office, code, line } = scene;
    return [
      () => office.record({ code, value: 9_001n, allocations: [{ lineId: line, amount: 9_001n }] }),
      ...[line, 9_000n, 9_001n],
    ];
  }),
  refusal("BudgetLinesReleaseExceedsCommitment", "releasing what is requested or paid", async (scene) => {
    const { office, line, commitment } = scene;
    await office.pay(commitment, line, 0n, 100n);
    await office.request(commitment, line, 0n, 50n);
    const lines = await asContract(scene, "commitments");
    return [() => lines.release(line, 1n, 851n), ...[line, 850n, 851n]];
  }),
  refusal("BudgetLinesRequestExceedsCommitment", "requesting what is requested or paid", async (scene) => {
    const { office, line, commitment } = scene;
    await office.pay(commitment, line, 0n, 100n);
    await office.request(commitment, line, 0n, 50n);
    const lines = await asContract(scene, "disbursements");
    return [() => lines.reserve(line, 9n, 851n), ...[line, 850n, 851n]];
  }),
  ...(["unreserve", "pay"] as const).map((method) =>
    refusal("BudgetLinesRequestedTooLow", `${method} of more than is requested`, async (scene) => {
      await scene.office.request(scene.commitment, scene.line, 0n, 50n);
      const lines = await asContract(scene, "disbursements");
      return [() => lines[method](scene.line, 1n, 51n), ...[scene.line, 50n, 51n]];
    }),
  ),
  refusal("BudgetLinesReturnExceedsPaid", "returning more than was paid", async (scene) => {
    const paid = await scene.office.pay(scene.commitment, scene.line, 0n, 100n);
    await scene.office.disbursements("treasury").recordReturn(paid, 30n, doc);
    const lines = await asContract(scene, "disbursements");
    return [() => lines.refund(scene.line, 1n, 71n), ...[scene.line, 70n, 71n]];
  }),
  refusal("BudgetLinesCarryExceedsUnspent", "carrying forward what is spent", async (scene) => {
    await scene.office.pay(scene.commitment, scene.line, 0n, 100n);
    const lines = await asContract(scene, "commitments");
    return [() => lines.carryForward(scene.line, 1n, 901n), ...[scene.line, 900n, 901n]];
  }),
  refusal("BudgetLinesYearStateWrong", "carrying forward into a year that nobody planned", async (scene) => {
    const { office, code } = scene;
    await goTo(NEXT_START);
    await office.lines("authority").openYear(YEAR + 1);
    const next = await office.line(code, 5n, 3, YEAR + 1);
    await office.lines("budget").allot(next, 5n);
    await office.commit({ code, value: 5n, allocations: [{ lineId: next, amount: 5n }] });
    return [() => office.commitments("authority").carryForward(2n, next, 5n, doc), ...[YEAR + 2, 0, 1]];
  }),
  refusal(
    "BudgetLinesYearEnded",
    "carrying forward into a year that is over",
    async ({ office, commitment, line }) => {
      const end = NEXT_START + 365 * 86_400 - 1;
      await goTo(end + 1);
      return [
        () => office.commitments("authority").carryForward(commitment, line, 5n, doc),
        ...[YEAR + 1, end, end + 1],
      ];
    },
  ),
  refusal("BudgetLinesRevisionEmpty", "a revision without moves", async ({ office }) => [
    () => office.lines("authority").revise([], doc),
  ]),
  refusal("BudgetLinesRevisionSameLine", "a line to itself", async ({ office, line }) => [
    () => office.lines("budget").revise([{ fromLine: line, toLine: line, amount: 1n }], doc),
    line,
  ]),
  ...(["from", "to"] as const).map((side) =>
    refusal(
      "BudgetLinesRevisionCrossesYears",
      `a move ${side} another year`,
      async ({ office, code, line }) => {
        const near = await office.line(code, 5n, 3, YEAR, OTHER_FUND);
        const next = await office.line(code, 5n, 3, YEAR + 1);
        const move = side === "from" ? [next, near] : [line, next];
        const moves = [
          { fromLine: line, toLine: near, amount: 1n },
          { fromLine: move[0]!, toLine: move[1]!, amount: 1n },
        ];
        return [() => office.lines("budget").revise(moves, doc), ...move];
      },
    ),
  ),
  refusal("BudgetLinesRevisionBelowCommitments", "taking committed money", async ({ office, code, line }) => {
    const toLine = await office.line(code, 5n, 3, YEAR, OTHER_FUND);
    const moves = [{ fromLine: line, toLine, amount: 19_001n }];
    return [() => office.lines("budget").revise(moves, doc), ...[line, 19_000n, 19_001n]];
  }),
  refusal("BudgetLinesClosed", "a commitment on a closed line", async (scene) => {
    await closed(scene);
    const lines = await asContract(scene, "commitments");
    return [() => lines.commit(scene.line, 9n, 1n), scene.line];
  }),
  refusal(
    "AgencyRegistryDutyMissing",
    "a revision across expense types by the agency",
    async ({ office, code, line, officers }) => {
      const toLine = await office.line(code, 5n, expense.operations);
      const moves = [{ fromLine: line, toLine, amount: 1n }];
      return [() => office.lines("budget").revise(moves, doc), officers.budget.address, 32, 64];
    },
  ),
  refusal(
    "AgencyRegistryDutyMissing",
    "a revision across agencies by one of them",
    async ({ office, line, officers }) => {
      const toLine = await office.line(await office.active(YEAR, OTHER_AGENCY), 5n);
      const moves = [{ fromLine: line, toLine, amount: 1n }];
      return [() => office.lines("budget").revise(moves, doc), officers.budget.address, 32, 64];
    },
  ),
  refusal(
    "AgencyRegistryDutyMissing",
    "one agency's move inside another agency's revision",
    async ({ office, code, line, officers }) => {
      const near = await office.line(code, 5n, 3, YEAR, OTHER_FUND);
      const foreign = await office.active(YEAR, OTHER_AGENCY);
      const [a, b] = [await office.line(foreign, 5n), await office.line(foreign, 5n, 3, YEAR, OTHER_FUND)];
      const moves = [
        { fromLine: line, toLine: near, amount: 1n },
        { fromLine: a, toLine: b, amount: 1n },
      ];
      return [() => office.lines("budget").revise(moves, doc), officers.budget.address, 32, 64];
    },
  ),
  refusal(
    "AgencyRegistryDutyMissing",
    "a revision inside one agency and type by the authority",
    async ({ office, code, line, officers }) => {
      const toLine = await office.line(code, 5n, 3, YEAR, OTHER_FUND);
      const moves = [{ fromLine: line, toLine, amount: 1n }];
      return [() => office.lines("authority").revise(moves, doc), officers.authority.address, 64, 32];
    },
  ),
  refusal("BudgetProjectsEnded", "a revision to a cancelled project", async ({ office, line }) => {
    const code = await office.active();
    const toLine = await office.line(code, 5n);
    await office.lines("budget").cancelProject(code, doc);
    const moves = [{ fromLine: line, toLine, amount: 1n }];
    return [() => office.lines("budget").revise(moves, doc), code, 7];
  }),
  refusal("BudgetProjectsEnded", "an allotment to a cancelled project", async ({ office }) => {
    const code = await office.active();
    const id = await office.line(code, 5n);
    await office.lines("budget").cancelProject(code, doc);
    return [() => office.lines("budget").allot(id, 1n), code, 7];
  }),
  refusal("BudgetProjectsStateWrong", "an appropriation to a draft", async ({ office }) => {
    const code = await office.draft();
    return [() => office.line(code, 5n), code, 1, 2];
  }),
  refusal(
    "BudgetLinesRequestsPending",
    "closing a line with an open request",
    async ({ office, commitment, line }) => {
      await office.request(commitment, line, 0n, 70n);
      await goTo(NEXT_START);
      return [() => office.lines("budget").closeLine(line), line, 70n];
    },
  ),
  refusal(
    "BudgetLinesProjectCommitted",
    "cancelling a project with commitments",
    async ({ office, code }) => [() => office.lines("budget").cancelProject(code, doc), ...[code, 1_000n]],
  ),
  refusal("AccessManagedUnauthorized", "moving counters from outside", async ({ office, line, officers }) => [
    () => office.lines("authority").commit(line, 1n, 1n),
    officers.authority.address,
  ]),
];

import { encodeBytes32String } from "ethers";
import { expense, FUND, goTo, YEAR, YEAR_END, type CommitmentInput } from "../../../support/budget/office.ts";
import { refusal, type Refusal, type Scene } from "../../../support/budget/refusals.ts";
import { document } from "../../../support/document.ts";
import { people } from "../../../support/people.ts";

const doc = document();
const MAX = 2n ** 64n - 1n;
const NEXT_START = YEAR_END + 1;
const OTHER_FUND = encodeBytes32String("OTHER");

type Change = Partial<CommitmentInput>;
const record = (error: string, why: string, change: (scene: Scene) => Promise<[Change, ...unknown[]]>) =>
  refusal(error, why, async (scene) => {
    const { code, line } = scene;
    const [input, ...values] = await change(scene);
    const usual = { code, allocations: [{ lineId: line, amount: input.value ?? 1_000n }] };
    return [() => scene.office.record({ ...usual, ...input }), ...values];
  });

/** 3,000 over three years for the scene's project; resolves to its id. */
async function obligation({ office, code }: Scene, amounts = [1_000n, 1_500n, 500n]): Promise<bigint> {
  const years = amounts.map((amount, index) => ({ year: YEAR + index, amount }));
  const total = amounts.reduce((sum, amount) => sum + amount, 0n);
  await office.commitments("authority").approveObligation(code, total, years, doc);
  return office.on.commitments.obligationCount();
}

/** A commitment of 2,500 under an obligation of 3,000, with 600 of 1,000 bound this year. */
async function multiYear(scene: Scene) {
  const obligationId = await obligation(scene);
  const { office, code, line } = scene;
  const allocations = [{ lineId: line, amount: 600n }];
  return { obligationId, id: await office.commit({ code, value: 2_500n, obligationId, allocations }) };
}

const amend = (
  { office, commitment }: Scene,
  value: bigint,
  allocations: { lineId: bigint; amount: bigint }[] = [],
  milestones: { milestoneId: bigint; amount: bigint; dueAt: number }[] = [],
) => office.commitments("approver1").amendCommitment(commitment, value, allocations, milestones, doc);

const due = YEAR_END;
const supplier = (text: string) =>
  record("BudgetCommitmentsSupplierMalformed", `supplier "${text}"`, async () => [
    { supplier: encodeBytes32String(text) },
    encodeBytes32String(text),
  ]);

const unknown = (why: string, attempt: (scene: Scene) => Promise<unknown>, id: bigint) =>
  refusal("BudgetCommitmentsUnknown", why, async (scene) => [() => attempt(scene), id]);

const obligationUnknown = (id: bigint) =>
  refusal("BudgetCommitmentsObligationUnknown", `obligation ${id}`, async ({ commitments }) => [
    () => commitments.obligation(id),
    id,
  ]);

export const commitmentRefusals: Refusal[] = [
  unknown("commitment 0", ({ commitments }) => commitments.commitment(0n), 0n),
  unknown("commitment 2", ({ commitments }) => commitments.commitment(2n), 2n),
  unknown(
    "activating commitment 2",
    ({ office }) => office.commitments("approver1").activateCommitment(2n),
    2n,
  ),
  record("BudgetCommitmentsValueZero", "a commitment worth nothing", async () => [{ value: 0n }]),
  refusal("BudgetCommitmentsValueZero", "an amendment to nothing", async (scene) => [() => amend(scene, 0n)]),
  refusal("BudgetCommitmentsValueZero", "an obligation of nothing", async ({ office, code }) => [
    () => office.commitments("authority").approveObligation(code, 0n, [], doc),
  ]),
  ...[
    "1105500000001",
    "010550000000",
    "01055000000012",
    "01055000000/1",
    "01055000000:1",
    "0105500000 01",
    "0",
  ].map(supplier),
  record("BudgetCommitmentsAdvanceCapExceedsValue", "an advance above the value", async () => [
    { advanceCap: 1_001n },
    ...[1_001n, 1_000n],
  ]),
  record("BudgetCommitmentsAllocationsMismatch", "one satang not bound", async ({ line }) => [
    { allocations: [{ lineId: line, amount: 999n }] },
    ...[999n, 1_000n],
  ]),
  record("BudgetCommitmentsAllocationsMismatch", "one satang bound too much", async ({ line }) => [
    { allocations: [{ lineId: line, amount: 1_001n }] },
    ...[1_001n, 1_000n],
  ]),
  record("BudgetCommitmentsAllocationsMismatch", "nothing bound", async () => [
    { allocations: [] },
    ...[0n, 1_000n],
  ]),
  refusal(
    "BudgetCommitmentsAllocationsMismatch",
    "more bound than an obligation's contract is worth",
    async (scene) => {
      const obligationId = await obligation(scene);
      const { office, code, line } = scene;
      const allocations = [{ lineId: line, amount: 901n }];
      return [() => office.record({ code, value: 900n, obligationId, allocations }), ...[901n, 900n]];
    },
  ),
  refusal(
    "BudgetCommitmentsAllocationsMismatch",
    "an amendment that leaves an obligation's contract unfunded",
    async (scene) => {
      const { id } = await multiYear(scene);
      const none = [{ lineId: scene.line, amount: 0n }];
      const call = () => scene.office.commitments("approver1").amendCommitment(id, 2_500n, none, [], doc);
      return [call, ...[0n, 2_500n]];
    },
  ),
  refusal("BudgetCommitmentsAllocationsMismatch", "funding above the value", async (scene) => {
    const obligationId = await obligation(scene);
    const { office, code, line } = scene;
    const id = await office.commit({
      code,
      value: 900n,
      obligationId,
      allocations: [{ lineId: line, amount: 850n }],
    });
    return [() => office.commitments("budget").fundCommitment(id, line, 51n), ...[901n, 900n]];
  }),
  refusal("BudgetCommitmentsAllocationsMismatch", "a sum beyond 64 bits", async (scene) => {
    const other = await scene.office.line(scene.code, 5n, expense.other);
    return [() => amend(scene, 1_000n, [{ lineId: other, amount: MAX }]), ...[MAX + 1_000n, 1_000n]];
  }),
  refusal("BudgetLinesCommitmentExceedsAllotment", "a sum of all that 64 bits hold", async (scene) => {
    const other = await scene.office.line(scene.code, 5n, expense.other);
    const amount = MAX - 1_000n;
    return [() => amend(scene, 1_000n, [{ lineId: other, amount }]), ...[other, 0n, amount]];
  }),
  record("BudgetCommitmentsAllocationRepeated", "a line twice", async ({ line }) => [
    {
      allocations: [
        { lineId: line, amount: 500n },
        { lineId: line, amount: 500n },
      ],
    },
    line,
  ]),
  refusal("BudgetCommitmentsAllocationUnknown", "a payment from a line that is not bound", async (scene) => {
    const other = await scene.office.line(scene.code, 5n, expense.other);
    return [() => scene.office.request(scene.commitment, other, 0n, 1n), scene.commitment, other];
  }),
  refusal(
    "BudgetCommitmentsAllocationUnknown",
    "a carry-forward from a line that is not bound",
    async (scene) => {
      const other = await scene.office.line(scene.code, 5n, expense.other);
      const { office, commitment } = scene;
      return [
        () => office.commitments("authority").carryForward(commitment, other, 1n, doc),
        commitment,
        other,
      ];
    },
  ),
  record("BudgetCommitmentsLineOfOtherProject", "another project's line", async ({ office, code }) => {
    const other = await office.active();
    const lineId = await office.line(other, 5n);
    return [{ value: 5n, allocations: [{ lineId, amount: 5n }] }, lineId, other, code];
  }),
  refusal(
    "BudgetCommitmentsMilestonesMismatch",
    "activation with milestones below the value",
    async ({ office, code, line }) => {
      const milestones = [{ amount: 999n, dueAt: due }];
      const id = await office.record({ code, allocations: [{ lineId: line, amount: 1_000n }], milestones });
      return [() => office.commitments("approver1").activateCommitment(id), ...[999n, 1_000n]];
    },
  ),
  refusal(
    "BudgetCommitmentsMilestonesMismatch",
    "activation with a milestone too much",
    async ({ office, code, line }) => {
      const milestones = [
        { amount: MAX, dueAt: due },
        { amount: 1_001n, dueAt: due },
      ];
      const id = await office.record({ code, allocations: [{ lineId: line, amount: 1_000n }], milestones });
      return [() => office.commitments("approver1").activateCommitment(id), ...[MAX + 1_001n, 1_000n]];
    },
  ),
  refusal("BudgetCommitmentsMilestonesMismatch", "an amendment without its milestones", async (scene) => [
    () => amend(scene, 1_100n, [{ lineId: scene.line, amount: 1_100n }]),
    ...[1_000n, 1_100n],
  ]),
  refusal(
    "BudgetCommitmentsAllocationBelowSpent",
    "taking back what is requested and paid",
    async (scene) => {
      const { office, line, commitment } = scene;
      await office.pay(commitment, line, 0n, 100n);
      await office.request(commitment, line, 0n, 20n);
      return [() => amend(scene, 1_000n, [{ lineId: line, amount: 119n }]), ...[line, 120n, 119n]];
    },
  ),
  refusal(
    "BudgetCommitmentsAmendmentBelowSpent",
    "an amendment below what is requested and paid",
    async (scene) => {
      const { office, line, commitment } = scene;
      const paid = await office.pay(commitment, line, 0n, 100n);
      await office.disbursements("treasury").recordReturn(paid, 10n, doc);
      await office.request(commitment, line, 0n, 20n);
      return [() => amend(scene, 109n), ...[commitment, 110n, 109n]];
    },
  ),
  ...(["completeCommitment", "terminateCommitment", "cancelCommitment"] as const).map((method) =>
    refusal("BudgetCommitmentsRequestsPending", `${method} with an open request`, async (scene) => {
      const { office, line, commitment } = scene;
      for (const [id, amount] of [
        [1n, 600n],
        [2n, 400n],
      ] as const)
        await office.deliver(id, amount);
      await office.request(commitment, line, 0n, 20n);
      return [() => office.commitments("approver1")[method](commitment, doc), commitment, 20n];
    }),
  ),
  ...(
    [
      ["first", 1n, 599n, 400n],
      ["last", 2n, 600n, 399n],
    ] as const
  ).map(([place, open, first, last]) =>
    refusal(
      "BudgetCommitmentsMilestoneOpen",
      `completion before the ${place} milestone is accepted in full`,
      async ({ office, commitment }) => {
        await office.deliver(1n, first);
        await office.deliver(2n, last);
        return [
          () => office.commitments("approver1").completeCommitment(commitment, doc),
          ...[commitment, open, 4],
        ];
      },
    ),
  ),
  refusal("BudgetCommitmentsSpent", "cancelling what was paid, even if it all came back", async (scene) => {
    const { office, line, commitment } = scene;
    const paid = await office.pay(commitment, line, 0n, 100n);
    await office.disbursements("treasury").recordReturn(paid, 100n, doc);
    return [() => office.commitments("approver1").cancelCommitment(commitment, doc), commitment, 100n];
  }),
  ...(
    [
      [
        "activateCommitment",
        async ({ office, code, line }) => {
          const id = await office.record({ code, value: 5n, allocations: [{ lineId: line, amount: 5n }] });
          return [() => office.commitments("recorderAgain").activateCommitment(id), id];
        },
      ],
      [
        "amendCommitment",
        async ({ office, commitment }) => [
          () => office.commitments("recorderAgain").amendCommitment(commitment, 1n, [], [], doc),
          commitment,
        ],
      ],
      ...(["completeCommitment", "terminateCommitment", "cancelCommitment"] as const).map((method) => [
        method,
        async ({ office, commitment }: Scene) => [
          () => office.commitments("recorderAgain")[method](commitment, doc),
          commitment,
        ],
      ]),
    ] as [string, (scene: Scene) => Promise<[() => Promise<unknown>, bigint]>][]
  ).map(([method, prepare]) =>
    refusal("BudgetCommitmentsSamePerson", `${method} by the recorder's second key`, async (scene) => [
      ...(await prepare(scene)),
      people.recorder.personTag,
    ]),
  ),
  ...(["acceptMilestone", "rejectMilestone"] as const).flatMap((method) =>
    (
      [
        ["the recorder's second key", "approver1Again", "recorderAgain", people.recorder.personTag],
        ["the submitter's second key", "approver1Again", "approver1Again", people.approver1.personTag],
      ] as const
    ).map(([who, submitter, acceptor, tag]) =>
      refusal("BudgetCommitmentsSamePerson", `${method} by ${who}`, async ({ office, commitment }) => {
        await office.commitments(submitter).submitMilestone(1n, doc);
        const by = office.commitments(acceptor);
        const call = () =>
          method === "acceptMilestone" ? by.acceptMilestone(1n, 5n, doc) : by.rejectMilestone(1n, doc);
        return [call, commitment, tag];
      }),
    ),
  ),
  obligationUnknown(0n),
  obligationUnknown(1n),
  refusal(
    "BudgetCommitmentsObligationUnknown",
    "the use of an obligation that does not exist",
    async ({ commitments }) => [() => commitments.obligationUse(1n, YEAR), 1n],
  ),
  record("BudgetCommitmentsObligationUnknown", "a commitment under one", async () => [
    { obligationId: 1n },
    1n,
  ]),
  refusal(
    "BudgetCommitmentsObligationUnknown",
    "funding a commitment without one",
    async ({ office, commitment, line }) => [
      () => office.commitments("budget").fundCommitment(commitment, line, 1n),
      0n,
    ],
  ),
  refusal(
    "BudgetCommitmentsObligationOfOtherProject",
    "a commitment under another project's",
    async (scene) => {
      const other = await scene.office.active();
      const obligationId = await obligation({ ...scene, code: other });
      const { office, code, line } = scene;
      const allocations = [{ lineId: line, amount: 5n }];
      return [() => office.record({ code, value: 5n, obligationId, allocations }), obligationId, other];
    },
  ),
  ...([99n, 101n] as const).map((second) =>
    refusal(
      "BudgetCommitmentsObligationSumMismatch",
      `years that add up to ${100n + second} of 200`,
      async ({ office, code }) => {
        const years = [
          { year: YEAR, amount: 100n },
          { year: YEAR + 1, amount: second },
        ];
        return [
          () => office.commitments("authority").approveObligation(code, 200n, years, doc),
          ...[200n, 100n + second],
        ];
      },
    ),
  ),
  ...([YEAR, YEAR - 1] as const).map((second) =>
    refusal(
      "BudgetCommitmentsObligationYearsNotAscending",
      `${second} after ${YEAR}`,
      async ({ office, code }) => {
        const years = [
          { year: YEAR, amount: 100n },
          { year: second, amount: 100n },
        ];
        return [() => office.commitments("authority").approveObligation(code, 200n, years, doc), second];
      },
    ),
  ),
  refusal("BudgetCommitmentsObligationExceeded", "binding more than the year's amount", async (scene) => {
    const { obligationId, id } = await multiYear(scene);
    const call = () => scene.office.commitments("budget").fundCommitment(id, scene.line, 401n);
    return [call, ...[obligationId, YEAR, 400n, 401n]];
  }),
  refusal(
    "BudgetCommitmentsObligationExceeded",
    "two commitments that share the year's amount",
    async (scene) => {
      const { obligationId } = await multiYear(scene);
      const { office, code, line } = scene;
      const allocations = [{ lineId: line, amount: 401n }];
      return [
        () => office.record({ code, value: 500n, obligationId, allocations }),
        ...[obligationId, YEAR, 400n, 401n],
      ];
    },
  ),
  refusal(
    "BudgetCommitmentsObligationExceeded",
    "money of a year that the obligation does not cover",
    async (scene) => {
      const { office, code } = scene;
      const obligationId = await obligation(scene, [1_000n]);
      await office.commit({
        code,
        value: 1_000n,
        obligationId,
        allocations: [{ lineId: scene.line, amount: 10n }],
      });
      await goTo(NEXT_START);
      await office.lines("authority").openYear(YEAR + 1);
      const next = await office.line(code, 50n, 3, YEAR + 1);
      await office.lines("budget").allot(next, 50n);
      return [
        () => office.commitments("budget").fundCommitment(2n, next, 50n),
        ...[obligationId, YEAR + 1, 0n, 50n],
      ];
    },
  ),
  refusal(
    "BudgetCommitmentsObligationTotalExceeded",
    "contracts worth more than the obligation",
    async (scene) => {
      const { obligationId } = await multiYear(scene);
      const { office, code, line } = scene;
      const allocations = [{ lineId: line, amount: 5n }];
      return [
        () => office.record({ code, value: 501n, obligationId, allocations }),
        ...[obligationId, 500n, 501n],
      ];
    },
  ),
  refusal("BudgetCommitmentsObligationTotalExceeded", "an amendment beyond the obligation", async (scene) => {
    const { obligationId, id } = await multiYear(scene);
    const call = () => scene.office.commitments("approver1").amendCommitment(id, 3_001n, [], [], doc);
    return [call, ...[obligationId, 3_000n, 3_001n]];
  }),
  ...([0n, 3n] as const).map((id) =>
    refusal("BudgetCommitmentsMilestoneUnknown", `milestone ${id}`, async ({ commitments }) => [
      () => commitments.milestone(id),
      id,
    ]),
  ),
  refusal(
    "BudgetCommitmentsMilestoneUnknown",
    "a payment for milestone 3",
    async ({ office, commitment, line }) => [() => office.request(commitment, line, 3n, 1n), 3n],
  ),
  refusal("BudgetCommitmentsMilestoneStateWrong", "removing a milestone under review", async (scene) => {
    await scene.office.commitments("recorder").submitMilestone(2n, doc);
    return [() => amend(scene, 1_000n, [], [{ milestoneId: 2n, amount: 0n, dueAt: due }]), ...[2n, 2, 1]];
  }),
  refusal("BudgetCommitmentsMilestoneStateWrong", "changing a removed milestone", async (scene) => {
    const move = [
      { milestoneId: 2n, amount: 0n, dueAt: due },
      { milestoneId: 1n, amount: 1_000n, dueAt: due },
    ];
    await amend(scene, 1_000n, [], move);
    return [() => amend(scene, 1_000n, [], [{ milestoneId: 2n, amount: 1n, dueAt: due }]), ...[2n, 6, 1]];
  }),
  ...(["change", "payment"] as const).map((what) =>
    refusal(
      "BudgetCommitmentsMilestoneOfOtherCommitment",
      `a ${what} for another commitment's milestone`,
      async (scene) => {
        const { office, code, line } = scene;
        const other = await office.commit({ code, value: 5n, allocations: [{ lineId: line, amount: 5n }] });
        const change = [{ milestoneId: 1n, amount: 5n, dueAt: due }];
        const call = () =>
          what === "change"
            ? office.commitments("approver1").amendCommitment(other, 5n, [], change, doc)
            : office.request(other, line, 1n, 1n);
        return [call, 1n, other];
      },
    ),
  ),
  record("BudgetCommitmentsMilestoneAmountZero", "a milestone of nothing", async () => [
    { milestones: [{ amount: 0n, dueAt: due }] },
  ]),
  refusal("BudgetCommitmentsMilestoneAmountZero", "adding a milestone of nothing", async (scene) => [
    () => amend(scene, 1_000n, [], [{ milestoneId: 0n, amount: 0n, dueAt: due }]),
  ]),
  ...([299n, 0n] as const).map((amount) =>
    refusal("BudgetCommitmentsMilestoneBelowAccepted", `lowering a milestone to ${amount}`, async (scene) => {
      await scene.office.deliver(1n, 300n);
      return [
        () => amend(scene, 1_000n, [], [{ milestoneId: 1n, amount, dueAt: due }]),
        ...[1n, 300n, amount],
      ];
    }),
  ),
  ...([0n, 301n] as const).map((amount) =>
    refusal(
      "BudgetCommitmentsAcceptanceOutOfRange",
      `accepting ${amount} of 300 open`,
      async ({ office }) => {
        await office.deliver(1n, 300n);
        await office.commitments("recorder").submitMilestone(1n, doc);
        return [() => office.commitments("acceptor").acceptMilestone(1n, amount, doc), ...[1n, 300n, amount]];
      },
    ),
  ),
  refusal(
    "BudgetCommitmentsPaymentExceedsAcceptance",
    "a payment beyond acceptance, less what is drawn",
    async ({ office, commitment, line }) => {
      await office.deliver(1n, 300n);
      await office.pay(commitment, line, 1n, 100n);
      await office.request(commitment, line, 1n, 50n);
      return [() => office.request(commitment, line, 1n, 151n), ...[1n, 150n, 151n]];
    },
  ),
  refusal(
    "BudgetCommitmentsPaymentExceedsAllocation",
    "a payment beyond what the line binds",
    async (scene) => {
      const { office, code, line } = scene;
      const other = await office.line(code, 900n, expense.other);
      await office.lines("budget").allot(other, 900n);
      const allocations = [
        { lineId: line, amount: 100n },
        { lineId: other, amount: 900n },
      ];
      const id = await office.commit({ code, allocations });
      await office.deliver(3n, 1_000n);
      await office.pay(id, line, 3n, 30n);
      await office.request(id, line, 3n, 20n);
      return [() => office.request(id, line, 3n, 51n), ...[id, line, 50n, 51n]];
    },
  ),
  refusal(
    "BudgetCommitmentsAdvanceExceedsCap",
    "advances beyond their cap",
    async ({ office, commitment, line }) => {
      const paid = await office.pay(commitment, line, 0n, 100n);
      await office.disbursements("treasury").recordReturn(paid, 10n, doc);
      await office.request(commitment, line, 0n, 40n);
      return [() => office.request(commitment, line, 0n, 21n), ...[commitment, 20n, 21n]];
    },
  ),
  refusal(
    "BudgetCommitmentsCarryExceedsUnspent",
    "carrying forward what is requested or paid",
    async ({ office, commitment, line }) => {
      await office.pay(commitment, line, 0n, 100n);
      await office.request(commitment, line, 0n, 40n);
      const call = () => office.commitments("authority").carryForward(commitment, line, 861n, doc);
      return [call, ...[commitment, line, 860n, 861n]];
    },
  ),
  refusal(
    "BudgetCommitmentsNotMadeInYear",
    "carrying forward twice",
    async ({ office, commitment, line }) => {
      await office.commitments("authority").carryForward(commitment, line, 10n, doc);
      const call = () => office.commitments("authority").carryForward(commitment, line + 1n, 10n, doc);
      return [call, ...[commitment, YEAR, YEAR + 1]];
    },
  ),
  refusal(
    "BudgetLinesYearEnded",
    "activating after the year what was recorded in it",
    async ({ office, code, line }) => {
      const id = await office.record({ code, value: 5n, allocations: [{ lineId: line, amount: 5n }] });
      await goTo(NEXT_START);
      return [() => office.commitments("approver1").activateCommitment(id), ...[YEAR, YEAR_END, NEXT_START]];
    },
  ),
  refusal(
    "BudgetLinesYearEnded",
    "a payment request after the year",
    async ({ office, commitment, line }) => {
      await goTo(NEXT_START);
      return [() => office.request(commitment, line, 0n, 5n), ...[YEAR, YEAR_END, NEXT_START]];
    },
  ),
  ...(
    [
      [
        "recording",
        ({ office, code, line }) =>
          office.record({ code, value: 5n, allocations: [{ lineId: line, amount: 5n }] }),
      ],
      ["activating", ({ office }) => office.commitments("approver1").activateCommitment(2n)],
      ["amending", (scene) => amend(scene, 1_000n)],
      ["funding", ({ office, line }) => office.commitments("budget").fundCommitment(1n, line, 1n)],
      ["requesting", ({ office, line }) => office.request(1n, line, 0n, 1n)],
      ["paying", ({ office }) => office.disbursements("treasury").pay(1n, doc)],
    ] as [string, (scene: Scene) => Promise<unknown>][]
  ).map(([what, attempt]) =>
    refusal("BudgetProjectsStateWrong", `${what} while the project is suspended`, async (scene) => {
      const { office, code, line } = scene;
      await office.record({ code, value: 5n, allocations: [{ lineId: line, amount: 5n }] });
      await office.approve(await office.request(1n, line, 0n, 5n));
      await office.projects("budget").suspendProject(code, doc);
      return [() => attempt(scene), code, 4, 3];
    }),
  ),
  refusal("BudgetLinesAmountZero", "funding with nothing", async (scene) => {
    const { id } = await multiYear(scene);
    return [() => scene.office.commitments("budget").fundCommitment(id, scene.line, 0n)];
  }),
  refusal(
    "SafeCastOverflowedUintDowncast",
    "an increase beyond any share that 64 bits can state",
    async (scene) => {
      const { office, code } = scene;
      await office.lines("authority").changeCeiling(YEAR, MAX, doc);
      const line = await office.line(code, MAX - 20_000n, 3, YEAR, OTHER_FUND);
      await office.lines("budget").allot(line, MAX - 20_000n);
      const id = await office.commit({ code, value: 1n, allocations: [{ lineId: line, amount: 1n }] });
      const value = MAX / 10_000n + 3n;
      const change = [{ milestoneId: 3n, amount: value, dueAt: due }];
      const call = () =>
        office
          .commitments("approver1")
          .amendCommitment(id, value, [{ lineId: line, amount: value }], change, doc);
      return [call, 64, (value - 1n) * 10_000n];
    },
  ),
  refusal(
    "AccessManagedUnauthorized",
    "drawing on a commitment from outside",
    async ({ office, line, officers }) => [
      () => office.commitments("treasury").draw(1n, line, 0n, 1n),
      officers.treasury.address,
    ],
  ),
  refusal("BudgetProjectsUnknown", "an obligation of an unknown project", async ({ office }) => {
    const years = [{ year: YEAR, amount: 5n }];
    return [() => office.commitments("authority").approveObligation(FUND, 5n, years, doc), FUND];
  }),
];

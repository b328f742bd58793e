import { encodeBytes32String } from "ethers";
import { goTo, YEAR, YEAR_END } from "../../../../support/budget/office.ts";
import { refusal, type Refusal, type Scene } from "../../../../support/budget/refusals.ts";
import { people } from "../../../../support/people.ts";
import { amend, doc, due, MAX, NEXT_START, record } from "./scene.ts";

const OTHER_FUND = encodeBytes32String("OTHER");

const supplier = (text: string) =>
  record("BudgetCommitmentsSupplierMalformed", `supplier "${text}"`, async () => [
    { supplier: encodeBytes32String(text) },
    encodeBytes32String(text),
  ]);

const unknown = (why: string, attempt: (scene: Scene) => Promise<unknown>, id: bigint) =>
  refusal("BudgetCommitmentsUnknown", why, async (scene) => [() => attempt(scene), id]);

export const lifecycleRefusals: Refusal[] = [
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
  refusal(
    "BudgetLinesYearEnded",
    "activating after the year what was recorded in it",
    async ({ office, code, line }) => {
      const id = await office.record({ code, value: 5n, allocations: [{ lineId: line, amount: 5n }] });
      await goTo(NEXT_START);
      return [() => office.commitments("approver1").activateCommitment(id), ...[YEAR, YEAR_END, NEXT_START]];
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
];

import { refusal, type Refusal } from "../../../../support/budget/refusals.ts";
import { amend, doc, due, MAX, record } from "./scene.ts";

export const milestoneRefusals: Refusal[] = [
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
];

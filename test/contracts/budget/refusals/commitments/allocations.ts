import { expense } from "../../../../support/budget/office.ts";
import { refusal, type Refusal } from "../../../../support/budget/refusals.ts";
import { amend, doc, MAX, multiYear, obligation, record } from "./scene.ts";

export const allocationRefusals: Refusal[] = [
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
  record("BudgetCommitmentsLineOfOtherProject", "another project's line", async ({ office, code }) => {
    const other = await office.active();
    const lineId = await office.line(other, 5n);
    return [{ value: 5n, allocations: [{ lineId, amount: 5n }] }, lineId, other, code];
  }),
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
];

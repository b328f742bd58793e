import { expense, goTo, YEAR, YEAR_END } from "../../../../support/budget/office.ts";
import { refusal, type Refusal } from "../../../../support/budget/refusals.ts";
import { doc, NEXT_START } from "./scene.ts";

export const paymentRefusals: Refusal[] = [
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
    "a payment request after the year",
    async ({ office, commitment, line }) => {
      await goTo(NEXT_START);
      return [() => office.request(commitment, line, 0n, 5n), ...[YEAR, YEAR_END, NEXT_START]];
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
];

import { budgetStates } from "../../../sdk/budget-states.ts";
import { expenseTypes } from "../../../sdk/expense-types.ts";
import { builder } from "./builder.ts";

/** States as the contracts number them; 0 (None) never reaches an answer. */
function numbered<const Names extends readonly string[]>(
  name: string,
  description: string,
  names: Names,
  from = 1,
) {
  const values = Object.fromEntries(names.map((value, index) => [value, { value: index + from }]));
  return builder.enumType(name, { description, values: values as Record<Names[number], { value: number }> });
}

export const ProjectState = numbered("ProjectState", "Where a project stands.", budgetStates.project);
export const YearState = numbered("YearState", "Where a fiscal year stands.", budgetStates.year);
export const ExpenseType = numbered(
  "ExpenseType",
  "Expense types of the Thai budget: งบบุคลากร, งบดำเนินงาน, งบลงทุน, งบเงินอุดหนุน, งบรายจ่ายอื่น.",
  expenseTypes,
);
export const CommitmentKind = numbered(
  "CommitmentKind",
  "Form of a commitment.",
  ["PURCHASE_ORDER", "CONTRACT"],
  0,
);
export const CommitmentState = numbered(
  "CommitmentState",
  "Where a commitment stands.",
  budgetStates.commitment,
);
export const MilestoneState = numbered(
  "MilestoneState",
  "Where a milestone (งวดงาน) stands.",
  budgetStates.milestone,
);
export const DisbursementState = numbered(
  "DisbursementState",
  "Where a payment stands.",
  budgetStates.disbursement,
);
export const FlagState = numbered("FlagState", "Where a citizen's flag stands.", budgetStates.flag);
export const FlagOrder = builder.enumType("FlagOrder", {
  description: "How a list of citizens' flags is sorted.",
  values: {
    NEWEST: { description: "The default." },
    WAITING: {
      description:
        "Those without an answer past their clock, then those that wait for one, each oldest first; then the rest, newest first.",
    },
  } as const,
});

export const duties = [
  "RECORDER",
  "APPROVER_1",
  "APPROVER_2",
  "ACCEPTOR",
  "TREASURY",
  "BUDGET",
  "BUDGET_AUTHORITY",
  "IMPORTER",
  "AUDITOR",
  "SERVICES",
  "WITNESS",
] as const;
export const Duty = builder.enumType("Duty", { description: "What an officer may do.", values: duties });

export const Direction = builder.enumType("Direction", { values: ["ASC", "DESC"] as const });

/**
 * Expense types of the Thai budget (งบบุคลากร, งบดำเนินงาน, งบลงทุน, งบเงินอุดหนุน, งบรายจ่ายอื่น) by the names that the API
 * gives them. The contracts number them from 1 in this order.
 */
export const expenseTypes = ["PERSONNEL", "OPERATIONS", "INVESTMENT", "SUBSIDY", "OTHER"] as const;

export type ExpenseTypeName = (typeof expenseTypes)[number];

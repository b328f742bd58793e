import type { TotalsResult, TotalsRow } from "../../read/rows/budget.ts";
import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { Direction, ExpenseType } from "../core/enums.ts";
import { LocalizedText } from "../core/node.ts";
import { asOfArgs, page, pageArgs } from "../core/page.ts";
import { reportedFilterFields } from "../imports/reported-filter.ts";
import { LineCounters } from "./counters.ts";

const ReportedTotals = builder.objectRef<TotalsRow["reported"]>("ReportedTotals").implement({
  description: "Sums over reported projects. A project's budget counts once, each agreed price counts.",
  fields: (t) => ({
    count: t.exposeInt("count", { description: "Reported projects." }),
    contracts: t.exposeInt("contracts"),
    budget: t.expose("budget", { type: "Satang" }),
    reference: t.expose("reference", { type: "Satang" }),
    agreed: t.expose("agreed", { type: "Satang" }),
  }),
});

const NativeTotals = builder.objectRef<TotalsRow["native"]>("NativeTotals").implement({
  description: "Sums over the native ledger's lines.",
  fields: (t) => ({
    projects: t.exposeInt("projects"),
    lines: t.exposeInt("lines"),
    appropriated: t.field({ type: "Satang", resolve: ({ counters }) => counters.approved }),
    allotted: t.field({ type: "Satang", resolve: ({ counters }) => counters.allotted }),
    committed: t.field({ type: "Satang", resolve: ({ counters }) => counters.committed }),
    paid: t.field({ type: "Satang", resolve: ({ counters }) => counters.paid }),
    returned: t.field({ type: "Satang", resolve: ({ counters }) => counters.returned }),
    counters: t.expose("counters", { type: LineCounters }),
  }),
});

const BudgetTotalsGroup = builder.objectRef<TotalsRow>("BudgetTotalsGroup").implement({
  fields: (t) => ({
    key: t.exposeString("key", {
      nullable: true,
      description:
        "Thai name of an agency or a province, year, name of the expense type or method; null where the source states none.",
    }),
    label: t.expose("label", { type: LocalizedText, nullable: true }),
    agencyCode: t.exposeInt("agencyCode", {
      nullable: true,
      description: "Code on the ledger, of agencies that are there.",
    }),
    reported: t.expose("reported", { type: ReportedTotals }),
    native: t.expose("native", { type: NativeTotals }),
  }),
});

const BudgetTotals = builder.objectRef<TotalsResult>("BudgetTotals").implement({
  fields: (t) => ({
    groups: t.field({ type: [BudgetTotalsGroup], resolve: (row) => [...row.groups] }),
    totalCount: t.exposeInt("totalCount", { description: "How many groups there are." }),
    hasNextPage: t.exposeBoolean("hasNext"),
    endCursor: t.exposeString("endCursor", { nullable: true }),
    total: t.expose("total", {
      type: BudgetTotalsGroup,
      description: "Over everything that the filter leaves and the grouping knows.",
    }),
  }),
});

const TotalsGrouping = builder.enumType("TotalsGrouping", {
  values: ["AGENCY", "PROVINCE", "FISCAL_YEAR", "EXPENSE_TYPE", "METHOD"] as const,
});

const TotalsFilter = builder.inputType("TotalsFilter", {
  description:
    "The filter of reportedProjects; for the native ledger agencyCode, fiscalYear and expenseType hold.",
  fields: (t) => ({
    ...reportedFilterFields(t),
    agencyCode: t.intList({ description: "Agencies of the native ledger." }),
    expenseType: t.field({ type: [ExpenseType] }),
  }),
});

const TotalsOrderField = builder.enumType("TotalsOrderField", {
  values: ["KEY", "COUNT", "BUDGET", "AGREED", "APPROPRIATED", "PAID"] as const,
});

const TotalsOrder = builder.inputType("TotalsOrder", {
  fields: (t) => ({
    field: t.field({ type: TotalsOrderField, required: true }),
    direction: t.field({ type: Direction, required: true, defaultValue: "DESC" }),
  }),
});

builder.queryField("budgetTotals", (t) =>
  t.field({
    type: BudgetTotals,
    args: {
      groupBy: t.arg({ type: TotalsGrouping, description: "Absent: the total only." }),
      filter: t.arg({ type: TotalsFilter }),
      orderBy: t.arg({ type: TotalsOrder }),
      ...pageArgs,
      ...asOfArgs,
    },
    resolve: async (_, { groupBy, filter, orderBy, asOfBlock, ...rest }, context) =>
      context.read.budget.totals(
        groupBy ?? null,
        filter ?? {},
        orderBy ?? { field: "BUDGET", direction: "DESC" },
        page(rest),
        await checkedAsOf(asOfBlock, context),
      ),
  }),
);

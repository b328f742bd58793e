import { checkedAsOf } from "../core/as-of.ts";
import { askedOfNodes } from "../core/asked.ts";
import { builder } from "../core/builder.ts";
import { YearState } from "../core/enums.ts";
import { Document, Node } from "../core/node.ts";
import { asOfArgs, page, pageArgs } from "../core/page.ts";
import { LineCounters } from "./counters.ts";
import { FiscalYear, LineConnection, ProjectConnection } from "./refs.ts";

FiscalYear.implement({
  description: "A Buddhist-era fiscal year: 1 October of the year before to 30 September, Bangkok time.",
  interfaces: [Node],
  fields: (t) => ({
    year: t.exposeInt("year"),
    state: t.field({ type: YearState, resolve: (row) => row.state }),
    ceiling: t.expose("ceiling", { type: "Satang", description: "The year's total by law." }),
    approved: t.expose("approved", { type: "Satang", description: "Sum of all appropriations." }),
    act: t.expose("act", { type: Document, nullable: true }),
    totals: t.field({
      type: LineCounters,
      description: "Sum over the year's lines.",
      resolve: (row, _, { read }) => read.budget.yearTotals(row),
    }),
    lines: t.field({
      type: LineConnection,
      args: pageArgs,
      resolve: (row, args, { read }) => read.budget.lines({ fiscalYear: [row.year] }, page(args), row.asOf),
    }),
    projects: t.field({
      type: ProjectConnection,
      args: pageArgs,
      resolve: (row, args, { read }, info) =>
        read.budget.projects(
          { fiscalYear: [row.year] },
          { field: "CODE", direction: "ASC" },
          page(args),
          row.asOf,
          askedOfNodes(info),
        ),
    }),
  }),
});

builder.queryFields((t) => ({
  fiscalYear: t.field({
    type: FiscalYear,
    nullable: true,
    args: { year: t.arg.int({ required: true }), ...asOfArgs },
    resolve: async (_, { year, asOfBlock }, context) =>
      context.read.budget.fiscalYear(String(year), await checkedAsOf(asOfBlock, context)),
  }),
  fiscalYears: t.field({
    type: [FiscalYear],
    args: asOfArgs,
    resolve: async (_, { asOfBlock }, context) => [
      ...(await context.read.budget.fiscalYears(await checkedAsOf(asOfBlock, context))),
    ],
  }),
}));

import { Agency } from "../access/agency.ts";
import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { ExpenseType } from "../core/enums.ts";
import { Node } from "../core/node.ts";
import { asOfArgs, page, pageArgs } from "../core/page.ts";
import { LineCounters } from "./counters.ts";
import { nativeArgs } from "./native-filter.ts";
import { OwnedFields } from "./owned.ts";
import { CommitmentConnection, Line, LineConnection, RevisionConnection } from "./refs.ts";

Line.implement({
  description: "An appropriation line: project × year × fund source × expense type.",
  interfaces: [Node, OwnedFields],
  fields: (t) => ({
    lineId: t.exposeID("lineId"),
    agency: t.field({ type: Agency, resolve: (row, _, { read }) => read.access.agencyOf(row) }),
    fiscalYear: t.exposeInt("year"),
    fundSource: t.exposeString("fundSource"),
    expenseType: t.field({ type: ExpenseType, resolve: (row) => row.expenseType }),
    closed: t.exposeBoolean("closed"),
    carriedFrom: t.field({
      type: Line,
      nullable: true,
      description: "Line of the year before whose money this one carries on.",
      resolve: (row, _, { read }) => (row.carriedFrom ? read.budget.line(row.carriedFrom, row.asOf) : null),
    }),
    counters: t.expose("counters", { type: LineCounters }),
    commitments: t.field({
      type: CommitmentConnection,
      args: pageArgs,
      resolve: (row, args, { read }) => read.budget.commitments({ lineId: row.lineId }, page(args), row.asOf),
    }),
    revisions: t.field({
      type: RevisionConnection,
      args: pageArgs,
      resolve: (row, args, { read }) => read.budget.revisions({ lineId: row.lineId }, page(args), row.asOf),
    }),
  }),
});

builder.queryFields((t) => ({
  line: t.field({
    type: Line,
    nullable: true,
    args: { lineId: t.arg.id({ required: true }), ...asOfArgs },
    resolve: async (_, { lineId, asOfBlock }, context) =>
      context.read.budget.line(lineId, await checkedAsOf(asOfBlock, context)),
  }),
  lines: t.field({
    type: LineConnection,
    args: { ...nativeArgs, ...pageArgs, ...asOfArgs },
    resolve: async (_, { asOfBlock, first, after, ...filter }, context) =>
      context.read.budget.lines(filter, page({ first, after }), await checkedAsOf(asOfBlock, context)),
  }),
}));

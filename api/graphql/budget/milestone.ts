import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { MilestoneState } from "../core/enums.ts";
import { Document, Node } from "../core/node.ts";
import { asOfArgs, page, pageArgs } from "../core/page.ts";
import { nativeArgs } from "./native-filter.ts";
import { OwnedFields } from "./owned.ts";
import { Commitment, Milestone, MilestoneConnection } from "./refs.ts";

Milestone.implement({
  description: "An instalment of work (งวดงาน) and its acceptance.",
  interfaces: [Node, OwnedFields],
  fields: (t) => ({
    milestoneId: t.exposeID("milestoneId"),
    commitment: t.field({
      type: Commitment,
      resolve: async (row, _, { read }) => (await read.budget.commitment(row.commitmentId, row.asOf))!,
    }),
    state: t.field({ type: MilestoneState, resolve: (row) => row.state }),
    amount: t.expose("amount", { type: "Satang" }),
    accepted: t.expose("accepted", { type: "Satang" }),
    dueAt: t.expose("dueAt", { type: "DateTime" }),
    overdue: t.exposeBoolean("overdue", {
      description: "Due before the block that the answer is as of, and not accepted in full.",
    }),
    submittedAt: t.expose("submittedAt", { type: "DateTime", nullable: true }),
    acceptedAt: t.expose("acceptedAt", { type: "DateTime", nullable: true }),
    evidence: t.expose("evidence", {
      type: Document,
      nullable: true,
      description: "Of the last submission, acceptance or rejection.",
    }),
  }),
});

builder.queryFields((t) => ({
  milestone: t.field({
    type: Milestone,
    nullable: true,
    args: { milestoneId: t.arg.id({ required: true }), ...asOfArgs },
    resolve: async (_, { milestoneId, asOfBlock }, context) =>
      context.read.budget.milestone(milestoneId, await checkedAsOf(asOfBlock, context)),
  }),
  milestones: t.field({
    type: MilestoneConnection,
    args: {
      ...nativeArgs,
      state: t.arg({ type: [MilestoneState] }),
      overdue: t.arg.boolean(),
      ...pageArgs,
      ...asOfArgs,
    },
    resolve: async (_, { asOfBlock, first, after, ...filter }, context) =>
      context.read.budget.milestones(filter, page({ first, after }), await checkedAsOf(asOfBlock, context)),
  }),
}));

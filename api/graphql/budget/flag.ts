import { Agency } from "../access/agency.ts";
import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { FlagOrder, FlagState } from "../core/enums.ts";
import { Document, Node } from "../core/node.ts";
import { asOfArgs, page, pageArgs } from "../core/page.ts";
import { nativeArgs } from "./native-filter.ts";
import { OwnedFields } from "./owned.ts";
import { Flag, FlagConnection } from "./refs.ts";

Flag.implement({
  description: "A citizen's signal for review on a project, the agency's answer, and the clock between them.",
  interfaces: [Node, OwnedFields],
  fields: (t) => ({
    flagId: t.exposeID("flagId"),
    agency: t.field({ type: Agency, resolve: (row, _, { read }) => read.access.agencyOf(row) }),
    rule: t.exposeString("rule", {
      description: "Id of the red-flag rule it names; `unknown` when it names none that is published.",
    }),
    state: t.field({ type: FlagState, resolve: (row) => row.state }),
    signer: t.expose("signer", { type: "Address" }),
    raisedAt: t.expose("raisedAt", { type: "DateTime" }),
    replyDueAt: t.expose("replyDueAt", { type: "DateTime" }),
    overdue: t.exposeBoolean("overdue", {
      description: "The clock ran out without an answer, marked on chain or not yet.",
    }),
    unanswered: t.exposeBoolean("unanswered", { description: "Marked on chain as not answered in time." }),
    statement: t.expose("statement", { type: Document, nullable: true }),
    reply: t.expose("reply", { type: Document, nullable: true }),
    repliedAt: t.expose("repliedAt", { type: "DateTime", nullable: true }),
    decidedAt: t.expose("decidedAt", { type: "DateTime", nullable: true }),
    reason: t.expose("reason", { type: Document, nullable: true, description: "Reason of the verdict." }),
  }),
});

builder.queryFields((t) => ({
  flag: t.field({
    type: Flag,
    nullable: true,
    args: { flagId: t.arg.id({ required: true }), ...asOfArgs },
    resolve: async (_, { flagId, asOfBlock }, context) =>
      context.read.budget.flag(flagId, await checkedAsOf(asOfBlock, context)),
  }),
  flags: t.field({
    type: FlagConnection,
    args: {
      ...nativeArgs,
      state: t.arg({ type: [FlagState] }),
      unanswered: t.arg.boolean(),
      orderBy: t.arg({ type: FlagOrder }),
      ...pageArgs,
      ...asOfArgs,
    },
    resolve: async (_, { asOfBlock, first, after, orderBy, ...filter }, context) =>
      context.read.budget.flags(
        { ...filter, order: orderBy },
        page({ first, after }),
        await checkedAsOf(asOfBlock, context),
      ),
  }),
}));

import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { Document, Node } from "../core/node.ts";
import { asOfArgs, page, pageArgs } from "../core/page.ts";
import { nativeArgs } from "./native-filter.ts";
import { OwnedFields } from "./owned.ts";
import { Obligation, ObligationConnection } from "./refs.ts";

const YearAmount = builder.objectRef<{ year: number; amount: string }>("YearAmount").implement({
  fields: (t) => ({ fiscalYear: t.exposeInt("year"), amount: t.expose("amount", { type: "Satang" }) }),
});

Obligation.implement({
  description: "A multi-year obligation (ผูกพันข้ามปี): yearly amounts that add up to the total.",
  interfaces: [Node, OwnedFields],
  fields: (t) => ({
    obligationId: t.exposeID("obligationId"),
    total: t.expose("total", { type: "Satang" }),
    schedule: t.field({ type: [YearAmount], resolve: (row) => [...row.schedule] }),
    act: t.expose("act", { type: Document, nullable: true }),
  }),
});

builder.queryFields((t) => ({
  obligation: t.field({
    type: Obligation,
    nullable: true,
    args: { obligationId: t.arg.id({ required: true }), ...asOfArgs },
    resolve: async (_, { obligationId, asOfBlock }, context) =>
      context.read.budget.obligation(obligationId, await checkedAsOf(asOfBlock, context)),
  }),
  obligations: t.field({
    type: ObligationConnection,
    args: { ...nativeArgs, ...pageArgs, ...asOfArgs },
    resolve: async (_, { asOfBlock, first, after, ...filter }, context) =>
      context.read.budget.obligations(filter, page({ first, after }), await checkedAsOf(asOfBlock, context)),
  }),
}));

import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { Document, Node } from "../core/node.ts";
import { asOfArgs, page, pageArgs } from "../core/page.ts";
import { nativeArgs } from "./native-filter.ts";
import { OwnedFields } from "./owned.ts";
import { CarryForward, CarryForwardConnection, Commitment, Line } from "./refs.ts";

CarryForward.implement({
  description: "Money carried over the year's end for a commitment (กันเงินเหลื่อมปี).",
  interfaces: [Node, OwnedFields],
  fields: (t) => ({
    commitment: t.field({
      type: Commitment,
      resolve: async (row, _, { read }) => (await read.budget.commitment(row.commitmentId, row.asOf))!,
    }),
    fromLine: t.field({
      type: Line,
      resolve: async (row, _, { read }) => (await read.budget.line(row.fromLine, row.asOf))!,
    }),
    toLine: t.field({
      type: Line,
      resolve: async (row, _, { read }) => (await read.budget.line(row.toLine, row.asOf))!,
    }),
    amount: t.expose("amount", { type: "Satang" }),
    officer: t.expose("officer", { type: "Address" }),
    evidence: t.expose("evidence", { type: Document, nullable: true }),
  }),
});

builder.queryFields((t) => ({
  carryForwards: t.field({
    type: CarryForwardConnection,
    args: { ...nativeArgs, ...pageArgs, ...asOfArgs },
    resolve: async (_, { asOfBlock, first, after, ...filter }, context) =>
      context.read.budget.carryForwards(
        filter,
        page({ first, after }),
        await checkedAsOf(asOfBlock, context),
      ),
  }),
}));

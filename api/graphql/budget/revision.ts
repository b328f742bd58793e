import type { RevisionMoveRow } from "../../read/rows/budget.ts";
import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { Document, Node } from "../core/node.ts";
import { asOfArgs, page, pageArgs } from "../core/page.ts";
import { nativeArgs } from "./native-filter.ts";
import { Line, Revision, RevisionConnection } from "./refs.ts";

const RevisionMove = builder.objectRef<RevisionMoveRow & { asOf: number | null }>("RevisionMove").implement({
  description: "One step of a revision: what one line gives, the other receives.",
  fields: (t) => ({
    fromLine: t.field({
      type: Line,
      resolve: async (row, _, { read }) => (await read.budget.line(row.fromLine, row.asOf))!,
    }),
    toLine: t.field({
      type: Line,
      resolve: async (row, _, { read }) => (await read.budget.line(row.toLine, row.asOf))!,
    }),
    amount: t.expose("amount", { type: "Satang" }),
  }),
});

Revision.implement({
  description: "A revision (โอนเปลี่ยนแปลง): zero-sum moves inside one fiscal year.",
  interfaces: [Node],
  fields: (t) => ({
    revisionId: t.exposeID("revisionId"),
    fiscalYear: t.exposeInt("year"),
    officer: t.expose("officer", { type: "Address" }),
    evidence: t.expose("evidence", { type: Document, nullable: true }),
    moves: t.field({
      type: [RevisionMove],
      resolve: async ({ revisionId, asOf }, _, { read }) =>
        (await read.budget.revisionMoves(revisionId)).map((row) => ({ ...row, asOf })),
    }),
  }),
});

builder.queryFields((t) => ({
  revision: t.field({
    type: Revision,
    nullable: true,
    args: { revisionId: t.arg.id({ required: true }), ...asOfArgs },
    resolve: async (_, { revisionId, asOfBlock }, context) =>
      context.read.budget.revision(revisionId, await checkedAsOf(asOfBlock, context)),
  }),
  revisions: t.field({
    type: RevisionConnection,
    args: { ...nativeArgs, ...pageArgs, ...asOfArgs },
    resolve: async (_, { asOfBlock, first, after, ...filter }, context) =>
      context.read.budget.revisions(filter, page({ first, after }), await checkedAsOf(asOfBlock, context)),
  }),
}));

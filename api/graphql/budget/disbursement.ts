import type { ReturnRow } from "../../read/rows/budget.ts";
import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { DisbursementState } from "../core/enums.ts";
import { Document, Node, Provenance } from "../core/node.ts";
import { asOfArgs, page, pageArgs } from "../core/page.ts";
import { nativeArgs } from "./native-filter.ts";
import { OwnedFields } from "./owned.ts";
import { Commitment, Disbursement, DisbursementConnection, Line, Milestone } from "./refs.ts";

const Return = builder.objectRef<ReturnRow>("Return").implement({
  description: "Money that came back after payment (เบิกเกินส่งคืน).",
  fields: (t) => ({
    amount: t.expose("amount", { type: "Satang" }),
    officer: t.expose("officer", { type: "Address" }),
    evidence: t.expose("evidence", { type: Document, nullable: true }),
    provenance: t.expose("provenance", { type: Provenance }),
  }),
});

Disbursement.implement({
  description: "A payment: requested, approved twice, paid, perhaps returned.",
  interfaces: [Node, OwnedFields],
  fields: (t) => ({
    disbursementId: t.exposeID("disbursementId"),
    commitment: t.field({
      type: Commitment,
      resolve: async (row, _, { read }) => (await read.budget.commitment(row.commitmentId, row.asOf))!,
    }),
    line: t.field({
      type: Line,
      resolve: async (row, _, { read }) => (await read.budget.line(row.lineId, row.asOf))!,
    }),
    milestone: t.field({
      type: Milestone,
      nullable: true,
      description: "The accepted work that is paid; null for an advance.",
      resolve: (row, _, { read }) =>
        row.milestoneId ? read.budget.milestone(row.milestoneId, row.asOf) : null,
    }),
    state: t.field({ type: DisbursementState, resolve: (row) => row.state }),
    amount: t.expose("amount", { type: "Satang" }),
    returned: t.expose("returned", { type: "Satang" }),
    requestedAt: t.expose("requestedAt", { type: "DateTime" }),
    paidAt: t.expose("paidAt", { type: "DateTime", nullable: true }),
    approvedFirstAt: t.expose("approvedFirstAt", { type: "DateTime", nullable: true }),
    approvedSecondAt: t.expose("approvedSecondAt", { type: "DateTime", nullable: true }),
    rejectedAt: t.expose("rejectedAt", { type: "DateTime", nullable: true }),
    requester: t.expose("requester", { type: "Address" }),
    approver1: t.expose("approver1", { type: "Address", nullable: true }),
    approver2: t.expose("approver2", { type: "Address", nullable: true }),
    payer: t.expose("payer", { type: "Address", nullable: true }),
    evidence: t.expose("evidence", { type: Document, nullable: true, description: "Of the request." }),
    returns: t.field({
      type: [Return],
      resolve: async ({ disbursementId, asOf }, _, { read }) => [
        ...(await read.budget.returns(disbursementId, asOf)),
      ],
    }),
  }),
});

builder.queryFields((t) => ({
  disbursement: t.field({
    type: Disbursement,
    nullable: true,
    args: { disbursementId: t.arg.id({ required: true }), ...asOfArgs },
    resolve: async (_, { disbursementId, asOfBlock }, context) =>
      context.read.budget.disbursement(disbursementId, await checkedAsOf(asOfBlock, context)),
  }),
  disbursements: t.field({
    type: DisbursementConnection,
    args: { ...nativeArgs, state: t.arg({ type: [DisbursementState] }), ...pageArgs, ...asOfArgs },
    resolve: async (_, { asOfBlock, first, after, ...filter }, context) =>
      context.read.budget.disbursements(
        filter,
        page({ first, after }),
        await checkedAsOf(asOfBlock, context),
      ),
  }),
}));

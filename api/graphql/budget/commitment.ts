import type { AllocationRow, AmendmentRow } from "../../read/rows/budget.ts";
import { Agency } from "../access/agency.ts";
import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { CommitmentKind, CommitmentState } from "../core/enums.ts";
import { Document, Node, Provenance } from "../core/node.ts";
import { asOfArgs, page, pageArgs } from "../core/page.ts";
import { nativeArgs } from "./native-filter.ts";
import { OwnedFields } from "./owned.ts";
import {
  Commitment,
  CommitmentConnection,
  DisbursementConnection,
  Line,
  MilestoneConnection,
  Obligation,
} from "./refs.ts";

const Allocation = builder.objectRef<AllocationRow & { asOf: number | null }>("Allocation").implement({
  description: "A commitment's share of a line.",
  fields: (t) => ({
    line: t.field({
      type: Line,
      resolve: async (row, _, { read }) => (await read.budget.line(row.lineId, row.asOf))!,
    }),
    amount: t.expose("amount", { type: "Satang" }),
  }),
});

const Amendment = builder.objectRef<AmendmentRow>("Amendment").implement({
  description: "A change of a commitment's value or allocation.",
  fields: (t) => ({
    ordinal: t.exposeInt("ordinal", { description: "1, 2, 3 … per commitment." }),
    previousValue: t.expose("previousValue", { type: "Satang" }),
    value: t.expose("value", { type: "Satang" }),
    increaseBps: t.exposeInt("increaseBps", { description: "Over the original value, in basis points." }),
    officer: t.expose("officer", { type: "Address" }),
    evidence: t.expose("evidence", { type: Document, nullable: true }),
    provenance: t.expose("provenance", { type: Provenance }),
  }),
});

Commitment.implement({
  description: "A purchase order or contract over appropriation lines.",
  interfaces: [Node, OwnedFields],
  fields: (t) => ({
    commitmentId: t.exposeID("commitmentId"),
    agency: t.field({ type: Agency, resolve: (row, _, { read }) => read.access.agencyOf(row) }),
    kind: t.field({ type: CommitmentKind, resolve: (row) => row.contractKind }),
    state: t.field({ type: CommitmentState, resolve: (row) => row.state }),
    madeInYear: t.exposeInt("madeInYear", { description: "Fiscal year in which it was recorded." }),
    contractNumber: t.exposeString("contractNumber"),
    supplier: t.exposeString("supplier", {
      nullable: true,
      description: "Tax number of a juristic person; null for a natural person, who is never named.",
    }),
    value: t.expose("value", { type: "Satang" }),
    originalValue: t.expose("originalValue", { type: "Satang" }),
    increaseBps: t.exposeInt("increaseBps", {
      description: "Cumulative increase in basis points (1/100 %).",
    }),
    amendmentCount: t.exposeInt("amendments"),
    amendments: t.field({
      type: [Amendment],
      description: "In order.",
      resolve: async ({ commitmentId, asOf }, _, { read }) => [
        ...(await read.budget.amendments(commitmentId, asOf)),
      ],
    }),
    advanceCap: t.expose("advanceCap", { type: "Satang" }),
    requested: t.expose("requested", { type: "Satang" }),
    paid: t.expose("paid", { type: "Satang" }),
    returned: t.expose("returned", { type: "Satang" }),
    award: t.expose("award", { type: Document, nullable: true }),
    recordedAt: t.expose("recordedAt", { type: "DateTime" }),
    obligation: t.field({
      type: Obligation,
      nullable: true,
      resolve: (row, _, { read }) =>
        row.obligationId ? read.budget.obligation(row.obligationId, row.asOf) : null,
    }),
    allocations: t.field({
      type: [Allocation],
      resolve: async ({ commitmentId, asOf }, _, { read }) =>
        (await read.budget.allocations(commitmentId, asOf)).map((row) => ({ ...row, asOf })),
    }),
    milestones: t.field({
      type: MilestoneConnection,
      args: pageArgs,
      resolve: ({ commitmentId, asOf }, args, { read }) =>
        read.budget.milestones({ commitmentId }, page(args), asOf),
    }),
    disbursements: t.field({
      type: DisbursementConnection,
      args: pageArgs,
      resolve: ({ commitmentId, asOf }, args, { read }) =>
        read.budget.disbursements({ commitmentId }, page(args), asOf),
    }),
  }),
});

builder.queryFields((t) => ({
  commitment: t.field({
    type: Commitment,
    nullable: true,
    args: { commitmentId: t.arg.id({ required: true }), ...asOfArgs },
    resolve: async (_, { commitmentId, asOfBlock }, context) =>
      context.read.budget.commitment(commitmentId, await checkedAsOf(asOfBlock, context)),
  }),
  commitments: t.field({
    type: CommitmentConnection,
    args: { ...nativeArgs, state: t.arg({ type: [CommitmentState] }), ...pageArgs, ...asOfArgs },
    resolve: async (_, { asOfBlock, first, after, ...filter }, context) =>
      context.read.budget.commitments(filter, page({ first, after }), await checkedAsOf(asOfBlock, context)),
  }),
}));

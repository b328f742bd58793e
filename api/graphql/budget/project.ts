import { parseProjectCode } from "../../../sdk/project-code.ts";
import type { EvidenceRow } from "../../read/rows/budget.ts";
import { Agency } from "../access/agency.ts";
import { checkedAsOf } from "../core/as-of.ts";
import { askedOf, askedOfNodes } from "../core/asked.ts";
import { builder } from "../core/builder.ts";
import { Direction, ExpenseType, FlagOrder, ProjectState } from "../core/enums.ts";
import { Document, LocalizedText, Node, Provenance } from "../core/node.ts";
import { asOfArgs, connectionOf, page, pageArgs } from "../core/page.ts";
import { LineCounters } from "./counters.ts";
import {
  CarryForwardConnection,
  CommitmentConnection,
  DisbursementConnection,
  FlagConnection,
  LineConnection,
  MilestoneConnection,
  ObligationConnection,
  Project,
  ProjectConnection,
  RevisionConnection,
} from "./refs.ts";

const Reference = builder.objectRef<{ scheme: string; value: string }>("Reference").implement({
  description: "The project's number in another system, such as egp, budget20, budget16, emenscr, ocid.",
  fields: (t) => ({ scheme: t.exposeString("scheme"), value: t.exposeString("value") }),
});

const Evidence = builder.objectRef<EvidenceRow>("Evidence").implement({
  description: "A document and the event that named it.",
  fields: (t) => ({
    field: t.exposeString("field", { description: "Argument that named it: brief, award, evidence, act …" }),
    event: t.exposeString("event"),
    document: t.expose("document", { type: Document }),
    provenance: t.expose("provenance", { type: Provenance }),
  }),
});
const EvidenceConnection = connectionOf("Evidence", Evidence);

Project.implement({
  description: "A project under one code from draft to audit.",
  interfaces: [Node],
  fields: (t) => ({
    code: t.exposeString("code", { description: "TH-<B.E. year>-<agency>-<sequence>-<check digits>." }),
    agency: t.field({ type: Agency, resolve: (row, _, { read }) => read.access.agencyOf(row) }),
    fiscalYear: t.exposeInt("year", { description: "Buddhist-era fiscal year in the code." }),
    state: t.field({ type: ProjectState, resolve: (row) => row.state }),
    title: t.expose("title", {
      type: LocalizedText,
      nullable: true,
      description: "From the public brief; null when the brief could not be read.",
    }),
    description: t.expose("description", { type: LocalizedText, nullable: true }),
    province: t.exposeInt("province", { nullable: true, description: "ISO 3166-2:TH number." }),
    place: t.exposeString("place", { nullable: true }),
    brief: t.expose("brief", { type: Document, nullable: true }),
    briefState: t.exposeString("briefState", {
      description: "pending, available, unavailable, altered (not the anchored bytes) or malformed.",
    }),
    stateSince: t.expose("stateSince", { type: "DateTime" }),
    documents: t.field({
      type: EvidenceConnection,
      description: "Every document that an event of the project names, newest first.",
      args: pageArgs,
      resolve: (row, args, { read }) => read.budget.evidence(row.code, page(args), row.asOf),
    }),
    references: t.field({ type: [Reference], resolve: (row) => [...row.references] }),
    openCommitments: t.exposeInt("openCommitments", { description: "Commitments pending or active." }),
    draftedAt: t.expose("draftedAt", { type: "DateTime" }),
    totals: t.expose("totals", { type: LineCounters, description: "Sum over the project's lines." }),
    lines: t.field({
      type: LineConnection,
      args: pageArgs,
      resolve: (row, args, { read }) => read.budget.lines({ projectCode: row.code }, page(args), row.asOf),
    }),
    commitments: t.field({
      type: CommitmentConnection,
      args: pageArgs,
      resolve: (row, args, { read }) =>
        read.budget.commitments({ projectCode: row.code }, page(args), row.asOf),
    }),
    milestones: t.field({
      type: MilestoneConnection,
      args: pageArgs,
      resolve: (row, args, { read }) =>
        read.budget.milestones({ projectCode: row.code }, page(args), row.asOf),
    }),
    disbursements: t.field({
      type: DisbursementConnection,
      args: pageArgs,
      resolve: (row, args, { read }) =>
        read.budget.disbursements({ projectCode: row.code }, page(args), row.asOf),
    }),
    revisions: t.field({
      type: RevisionConnection,
      description: "Revisions that moved money to or from one of the project's lines.",
      args: pageArgs,
      resolve: (row, args, { read }) =>
        read.budget.revisions({ projectCode: row.code }, page(args), row.asOf),
    }),
    obligations: t.field({
      type: ObligationConnection,
      args: pageArgs,
      resolve: (row, args, { read }) =>
        read.budget.obligations({ projectCode: row.code }, page(args), row.asOf),
    }),
    carryForwards: t.field({
      type: CarryForwardConnection,
      args: pageArgs,
      resolve: (row, args, { read }) =>
        read.budget.carryForwards({ projectCode: row.code }, page(args), row.asOf),
    }),
    flags: t.field({
      type: FlagConnection,
      description: "Flags that citizens raised, with the agency's answer.",
      args: { orderBy: t.arg({ type: FlagOrder }), ...pageArgs },
      resolve: (row, { orderBy, ...args }, { read }) =>
        read.budget.flags({ projectCode: row.code, order: orderBy }, page(args), row.asOf),
    }),
  }),
});

const ProjectFilter = builder.inputType("ProjectFilter", {
  fields: (t) => ({
    query: t.string({ description: "Words in title, description, place, code or reference." }),
    agency: t.intList({ description: "Agency codes." }),
    fiscalYear: t.intList(),
    state: t.field({ type: [ProjectState] }),
    province: t.intList({ description: "ISO 3166-2:TH numbers." }),
    expenseType: t.field({ type: [ExpenseType] }),
    minApproved: t.field({ type: "Satang" }),
    maxApproved: t.field({ type: "Satang" }),
    flagged: t.boolean({ description: "Whether citizens have raised a flag." }),
  }),
});

const ProjectOrderField = builder.enumType("ProjectOrderField", {
  values: ["CODE", "DRAFTED", "CHANGED", "APPROVED", "COMMITTED", "PAID"] as const,
});

const ProjectOrder = builder.inputType("ProjectOrder", {
  fields: (t) => ({
    field: t.field({ type: ProjectOrderField, required: true }),
    direction: t.field({ type: Direction, required: true, defaultValue: "ASC" }),
  }),
});

builder.queryFields((t) => ({
  project: t.field({
    type: Project,
    nullable: true,
    description: "The project of this code; spaces, Thai digits and missing hyphens are forgiven.",
    args: { code: t.arg.string({ required: true }), ...asOfArgs },
    resolve: async (_, { code, asOfBlock }, context, info) =>
      context.read.budget.project(
        parseProjectCode(code).code,
        await checkedAsOf(asOfBlock, context),
        askedOf(info),
      ),
  }),
  projects: t.field({
    type: ProjectConnection,
    args: {
      filter: t.arg({ type: ProjectFilter }),
      orderBy: t.arg({ type: ProjectOrder }),
      ...pageArgs,
      ...asOfArgs,
    },
    resolve: async (_, { filter, orderBy, asOfBlock, ...rest }, context, info) =>
      context.read.budget.projects(
        filter ?? {},
        orderBy ?? { field: "CODE", direction: "ASC" },
        page(rest),
        await checkedAsOf(asOfBlock, context),
        askedOfNodes(info),
      ),
  }),
}));

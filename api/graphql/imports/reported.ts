import { flagText } from "../../../sdk/import/texts.ts";
import type { ImportFlagCode } from "../../../sdk/import/model.ts";
import type {
  ImportNoteRow,
  ReportedContractRow,
  ReportedElsewhereRow,
  ReportedProjectRow,
} from "../../read/rows/imports.ts";
import { checkedAsOf } from "../core/as-of.ts";
import { askedOf, askedOfNodes } from "../core/asked.ts";
import { builder } from "../core/builder.ts";
import { Direction } from "../core/enums.ts";
import { LocalizedText, Node } from "../core/node.ts";
import { asOfArgs, connectionOf, page, pageArgs } from "../core/page.ts";
import { ImportBatch } from "./batch.ts";
import { reportedFilterFields } from "./reported-filter.ts";

const NamedValue = builder.objectRef<[name: string, value: string]>("NamedValue").implement({
  fields: (t) => ({
    name: t.string({ resolve: ([name]) => name }),
    value: t.string({ resolve: ([, value]) => value }),
  }),
});

const ReportedSupplier = builder
  .objectRef<ReportedContractRow["suppliers"][number]>("ReportedSupplier")
  .implement({
    description: "A juristic person; natural persons are never named.",
    fields: (t) => ({
      name: t.exposeString("name", { nullable: true }),
      taxId: t.exposeString("taxId", { nullable: true }),
    }),
  });

const ReportedContract = builder.objectRef<ReportedContractRow>("ReportedContract").implement({
  fields: (t) => ({
    number: t.exposeString("number", { nullable: true }),
    agreed: t.expose("agreed", { type: "Satang", nullable: true }),
    signedOn: t.expose("signedOn", { type: "Date", nullable: true }),
    endsOn: t.expose("endsOn", { type: "Date", nullable: true }),
    status: t.exposeString("status", { nullable: true }),
    suppliers: t.field({ type: [ReportedSupplier], resolve: (row) => [...row.suppliers] }),
    suppliersWithheld: t.exposeInt("suppliersWithheld", { description: "Suppliers that are not shown." }),
  }),
});

const ImportNote = builder.objectRef<ImportNoteRow>("ImportNote").implement({
  description: "A contradiction inside the source, or a note on how it was read.",
  fields: (t) => ({
    code: t.exposeString("code"),
    text: t.field({ type: LocalizedText, resolve: (row) => flagText[row.code as ImportFlagCode] }),
    inputs: t.field({ type: [NamedValue], resolve: (row) => Object.entries(row.inputs) }),
  }),
});

const ReportedElsewhere = builder.objectRef<ReportedElsewhereRow>("ReportedElsewhere").implement({
  description: "A reported project as another data set has it.",
  fields: (t) => ({
    reportedId: t.exposeString("reportedId"),
    batchId: t.exposeInt("batchId"),
    contractCount: t.exposeInt("contractCount"),
    agreed: t.expose("agreed", { type: "Satang", nullable: true }),
  }),
});

export const ReportedProject = builder.objectRef<ReportedProjectRow>("ReportedProject").implement({
  description: "A project as another publisher reports it: shown as published, never corrected.",
  interfaces: [Node],
  fields: (t) => ({
    reportedId: t.exposeID("reportedId"),
    scheme: t.exposeString("scheme", { description: "egp or ocid." }),
    number: t.exposeString("value", { description: "The project's number in that scheme." }),
    batch: t.field({
      type: ImportBatch,
      resolve: async (row, _, { read }) => (await read.imports.batch(String(row.batchId), row.asOf))!,
    }),
    line: t.exposeInt("line", { description: "Line in the file." }),
    leaf: t.expose("leaf", { type: "Bytes32", description: "The row's leaf in the batch's Merkle tree." }),
    title: t.exposeString("title", { nullable: true }),
    type: t.exposeString("type", { nullable: true }),
    agencyName: t.exposeString("agencyName", { nullable: true }),
    agencyCode: t.exposeString("agencyCode", { nullable: true }),
    subAgency: t.exposeString("subAgency", { nullable: true }),
    method: t.exposeString("method", { nullable: true }),
    methodGroup: t.exposeString("methodGroup", { nullable: true }),
    announcedOn: t.expose("announcedOn", { type: "Date", nullable: true }),
    transactionOn: t.expose("transactionOn", { type: "Date", nullable: true }),
    budget: t.expose("budget", { type: "Satang", nullable: true }),
    reference: t.expose("reference", { type: "Satang", nullable: true, description: "ราคากลาง" }),
    agreed: t.expose("agreed", { type: "Satang", nullable: true, description: "Sum of the agreed prices." }),
    fiscalYear: t.exposeInt("fiscalYear", { nullable: true }),
    province: t.exposeString("province", { nullable: true }),
    district: t.exposeString("district", { nullable: true }),
    subdistrict: t.exposeString("subdistrict", { nullable: true }),
    status: t.exposeString("status", { nullable: true }),
    contractCount: t.exposeInt("contractCount"),
    contracts: t.field({
      type: [ReportedContract],
      resolve: async (row, _, { read }) => [...(await read.imports.contracts(row.reportedId))],
    }),
    extra: t.field({
      type: [NamedValue],
      description: "Columns of the source that have no field here.",
      resolve: (row) => Object.entries(row.extra),
    }),
    elsewhere: t.field({
      type: [ReportedElsewhere],
      description:
        "The same number in other data sets that nobody replaced, newest first. Sums hold that of the newest only.",
      resolve: async (row, _, { read }) => [...(await read.imports.elsewhere(row))],
    }),
    notes: t.field({
      type: [ImportNote],
      resolve: async (row, _, { read }) => [...(await read.imports.notes(row.reportedId))],
    }),
  }),
});

builder.objectField(ReportedProject, "newest", (t) =>
  t.field({
    type: ReportedProject,
    nullable: true,
    description: "The same number in the newest data; null when newer data left it out.",
    resolve: ({ scheme, value, asOf }, _, { read }, info) =>
      read.imports.reportedProject(`${scheme}:${value}`, asOf, askedOf(info)),
  }),
);

const ReportedFilter = builder.inputType("ReportedFilter", { fields: reportedFilterFields });

const ReportedOrderField = builder.enumType("ReportedOrderField", {
  values: ["RELEVANCE", "ID", "BUDGET", "AGREED", "DATE", "TITLE"] as const,
});

const ReportedOrder = builder.inputType("ReportedOrder", {
  fields: (t) => ({
    field: t.field({ type: ReportedOrderField, required: true }),
    direction: t.field({ type: Direction, required: true, defaultValue: "ASC" }),
  }),
});

builder.queryFields((t) => ({
  reportedProject: t.field({
    type: ReportedProject,
    nullable: true,
    args: {
      id: t.arg.id({ required: true, description: "reportedId, or scheme:number such as egp:67119524001." }),
      ...asOfArgs,
    },
    resolve: async (_, { id, asOfBlock }, context, info) =>
      context.read.imports.reportedProject(id, await checkedAsOf(asOfBlock, context), askedOf(info)),
  }),
  reportedProjects: t.field({
    type: connectionOf("ReportedProject", ReportedProject),
    args: {
      filter: t.arg({ type: ReportedFilter }),
      orderBy: t.arg({ type: ReportedOrder }),
      ...pageArgs,
      ...asOfArgs,
    },
    resolve: async (_, { filter, orderBy, asOfBlock, ...rest }, context, info) =>
      context.read.imports.reportedProjects(
        filter ?? {},
        orderBy ?? { field: filter?.query ? "RELEVANCE" : "ID", direction: "ASC" },
        page(rest),
        await checkedAsOf(asOfBlock, context),
        askedOfNodes(info),
      ),
  }),
}));

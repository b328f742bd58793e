import type { ImportBatchRow, QuarantineRow } from "../../read/rows/imports.ts";
import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { LocalizedText, Node } from "../core/node.ts";
import { asOfArgs, connectionOf, page, pageArgs } from "../core/page.ts";
import { quarantineText } from "../../../sdk/import/texts.ts";
import type { QuarantineReason } from "../../../sdk/import/model.ts";

const QuarantinedRow = builder.objectRef<QuarantineRow>("QuarantinedRow").implement({
  description:
    "A row of an imported file that could not be read, and why. The published source still has it.",
  fields: (t) => ({
    line: t.exposeInt("line", { description: "Line in the file, from 1." }),
    reason: t.exposeString("reason"),
    text: t.field({ type: LocalizedText, resolve: (row) => quarantineText[row.reason as QuarantineReason] }),
    column: t.exposeString("column", { nullable: true }),
    value: t.exposeString("value", { nullable: true }),
    leaf: t.expose("leaf", { type: "Bytes32", description: "The row's leaf in the batch's Merkle tree." }),
  }),
});

export const ImportBatch = builder.objectRef<ImportBatchRow>("ImportBatch").implement({
  description: "A file published elsewhere, anchored on chain; its rows are derived from it.",
  interfaces: [Node],
  fields: (t) => ({
    batchId: t.exposeInt("batchId"),
    format: t.exposeString("format"),
    sourceName: t.exposeString("sourceName", { nullable: true }),
    sourceUrl: t.exposeString("sourceUrl", { nullable: true }),
    sourceUrlHash: t.expose("sourceUrlHash", { type: "Bytes32" }),
    sourceSha256: t.expose("sourceSha256", { type: "Bytes32", description: "Of the file as published." }),
    fileSha256: t.expose("fileSha256", { type: "Bytes32", description: "Of the file as kept." }),
    fileCid: t.expose("fileCid", { type: "CID" }),
    sourceCid: t.expose("sourceCid", { type: "CID", description: "Of the description of the source." }),
    rowCount: t.exposeInt("rowCount", { description: "Rows read, quarantined ones included." }),
    quarantined: t.exposeInt("quarantined"),
    imported: t.int({ resolve: (row) => row.rowCount - row.quarantined }),
    merkleRoot: t.expose("merkleRoot", { type: "Bytes32", description: "RFC 9162 root over all rows." }),
    retrievedAt: t.expose("retrievedAt", { type: "DateTime" }),
    licence: t.exposeString("licence"),
    parserVersion: t.exposeString("parserVersion"),
    supersededBy: t.exposeInt("supersededBy", {
      nullable: true,
      description: "Batch that replaced it in totals.",
    }),
    anchoredAt: t.expose("anchoredAt", { type: "DateTime" }),
    reading: t.exposeString("reading", {
      description:
        "pending, complete (rows are there and equal the anchor), unavailable (file not found) or contradicted (the file does not give the anchored root).",
    }),
    readingError: t.exposeString("readingError", { nullable: true, description: "Code of the reason." }),
    projects: t.exposeInt("projects", { nullable: true }),
    contracts: t.exposeInt("contracts", { nullable: true }),
    quarantine: t.field({
      type: connectionOf("QuarantinedRow", QuarantinedRow),
      args: pageArgs,
      resolve: (row, args, { read }) => read.imports.quarantine(row.batchId, page(args)),
    }),
  }),
});

const ImportBatchConnection = connectionOf("ImportBatch", ImportBatch);

builder.queryFields((t) => ({
  importBatch: t.field({
    type: ImportBatch,
    nullable: true,
    args: { batchId: t.arg.int({ required: true }), ...asOfArgs },
    resolve: async (_, { batchId, asOfBlock }, context) =>
      context.read.imports.batch(String(batchId), await checkedAsOf(asOfBlock, context)),
  }),
  importBatches: t.field({
    type: ImportBatchConnection,
    args: { ...pageArgs, ...asOfArgs },
    resolve: async (_, { asOfBlock, ...args }, context) =>
      context.read.imports.batches(page(args), await checkedAsOf(asOfBlock, context)),
  }),
}));

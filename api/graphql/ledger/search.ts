import type { SearchHitRow } from "../../read/rows/ledger.ts";
import { Agency } from "../access/agency.ts";
import { Project } from "../budget/refs.ts";
import { builder } from "../core/builder.ts";
import { page } from "../core/page.ts";
import { ImportBatch } from "../imports/batch.ts";
import { ReportedProject } from "../imports/reported.ts";

const SearchKind = builder.enumType("SearchKind", {
  values: {
    PROJECT: { value: "project" },
    REPORTED_PROJECT: { value: "reportedProject" },
    AGENCY: { value: "agency" },
    IMPORT_BATCH: { value: "importBatch" },
    TRANSACTION: { value: "transaction" },
    BLOCK: { value: "block" },
  } as const,
});

const SearchHit = builder.objectRef<SearchHitRow>("SearchHit").implement({
  description: "Something found; the field of its kind is filled.",
  fields: (t) => ({
    kind: t.expose("kind", { type: SearchKind }),
    key: t.exposeString("key", {
      description: "Project code, reportedId, agency code, batch, hash or block number.",
    }),
    project: t.field({
      type: Project,
      nullable: true,
      resolve: (hit, _, { read }) => (hit.kind === "project" ? read.budget.project(hit.key, null) : null),
    }),
    reportedProject: t.field({
      type: ReportedProject,
      nullable: true,
      resolve: (hit, _, { read }) =>
        hit.kind === "reportedProject" ? read.imports.reportedProject(hit.key, null) : null,
    }),
    agency: t.field({
      type: Agency,
      nullable: true,
      resolve: (hit, _, { read }) => (hit.kind === "agency" ? read.access.agency(hit.key, null) : null),
    }),
    importBatch: t.field({
      type: ImportBatch,
      nullable: true,
      resolve: (hit, _, { read }) => (hit.kind === "importBatch" ? read.imports.batch(hit.key, null) : null),
    }),
  }),
});

builder.queryField("search", (t) =>
  t.field({
    type: [SearchHit],
    description:
      "Searches everything: project codes and titles, agencies, reported data, hashes, block numbers.",
    args: { query: t.arg.string({ required: true }), first: t.arg.int({ defaultValue: 20 }) },
    resolve: async (_, { query, first }, { read }) => [
      ...(await read.ledger.search(query, page({ first: first ?? 20 }).first)),
    ],
  }),
);

import { Agency } from "../access/agency.ts";
import { askedOfNodes } from "../core/asked.ts";
import { builder } from "../core/builder.ts";
import { FlagOrder } from "../core/enums.ts";
import { page, pageArgs } from "../core/page.ts";
import { LineCounters } from "./counters.ts";
import { CommitmentConnection, FlagConnection, LineConnection, ProjectConnection } from "./refs.ts";

/** What the budget knows of an agency. */
builder.objectFields(Agency, (t) => ({
  totals: t.field({
    type: LineCounters,
    description: "Sum over the agency's lines.",
    args: { fiscalYear: t.arg.int() },
    resolve: (row, { fiscalYear }, { read }) => read.budget.agencyTotals(row, fiscalYear ?? null),
  }),
  projects: t.field({
    type: ProjectConnection,
    args: pageArgs,
    resolve: (row, args, { read }, info) =>
      read.budget.projects(
        { agency: [row.code] },
        { field: "CODE", direction: "ASC" },
        page(args),
        row.asOf,
        askedOfNodes(info),
      ),
  }),
  lines: t.field({
    type: LineConnection,
    args: pageArgs,
    resolve: (row, args, { read }) => read.budget.lines({ agency: [row.code] }, page(args), row.asOf),
  }),
  commitments: t.field({
    type: CommitmentConnection,
    args: pageArgs,
    resolve: (row, args, { read }) => read.budget.commitments({ agency: [row.code] }, page(args), row.asOf),
  }),
  flags: t.field({
    type: FlagConnection,
    args: { orderBy: t.arg({ type: FlagOrder }), ...pageArgs },
    resolve: (row, { orderBy, ...args }, { read }) =>
      read.budget.flags({ agency: [row.code], order: orderBy }, page(args), row.asOf),
  }),
}));

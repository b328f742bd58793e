import { askedOf } from "../core/asked.ts";
import { builder } from "../core/builder.ts";
import { Project } from "./refs.ts";
import type { Context } from "../core/context.ts";
import type { ProjectRow } from "../../read/rows/budget.ts";
import type { Asked } from "../../read/sql/fields.ts";

type Owned = { readonly code: string; readonly agency?: number; readonly asOf: number | null };

/** The project that a row belongs to; every row of the budget belongs to a project that exists. */
export const projectOf = async (row: Owned, { read }: Context, asked: Asked): Promise<ProjectRow> =>
  (await read.budget.project(row.code, row.asOf, asked))!;

/** What every node under a project tells of its project. */
export const OwnedFields = builder.interfaceRef<Owned>("UnderProject").implement({
  description: "Anything that belongs to one project.",
  fields: (t) => ({
    projectCode: t.exposeString("code"),
    project: t.field({
      type: Project,
      resolve: (row, _, context, info) => projectOf(row, context, askedOf(info)),
    }),
  }),
});

import type { ObjectRef, SchemaTypes } from "@pothos/core";
import { apiError } from "../../errors/api-error.ts";
import type { Page, PageArgs } from "../../read/rows/common.ts";
import { builder } from "./builder.ts";
import type { Types } from "./builder.ts";

export const PAGE_LIMIT = 1000;
export const PAGE_DEFAULT = 50;

const PageInfo = builder.objectRef<Page<unknown>>("PageInfo").implement({
  description: "Where a page stands in its list (Relay).",
  fields: (t) => ({
    hasNextPage: t.boolean({ resolve: (page) => page.hasNext }),
    hasPreviousPage: t.boolean({ resolve: (page) => page.hasPrevious }),
    startCursor: t.string({ nullable: true, resolve: (page) => page.rows.at(0)?.cursor }),
    endCursor: t.string({ nullable: true, resolve: (page) => page.rows.at(-1)?.cursor }),
  }),
});

/** The connection type over a node type: `XConnection` with `edges`, `nodes`, `pageInfo` and `totalCount`. */
export function connectionOf<Row>(name: string, node: ObjectRef<Types & SchemaTypes, Row, Row>) {
  // Pothos cannot follow a generic row type through its field options; the rows are handed on unchanged.
  const ref = node as unknown as ObjectRef<Types & SchemaTypes, object, object>;
  const Edge = builder.objectRef<Page<Row>["rows"][number]>(`${name}Edge`).implement({
    fields: (t) => ({
      cursor: t.string({ resolve: (edge) => edge.cursor }),
      node: t.field({ type: ref, resolve: (edge) => edge.row as object }),
    }),
  });
  return builder.objectRef<Page<Row>>(`${name}Connection`).implement({
    fields: (t) => ({
      edges: t.field({ type: [Edge], resolve: (page) => [...page.rows] }),
      nodes: t.field({ type: [ref], resolve: (page) => page.rows.map(({ row }) => row as object) }),
      pageInfo: t.field({ type: PageInfo, resolve: (page) => page }),
      totalCount: t.int({
        description: "How many entries the whole list has.",
        resolve: (page) => page.count(),
      }),
    }),
  });
}

/** `first` (at most 1000) and `after`. */
export const pageArgs = builder.args((t) => ({
  first: t.int({ description: `How many entries, 1 to ${PAGE_LIMIT}.`, defaultValue: PAGE_DEFAULT }),
  after: t.string({ description: "Cursor after which the page begins." }),
}));

/** `asOfBlock`: the answer as the ledger stood after that block. */
export const asOfArgs = builder.args((t) => ({
  asOfBlock: t.int({
    description: "Answer as the ledger stood after this block; default: the newest indexed.",
  }),
}));

/** @throws ProngsaiError PAGE_SIZE, naming limit and value */
export function page(args: { first?: number | null; after?: string | null }): PageArgs {
  const first = args.first ?? PAGE_DEFAULT;
  if (first < 1 || first > PAGE_LIMIT) throw apiError("PAGE_SIZE", { limit: PAGE_LIMIT, value: first });
  return { first, after: args.after ?? null };
}

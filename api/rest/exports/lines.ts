import type { Order, ReportedFilter, ReportedOrderField } from "../../read/filters.ts";
import type { Context } from "../../graphql/core/context.ts";
import type { Snapshot } from "../../read/sql/snapshot.ts";
import { runOperation } from "../operation/run.ts";
import type { Variables } from "../operation/variables.ts";
import { restError } from "../problems/rest-error.ts";
import type { ReadRoute } from "../routes/route.ts";

/** Rows of one piece: enough that the database is seldom asked, few enough that memory stays small. */
const PIECE = 1000;

interface Connection {
  readonly nodes: readonly object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The list page by page, each entry as JSON: what the REST list itself would say. */
async function* pages(route: ReadRoute, variables: Variables, context: Context): AsyncGenerator<string[]> {
  let after: string | null = null;
  do {
    const found: Record<string, unknown> | null = await runOperation(
      route.operation,
      { ...variables, limit: PIECE, after },
      context,
    );
    if (found === null) {
      const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(variables[name]));
      throw restError("NOT_FOUND", { path });
    }
    const { nodes, pageInfo } = (route.under ? found[route.under] : found) as Connection;
    yield nodes.map((node) => JSON.stringify(node));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
}

/** Reported rows may be millions; PostgreSQL writes their JSON. */
async function* reported(
  { orderBy, direction, asOfBlock = null, ...filter }: Variables,
  snapshot: Snapshot,
  { read }: Context,
): AsyncGenerator<string[]> {
  const order = { field: orderBy, direction } as Order<ReportedOrderField>;
  const statement = await read.imports.reportedLines(
    filter as ReportedFilter,
    order,
    asOfBlock as number | null,
  );
  for await (const piece of snapshot.pieces<{ line: string }>(statement, PIECE)) {
    yield piece.map(({ line }) => line);
  }
}

/** The rows of an exported view as JSON texts without line ends, piece by piece. */
export function exportLines(
  route: ReadRoute,
  variables: Variables,
  snapshot: Snapshot,
  context: Context,
): AsyncGenerator<string[]> {
  return route.id === "reportedProjects"
    ? reported(variables, snapshot, context)
    : pages(route, variables, context);
}

import type { Order, ReportedFilter, ReportedOrderField } from "../../read/filters.ts";
import type { Context } from "../../graphql/core/context.ts";
import type { Snapshot } from "../../read/sql/snapshot.ts";
import { runOperation } from "../operation/run.ts";
import type { Variables } from "../operation/variables.ts";
import { restError } from "../problems/rest-error.ts";
import { WHOLE_LOG } from "../routes/log-export.ts";
import type { ReadRoute } from "../routes/route.ts";
import { wholeLog } from "./log.ts";
import type { LogHead } from "./log.ts";

/** Rows of one page: enough that the database is seldom asked, few enough that memory stays small. */
const PAGE = 1000;

interface Connection {
  readonly nodes: readonly object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The list page by page, each entry as JSON: what the REST list itself would say. */
async function* pages(route: ReadRoute, variables: Variables, context: Context): AsyncGenerator<Buffer> {
  let after: string | null = null;
  do {
    const found: Record<string, unknown> | null = await runOperation(
      route.operation,
      { ...variables, limit: PAGE, after },
      context,
    );
    if (found === null) {
      const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(variables[name]));
      throw restError("NOT_FOUND", { path });
    }
    const { nodes, pageInfo } = (route.under ? found[route.under] : found) as Connection;
    yield Buffer.from(nodes.map((node) => `${JSON.stringify(node)}\n`).join(""));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
}

/** Reported rows may be millions: PostgreSQL writes them, no resolver is asked for each field. */
async function* reported(
  { orderBy, direction, asOfBlock = null, ...filter }: Variables,
  snapshot: Snapshot,
  { read }: Context,
): AsyncGenerator<Buffer> {
  const order = { field: orderBy, direction } as Order<ReportedOrderField>;
  const asOf = asOfBlock as number | null;
  yield* snapshot.texts(await read.imports.reportedTexts(filter as ReportedFilter, order, asOf));
}

/** What an export is made of. */
export interface ExportBody {
  /** rows as NDJSON, piece by piece; a piece may end within a row */
  readonly body: AsyncGenerator<Buffer>;
  /** of a whole log: the head that its lines give */
  readonly log?: LogHead;
}

export async function exportBody(
  route: ReadRoute,
  variables: Variables,
  snapshot: Snapshot,
  context: Context,
): Promise<ExportBody> {
  if (route.id === WHOLE_LOG) {
    const { body, head } = await wholeLog(variables, snapshot, context);
    return { body, log: head };
  }
  return {
    body:
      route.id === "reportedProjects"
        ? reported(variables, snapshot, context)
        : pages(route, variables, context),
  };
}

const LINE_FEED = 10;

export function countRows(bytes: Uint8Array): number {
  let rows = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) rows++;
  return rows;
}

/** The whole rows of each piece, parsed. */
export async function* parsedRows(body: AsyncIterable<Buffer>): AsyncGenerator<unknown[]> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of body) {
    const end = piece.lastIndexOf(LINE_FEED) + 1;
    const whole = Buffer.concat([rest, piece.subarray(0, end)]);
    rest = end === 0 ? whole : piece.subarray(end);
    if (end === 0) continue;
    yield whole
      .toString()
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as unknown);
  }
}

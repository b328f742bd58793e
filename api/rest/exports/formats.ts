import { getNamedType } from "graphql";
import type { GraphQLObjectType } from "graphql";
import type { Locale } from "../../../sdk/errors.ts";
import { entryFields, selectedFields } from "../operation/operation.ts";
import type { ReadRoute } from "../routes/route.ts";
import { countRows, parsedRows } from "./body.ts";
import { BOM, csvColumns, csvHeader, csvLine } from "./csv.ts";

export const formats = ["csv", "ndjson"] as const;
export type Format = (typeof formats)[number];

export const mediaTypes: Readonly<Record<Format, string>> = {
  csv: "text/csv",
  ndjson: "application/x-ndjson",
};

export interface Piece {
  readonly bytes: Buffer;
  readonly rows: number;
}

/** The fields of one row of the route's list. */
function rowFields({ operation, under }: ReadRoute) {
  if (!under) return entryFields(operation);
  const owner = getNamedType(operation.result.type) as GraphQLObjectType;
  const { fragments } = operation;
  const list = selectedFields(owner, operation.result.selection!, fragments).find(
    ({ name }) => name === under,
  )!;
  return entryFields({ ...operation, result: { type: list.type, selection: list.selection } });
}

async function* ndjson(body: AsyncIterable<Buffer>): AsyncGenerator<Piece> {
  for await (const bytes of body) yield { bytes, rows: countRows(bytes) };
}

async function* csv(route: ReadRoute, language: Locale, body: AsyncIterable<Buffer>): AsyncGenerator<Piece> {
  const columns = csvColumns(route.operation, rowFields(route));
  let head = BOM + csvHeader(columns, language);
  for await (const rows of parsedRows(body)) {
    yield {
      bytes: Buffer.from(head + rows.map((row) => csvLine(row, columns)).join("")),
      rows: rows.length,
    };
    head = "";
  }
  if (head !== "") yield { bytes: Buffer.from(head), rows: 0 };
}

/** The body in the format asked for. */
export function formatted(
  route: ReadRoute,
  format: Format,
  language: Locale,
  body: AsyncIterable<Buffer>,
): AsyncGenerator<Piece> {
  return format === "ndjson" ? ndjson(body) : csv(route, language, body);
}

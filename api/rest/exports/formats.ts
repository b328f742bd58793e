import { getNamedType } from "graphql";
import type { GraphQLObjectType } from "graphql";
import type { Locale } from "../../../sdk/errors.ts";
import { entryFields, selectedFields } from "../operation/operation.ts";
import type { ReadRoute } from "../routes/route.ts";
import { BOM, csvColumns, csvHeader, csvLine } from "./csv.ts";
import type { Manifest } from "./manifest.ts";

export const formats = ["csv", "ndjson"] as const;
export type Format = (typeof formats)[number];

/** How rows are written; `piece` gets JSON texts. */
export interface Writing {
  readonly type: string;
  readonly head: string;
  piece(lines: readonly string[]): string;
  /** after the last row; not part of what the manifest's hash covers */
  tail(manifest: Manifest): string;
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

export function writingOf(route: ReadRoute, format: Format, language: Locale): Writing {
  if (format === "ndjson") {
    return {
      type: "application/x-ndjson",
      head: "",
      piece: (lines) => (lines.length === 0 ? "" : `${lines.join("\n")}\n`),
      tail: (manifest) => `${JSON.stringify({ manifest })}\n`,
    };
  }
  const columns = csvColumns(route.operation, rowFields(route));
  return {
    type: "text/csv",
    head: BOM + csvHeader(columns, language),
    piece: (lines) => lines.map((line) => csvLine(JSON.parse(line) as unknown, columns)).join(""),
    tail: () => "",
  };
}

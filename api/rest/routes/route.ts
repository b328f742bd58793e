import type { LocalizedText } from "../../read/rows/common.ts";
import { compileOperation } from "../operation/operation.ts";
import type { Operation } from "../operation/operation.ts";
import { withFragments } from "./fragments.ts";

/** Chapters of the API's description. */
export type Tag = "ledger" | "agencies" | "budget" | "reported" | "redflags" | "log";

/** One address that answers a read: path parameters in braces, as OpenAPI writes them. */
export interface ReadRoute {
  readonly path: string;
  readonly id: string;
  readonly tag: Tag;
  readonly summary: LocalizedText;
  readonly operation: Operation;
  /** where the result stands below `result`, for lists that hang on one thing, such as `history` */
  readonly under: string | null;
  /** name of its export, when the whole list can be had as a file */
  readonly exported: string | null;
}

interface Declared {
  readonly path: string;
  readonly id: string;
  readonly tag: Tag;
  readonly th: string;
  readonly en: string;
  readonly operation: string;
  readonly under?: string;
  readonly exported?: boolean;
}

/** @throws Error at start when the operation does not fit the schema */
export function route({ path, id, tag, th, en, operation, under, exported }: Declared): ReadRoute {
  return {
    path,
    id,
    tag,
    summary: { th, en },
    operation: compileOperation(withFragments(operation), path),
    under: under ?? null,
    exported: exported ? path.slice("/v1/".length) : null,
  };
}

/** Variables of every list. */
export const PAGE = "$limit: Int = 50, $after: String, $count: Boolean = false";
/** Their arguments. */
export const PAGED = "first: $limit, after: $after";
/** What is read of a connection over `fragment`. */
export const nodes = (fragment: string): string =>
  `{ nodes { ...${fragment} } pageInfo { hasNextPage endCursor } totalCount @include(if: $count) }`;

import { isoTime } from "../../../sdk/iso-time.ts";
import type { Head } from "../../read/heads.ts";
import type { ReadRoute } from "../routes/route.ts";

interface Connection {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount?: number;
}

/** What every answer stands on; the same as `_meta` in GraphQL. */
export function metaOf(head: Head): Record<string, unknown> {
  const { block, blockHash, blockTimestamp, lag, chainId, deployment, demonstration, halted } = head;
  return {
    block,
    blockHash,
    blockTimestamp: isoTime(blockTimestamp),
    head: head.head,
    lag,
    chainId,
    deployment,
    demonstration,
    halted,
  };
}

export interface Answer {
  readonly body: Record<string, unknown>;
  /** address of the next page */
  readonly next: string | null;
}

/** `data`, for lists `page`, and `meta`. */
export function answerOf(
  { operation, under }: ReadRoute,
  result: unknown,
  head: Head,
  address: { path: string; query: URLSearchParams; limit: number | null },
): Answer {
  const meta = metaOf(head);
  const found = under ? (result as Record<string, unknown>)[under] : result;
  if (!operation.paged && !under) return { body: { data: found, meta }, next: null };
  const { nodes, pageInfo, totalCount } = found as Connection;
  let next: string | null = null;
  if (pageInfo.hasNextPage) {
    const query = new URLSearchParams(address.query);
    query.set("after", pageInfo.endCursor!);
    next = `${address.path}?${query}`;
  }
  const page = { limit: address.limit, ...(totalCount !== undefined && { totalCount }), next };
  return { body: { data: nodes, page, meta }, next };
}

// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type ImportsResult = {
  readonly importBatches: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly {
      readonly batchId: number;
      readonly format: string;
      readonly sourceName: string | null;
      readonly sourceUrl: string | null;
      readonly rowCount: number;
      readonly imported: number;
      readonly quarantined: number;
      readonly retrievedAt: string;
      readonly licence: string;
      readonly supersededBy: number | null;
    }[];
  };
};

export type ImportsVariables = { readonly after?: string | null };

export const Imports =
  "query Imports($after:String){importBatches(first:50 after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{batchId format sourceName sourceUrl rowCount imported quarantined retrievedAt licence supersededBy}}}" as TypedQuery<
    ImportsResult,
    ImportsVariables
  >;

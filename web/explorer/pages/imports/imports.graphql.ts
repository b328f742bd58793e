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
      readonly fileCid: string;
      readonly fileSha256: string;
      readonly merkleRoot: string;
      readonly parserVersion: string;
      readonly rowCount: number;
      readonly imported: number;
      readonly quarantined: number;
      readonly retrievedAt: string;
      readonly licence: string;
      readonly supersededBy: number | null;
      readonly provenance: {
        readonly contract: string;
        readonly contractName: string;
        readonly event: string;
        readonly block: number;
        readonly txHash: string;
        readonly logIndex: number;
        readonly timestamp: string;
      };
    }[];
  };
  readonly _meta: { readonly block: number; readonly chainId: number };
};

export type ImportsVariables = { readonly after?: string | null };

export const Imports =
  "query Imports($after:String){importBatches(first:50 after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{batchId format sourceName sourceUrl fileCid fileSha256 merkleRoot parserVersion rowCount imported quarantined retrievedAt licence supersededBy provenance{...Where}}}_meta{block chainId}}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}" as TypedQuery<
    ImportsResult,
    ImportsVariables
  >;

// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type BatchPageResult = {
  readonly importBatch: {
    readonly batchId: number;
    readonly format: string;
    readonly sourceName: string | null;
    readonly sourceUrl: string | null;
    readonly sourceUrlHash: string;
    readonly sourceSha256: string;
    readonly sourceCid: string;
    readonly fileSha256: string;
    readonly fileCid: string;
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
    readonly quarantine: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly line: number;
        readonly reason: string;
        readonly column: string | null;
        readonly value: string | null;
        readonly text: { readonly th: string; readonly en: string };
      }[];
    };
  } | null;
  readonly _meta: { readonly block: number; readonly chainId: number; readonly blockTimestamp: string };
};

export type BatchPageVariables = { readonly batchId: number; readonly after?: string | null };

export const BatchPage =
  "query BatchPage($batchId:Int!$after:String){importBatch(batchId:$batchId){batchId format sourceName sourceUrl sourceUrlHash sourceSha256 sourceCid fileSha256 fileCid merkleRoot parserVersion rowCount imported quarantined retrievedAt licence supersededBy provenance{...Where}quarantine(first:50 after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{line reason column value text{th en}}}}_meta{block chainId blockTimestamp}}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}" as TypedQuery<
    BatchPageResult,
    BatchPageVariables
  >;

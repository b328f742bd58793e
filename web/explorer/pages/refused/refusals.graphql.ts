// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type RefusalsResult = {
  readonly refusals: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly {
      readonly txHash: string;
      readonly block: number;
      readonly timestamp: string;
      readonly from: string;
      readonly contractName: string | null;
      readonly contract: string;
      readonly function: string | null;
      readonly args: readonly { readonly name: string; readonly type: string; readonly value: string }[];
      readonly reason: {
        readonly code: string;
        readonly args: readonly { readonly name: string; readonly value: string }[];
        readonly th: { readonly what: string; readonly why: string; readonly mend: string };
        readonly en: { readonly what: string; readonly why: string; readonly mend: string };
      } | null;
    }[];
  };
};

export type RefusalsVariables = { readonly after?: string | null };

export const Refusals =
  "query Refusals($after:String){refusals(first:50 after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...Refused}}}fragment Refused on Refusal{txHash block timestamp from contractName contract function args{name type value}reason{code args{name value}th{what why mend}en{what why mend}}}" as TypedQuery<
    RefusalsResult,
    RefusalsVariables
  >;

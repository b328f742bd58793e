// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type WitnessesResult = {
  readonly witnesses: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly {
      readonly agency: { readonly code: number; readonly nameTh: string; readonly nameEn: string };
      readonly service: {
        readonly name: string;
        readonly titleTh: string;
        readonly titleEn: string;
        readonly size: number;
      };
      readonly officer: string;
      readonly size: number;
      readonly timestamp: string;
    }[];
  };
  readonly all: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly agency: { readonly code: number; readonly nameTh: string; readonly nameEn: string };
      readonly service: { readonly name: string };
      readonly size: number;
      readonly timestamp: string;
    }[];
  };
  readonly services: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly name: string;
      readonly titleTh: string;
      readonly titleEn: string;
      readonly size: number;
      readonly registeredAt: string;
      readonly agency: { readonly code: number };
    }[];
  };
  readonly _meta: { readonly block: number; readonly chainId: number; readonly blockTimestamp: string };
};

export type WitnessesVariables = { readonly after?: string | null };

export const Witnesses =
  "query Witnesses($after:String){witnesses(first:50 after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{agency{code nameTh nameEn}service{name titleTh titleEn size}officer size timestamp}}all:witnesses(first:400){totalCount nodes{agency{code nameTh nameEn}service{name}size timestamp}}services(first:400){totalCount nodes{name titleTh titleEn size registeredAt agency{code}}}_meta{block chainId blockTimestamp}}" as TypedQuery<
    WitnessesResult,
    WitnessesVariables
  >;

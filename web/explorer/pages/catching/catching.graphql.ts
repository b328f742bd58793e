// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type CatchingResult = {
  readonly services: {
    readonly nodes: readonly {
      readonly name: string;
      readonly titleTh: string;
      readonly titleEn: string;
      readonly size: number;
    }[];
  };
  readonly _meta: { readonly block: number; readonly chainId: number; readonly deployment: string };
};

export type CatchingVariables = Record<string, never>;

export const Catching =
  "query Catching{services(first:200){nodes{name titleTh titleEn size}}_meta{block chainId deployment}}" as TypedQuery<
    CatchingResult,
    CatchingVariables
  >;

// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../data/typed-query.ts";

export type StateResult = {
  readonly _meta: {
    readonly block: number;
    readonly blockHash: string;
    readonly blockTimestamp: string;
    readonly head: number;
    readonly lag: number;
    readonly chainId: number;
    readonly deployment: string;
    readonly demonstration: boolean;
    readonly halted: string | null;
  };
  readonly journals: readonly { readonly matches: boolean | null }[];
};

export type StateVariables = Record<string, never>;

export const State =
  "query State{_meta{block blockHash blockTimestamp head lag chainId deployment demonstration halted}journals{matches}}" as TypedQuery<
    StateResult,
    StateVariables
  >;

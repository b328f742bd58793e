// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../data/typed-query.ts";

export type ContractsResult = {
  readonly _meta: { readonly block: number; readonly chainId: number };
  readonly deployments: readonly {
    readonly name: string;
    readonly target: string;
    readonly version: number;
    readonly retired: boolean;
    readonly provenance: { readonly contract: string };
  }[];
};

export type ContractsVariables = Record<string, never>;

export const Contracts =
  "query Contracts{_meta{block chainId}deployments{name target version retired provenance{contract}}}" as TypedQuery<
    ContractsResult,
    ContractsVariables
  >;

// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type IntegrityResult = {
  readonly _meta: {
    readonly block: number;
    readonly blockHash: string;
    readonly blockTimestamp: string;
    readonly head: number;
    readonly lag: number;
    readonly chainId: number;
    readonly deployment: string;
    readonly halted: string | null;
  };
  readonly journals: readonly {
    readonly contract: string;
    readonly address: string;
    readonly count: number;
    readonly root: string;
    readonly block: number;
    readonly onChainCount: number | null;
    readonly onChainRoot: string | null;
    readonly matches: boolean | null;
    readonly verifiedAt: string | null;
  }[];
  readonly deployments: readonly {
    readonly name: string;
    readonly version: number;
    readonly target: string;
    readonly codeHash: string;
    readonly retired: boolean;
    readonly provenance: { readonly block: number; readonly contract: string };
  }[];
};

export type IntegrityVariables = Record<string, never>;

export const Integrity =
  "query Integrity{_meta{block blockHash blockTimestamp head lag chainId deployment halted}journals{contract address count root block onChainCount onChainRoot matches verifiedAt}deployments{name version target codeHash retired provenance{block contract}}}" as TypedQuery<
    IntegrityResult,
    IntegrityVariables
  >;

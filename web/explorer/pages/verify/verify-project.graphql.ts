// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type VerifyProjectResult = {
  readonly project: {
    readonly code: string;
    readonly title: { readonly th: string; readonly en: string } | null;
    readonly totals: {
      readonly approved: string;
      readonly current: string;
      readonly carriedIn: string;
      readonly adjIn: string;
      readonly adjOut: string;
      readonly allotted: string;
      readonly committed: string;
      readonly requested: string;
      readonly paid: string;
      readonly returned: string;
      readonly netPaid: string;
      readonly carriedOut: string;
      readonly lapsed: string;
    };
  } | null;
  readonly _meta: { readonly block: number; readonly chainId: number };
};

export type VerifyProjectVariables = { readonly code: string };

export const VerifyProject =
  "query VerifyProject($code:String!){project(code:$code){code title{th en}totals{...Counters}}_meta{block chainId}}fragment Counters on LineCounters{approved current carriedIn adjIn adjOut allotted committed requested paid returned netPaid carriedOut lapsed}" as TypedQuery<
    VerifyProjectResult,
    VerifyProjectVariables
  >;

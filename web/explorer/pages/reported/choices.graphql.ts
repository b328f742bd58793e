// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type ReportedChoicesResult = {
  readonly agencies: {
    readonly groups: readonly {
      readonly key: string | null;
      readonly reported: { readonly count: number };
    }[];
  };
  readonly provinces: {
    readonly groups: readonly {
      readonly key: string | null;
      readonly reported: { readonly count: number };
    }[];
  };
  readonly methods: {
    readonly groups: readonly {
      readonly key: string | null;
      readonly reported: { readonly count: number };
    }[];
  };
  readonly years: {
    readonly groups: readonly {
      readonly key: string | null;
      readonly reported: { readonly count: number };
    }[];
  };
  readonly redFlagRules: readonly {
    readonly id: string;
    readonly count: number;
    readonly appliesTo: string;
    readonly title: { readonly th: string; readonly en: string };
  }[];
  readonly importBatches: {
    readonly nodes: readonly {
      readonly batchId: number;
      readonly sourceName: string | null;
      readonly format: string;
    }[];
  };
};

export type ReportedChoicesVariables = Record<string, never>;

export const ReportedChoices =
  "query ReportedChoices{agencies:budgetTotals(groupBy:AGENCY orderBy:{field:COUNT}first:1000){groups{key reported{count}}}provinces:budgetTotals(groupBy:PROVINCE orderBy:{field:KEY direction:ASC}first:200){groups{key reported{count}}}methods:budgetTotals(groupBy:METHOD orderBy:{field:COUNT}first:50){groups{key reported{count}}}years:budgetTotals(groupBy:FISCAL_YEAR orderBy:{field:KEY}first:50){groups{key reported{count}}}redFlagRules{id count appliesTo title{th en}}importBatches(first:100){nodes{batchId sourceName format}}}" as TypedQuery<
    ReportedChoicesResult,
    ReportedChoicesVariables
  >;

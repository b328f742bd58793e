// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type CompareResult = {
  readonly _meta: { readonly block: number; readonly chainId: number; readonly blockTimestamp: string };
  readonly budgetTotals: {
    readonly totalCount: number;
    readonly hasNextPage: boolean;
    readonly endCursor: string | null;
    readonly total: {
      readonly reported: {
        readonly count: number;
        readonly contracts: number;
        readonly budget: string;
        readonly reference: string;
        readonly agreed: string;
      };
      readonly native: {
        readonly projects: number;
        readonly counters: {
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
      };
    };
    readonly groups: readonly {
      readonly key: string | null;
      readonly label: { readonly th: string; readonly en: string } | null;
      readonly agencyCode: number | null;
      readonly reported: {
        readonly count: number;
        readonly contracts: number;
        readonly budget: string;
        readonly reference: string;
        readonly agreed: string;
      };
      readonly native: {
        readonly projects: number;
        readonly counters: {
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
      };
    }[];
  };
};

export type CompareVariables = {
  readonly groupBy: "AGENCY" | "EXPENSE_TYPE" | "FISCAL_YEAR" | "METHOD" | "PROVINCE";
  readonly filter?: {
    readonly agency?: readonly string[] | null;
    readonly agencyCode?: readonly number[] | null;
    readonly expenseType?:
      readonly ("INVESTMENT" | "OPERATIONS" | "OTHER" | "PERSONNEL" | "SUBSIDY")[] | null;
    readonly fiscalYear?: readonly number[] | null;
    readonly flag?: readonly string[] | null;
    readonly importBatch?: readonly number[] | null;
    readonly maxBudget?: string | null;
    readonly method?: readonly string[] | null;
    readonly minBudget?: string | null;
    readonly province?: readonly string[] | null;
    readonly query?: string | null;
    readonly source?: readonly string[] | null;
  } | null;
  readonly orderBy?: {
    readonly direction?: "ASC" | "DESC";
    readonly field: "AGREED" | "APPROPRIATED" | "BUDGET" | "COUNT" | "KEY" | "PAID";
  } | null;
  readonly after?: string | null;
};

export const Compare =
  "query Compare($groupBy:TotalsGrouping!$filter:TotalsFilter$orderBy:TotalsOrder$after:String){_meta{block chainId blockTimestamp}budgetTotals(groupBy:$groupBy filter:$filter orderBy:$orderBy first:30 after:$after){totalCount hasNextPage endCursor total{reported{count contracts budget reference agreed}native{projects counters{...Counters}}}groups{key label{th en}agencyCode reported{count contracts budget reference agreed}native{projects counters{...Counters}}}}}fragment Counters on LineCounters{approved current carriedIn adjIn adjOut allotted committed requested paid returned netPaid carriedOut lapsed}" as TypedQuery<
    CompareResult,
    CompareVariables
  >;

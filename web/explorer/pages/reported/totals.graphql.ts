// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type ReportedTotalsResult = {
  readonly budgetTotals: {
    readonly total: {
      readonly reported: {
        readonly count: number;
        readonly contracts: number;
        readonly budget: string;
        readonly reference: string;
        readonly agreed: string;
      };
    };
  };
  readonly _meta: { readonly block: number; readonly chainId: number; readonly blockTimestamp: string };
};

export type ReportedTotalsVariables = {
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
};

export const ReportedTotals =
  "query ReportedTotals($filter:TotalsFilter){budgetTotals(filter:$filter){total{reported{count contracts budget reference agreed}}}_meta{block chainId blockTimestamp}}" as TypedQuery<
    ReportedTotalsResult,
    ReportedTotalsVariables
  >;

// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type ReportedResult = {
  readonly reportedProjects: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly {
      readonly reportedId: string;
      readonly scheme: string;
      readonly number: string;
      readonly title: string | null;
      readonly agencyName: string | null;
      readonly subAgency: string | null;
      readonly province: string | null;
      readonly fiscalYear: number | null;
      readonly method: string | null;
      readonly methodGroup: string | null;
      readonly transactionOn: string | null;
      readonly budget: string | null;
      readonly reference: string | null;
      readonly agreed: string | null;
      readonly contractCount: number;
      readonly redFlags: readonly {
        readonly id: string;
        readonly rule: { readonly id: string; readonly title: { readonly th: string; readonly en: string } };
      }[];
    }[];
  };
  readonly _meta: { readonly block: number; readonly chainId: number };
};

export type ReportedVariables = {
  readonly filter?: {
    readonly agency?: readonly string[] | null;
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
    readonly field: "AGREED" | "BUDGET" | "DATE" | "ID" | "RELEVANCE" | "TITLE";
  } | null;
  readonly after?: string | null;
};

export const Reported =
  "query Reported($filter:ReportedFilter$orderBy:ReportedOrder$after:String){reportedProjects(filter:$filter orderBy:$orderBy first:50 after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...ReportedRow}}_meta{block chainId}}fragment ReportedRow on ReportedProject{reportedId scheme number title agencyName subAgency province fiscalYear method methodGroup transactionOn budget reference agreed contractCount redFlags{id rule{id title{th en}}}}" as TypedQuery<
    ReportedResult,
    ReportedVariables
  >;

// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type SearchResult = {
  readonly search: readonly {
    readonly kind: "AGENCY" | "BLOCK" | "IMPORT_BATCH" | "PROJECT" | "REPORTED_PROJECT" | "TRANSACTION";
    readonly key: string;
    readonly project: {
      readonly code: string;
      readonly title: { readonly th: string; readonly en: string } | null;
      readonly state: "ACTIVE" | "AUDITED" | "CANCELLED" | "COMPLETED" | "DRAFT" | "REGISTERED" | "SUSPENDED";
      readonly agency: { readonly nameTh: string; readonly nameEn: string };
    } | null;
    readonly reportedProject: {
      readonly reportedId: string;
      readonly scheme: string;
      readonly number: string;
      readonly title: string | null;
      readonly agencyName: string | null;
      readonly province: string | null;
      readonly budget: string | null;
      readonly fiscalYear: number | null;
    } | null;
    readonly importBatch: {
      readonly batchId: number;
      readonly sourceName: string | null;
      readonly format: string;
    } | null;
  }[];
  readonly projects: { readonly totalCount: number };
  readonly agencies: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly {
      readonly code: number;
      readonly nameTh: string;
      readonly nameEn: string;
      readonly province: number;
    }[];
  };
  readonly services: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly name: string;
      readonly titleTh: string;
      readonly titleEn: string;
      readonly size: number;
      readonly anchoredAt: string | null;
      readonly closedAt: string | null;
      readonly retired: boolean;
      readonly heartbeatDueAt: string | null;
      readonly brokenPromiseCount: number;
      readonly agency: { readonly code: number; readonly nameTh: string; readonly nameEn: string };
    }[];
  };
  readonly reportedProjects: { readonly totalCount: number };
  readonly _meta: { readonly block: number; readonly chainId: number; readonly blockTimestamp: string };
};

export type SearchVariables = { readonly query: string; readonly agencies?: string | null };

export const Search =
  "query Search($query:String!$agencies:String){search(first:50 query:$query){kind key project{code title{th en}state agency{nameTh nameEn}}reportedProject{reportedId scheme number title agencyName province budget fiscalYear}importBatch{batchId sourceName format}}projects(filter:{query:$query}first:1){totalCount}agencies(query:$query first:20 after:$agencies){totalCount pageInfo{hasNextPage endCursor}nodes{code nameTh nameEn province}}services(query:$query first:10){totalCount nodes{name titleTh titleEn size anchoredAt closedAt retired heartbeatDueAt brokenPromiseCount agency{code nameTh nameEn}}}reportedProjects(filter:{query:$query}first:1){totalCount}_meta{block chainId blockTimestamp}}" as TypedQuery<
    SearchResult,
    SearchVariables
  >;

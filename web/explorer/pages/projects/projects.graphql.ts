// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type ProjectsResult = {
  readonly projects: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly {
      readonly code: string;
      readonly title: { readonly th: string; readonly en: string } | null;
      readonly agency: { readonly code: number; readonly nameTh: string; readonly nameEn: string };
      readonly fiscalYear: number;
      readonly state: "ACTIVE" | "AUDITED" | "CANCELLED" | "COMPLETED" | "DRAFT" | "REGISTERED" | "SUSPENDED";
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
    }[];
  };
  readonly agencies: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly {
      readonly code: number;
      readonly nameTh: string;
      readonly nameEn: string;
      readonly province: number;
      readonly active: boolean;
    }[];
  };
  readonly _meta: { readonly block: number; readonly chainId: number };
};

export type ProjectsVariables = {
  readonly filter?: {
    readonly agency?: readonly number[] | null;
    readonly expenseType?:
      readonly ("INVESTMENT" | "OPERATIONS" | "OTHER" | "PERSONNEL" | "SUBSIDY")[] | null;
    readonly fiscalYear?: readonly number[] | null;
    readonly flagged?: boolean | null;
    readonly maxApproved?: string | null;
    readonly minApproved?: string | null;
    readonly province?: readonly number[] | null;
    readonly query?: string | null;
    readonly state?:
      | readonly ("ACTIVE" | "AUDITED" | "CANCELLED" | "COMPLETED" | "DRAFT" | "REGISTERED" | "SUSPENDED")[]
      | null;
  } | null;
  readonly orderBy?: {
    readonly direction?: "ASC" | "DESC";
    readonly field: "APPROVED" | "CHANGED" | "CODE" | "COMMITTED" | "DRAFTED" | "PAID";
  } | null;
  readonly after?: string | null;
  readonly agencies?: string | null;
};

export const Projects =
  "query Projects($filter:ProjectFilter$orderBy:ProjectOrder$after:String$agencies:String){projects(filter:$filter orderBy:$orderBy first:50 after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...ProjectRow}}agencies(first:200 after:$agencies){totalCount pageInfo{hasNextPage endCursor}nodes{code nameTh nameEn province active}}_meta{block chainId}}fragment ProjectRow on Project{code title{th en}agency{code nameTh nameEn}fiscalYear state totals{...Counters}}fragment Counters on LineCounters{approved current carriedIn adjIn adjOut allotted committed requested paid returned netPaid carriedOut lapsed}" as TypedQuery<
    ProjectsResult,
    ProjectsVariables
  >;

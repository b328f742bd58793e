// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type ServicePromisesResult = {
  readonly service: {
    readonly promises: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly statementHash: string;
        readonly firstIndex: number;
        readonly deadline: string | null;
        readonly anchoredAt: string | null;
      }[];
    };
  } | null;
};

export type ServicePromisesVariables = {
  readonly name: string;
  readonly state: "BROKEN" | "KEPT" | "LATE" | "OPEN" | "OVERDUE";
  readonly direction: "ASC" | "DESC";
  readonly after: string;
};

export const ServicePromises =
  "query ServicePromises($name:String!$state:PromiseState!$direction:Direction!$after:String!){service(name:$name){promises(state:$state direction:$direction first:50 after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...PromiseRow}}}}fragment PromiseRow on LogPromise{statementHash firstIndex deadline anchoredAt}" as TypedQuery<
    ServicePromisesResult,
    ServicePromisesVariables
  >;

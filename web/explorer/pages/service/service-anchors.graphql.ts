// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type ServiceAnchorsResult = {
  readonly service: {
    readonly anchors: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly size: number;
        readonly firstIndex: number;
        readonly root: string;
        readonly bundle: string;
        readonly provenance: {
          readonly contract: string;
          readonly contractName: string;
          readonly event: string;
          readonly block: number;
          readonly txHash: string;
          readonly logIndex: number;
          readonly timestamp: string;
        };
      }[];
    };
  } | null;
};

export type ServiceAnchorsVariables = { readonly name: string; readonly after: string };

export const ServiceAnchors =
  "query ServiceAnchors($name:String!$after:String!){service(name:$name){anchors(first:50 after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...AnchorRow}}}}fragment AnchorRow on LogAnchor{size firstIndex root bundle provenance{...Where}}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}" as TypedQuery<
    ServiceAnchorsResult,
    ServiceAnchorsVariables
  >;

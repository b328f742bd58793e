// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type CatchingLogResult = {
  readonly service: {
    readonly name: string;
    readonly titleTh: string;
    readonly titleEn: string;
    readonly anchors: {
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

export type CatchingLogVariables = { readonly name: string };

export const CatchingLog =
  "query CatchingLog($name:String!){service(name:$name){name titleTh titleEn anchors(first:2){nodes{...AnchorRow}}}}fragment AnchorRow on LogAnchor{size firstIndex root bundle provenance{...Where}}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}" as TypedQuery<
    CatchingLogResult,
    CatchingLogVariables
  >;

// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../data/typed-query.ts";

export type BatchOfResult = {
  readonly reportedProject: {
    readonly batch: {
      readonly batchId: number;
      readonly fileCid: string;
      readonly fileSha256: string;
      readonly merkleRoot: string;
      readonly parserVersion: string;
      readonly rowCount: number;
      readonly quarantined: number;
      readonly provenance: {
        readonly contract: string;
        readonly contractName: string;
        readonly event: string;
        readonly block: number;
        readonly txHash: string;
        readonly logIndex: number;
        readonly timestamp: string;
      };
    };
  } | null;
};

export type BatchOfVariables = { readonly id: string };

export const BatchOf =
  "query BatchOf($id:ID!){reportedProject(id:$id){batch{batchId fileCid fileSha256 merkleRoot parserVersion rowCount quarantined provenance{...Where}}}}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}" as TypedQuery<
    BatchOfResult,
    BatchOfVariables
  >;

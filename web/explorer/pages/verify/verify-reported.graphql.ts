// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type VerifyReportedResult = {
  readonly reportedProject: {
    readonly scheme: string;
    readonly number: string;
    readonly title: string | null;
    readonly budget: string | null;
    readonly reference: string | null;
    readonly agreed: string | null;
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
  readonly _meta: { readonly block: number; readonly chainId: number };
};

export type VerifyReportedVariables = { readonly id: string };

export const VerifyReported =
  "query VerifyReported($id:ID!){reportedProject(id:$id){scheme number title budget reference agreed batch{batchId fileCid fileSha256 merkleRoot parserVersion rowCount quarantined provenance{...Where}}}_meta{block chainId}}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}" as TypedQuery<
    VerifyReportedResult,
    VerifyReportedVariables
  >;

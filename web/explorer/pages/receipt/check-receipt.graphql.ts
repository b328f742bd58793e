// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type CheckReceiptResult = {
  readonly services: {
    readonly nodes: readonly {
      readonly name: string;
      readonly titleTh: string;
      readonly titleEn: string;
      readonly keys: readonly {
        readonly keyId: string;
        readonly use: "CHECKPOINT" | "SUBMISSION";
        readonly algorithm: "ED25519" | "P256";
        readonly publicKey: string;
        readonly validUntil: string;
        readonly endedAt: string | null;
      }[];
    }[];
  };
  readonly _meta: { readonly block: number; readonly chainId: number; readonly deployment: string };
};

export type CheckReceiptVariables = Record<string, never>;

export const CheckReceipt =
  "query CheckReceipt{services(first:200){nodes{name titleTh titleEn keys{keyId use algorithm publicKey validUntil endedAt}}}_meta{block chainId deployment}}" as TypedQuery<
    CheckReceiptResult,
    CheckReceiptVariables
  >;

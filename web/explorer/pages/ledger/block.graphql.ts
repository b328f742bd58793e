// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type BlockPageResult = {
  readonly block: {
    readonly number: number;
    readonly hash: string;
    readonly parentHash: string;
    readonly timestamp: string;
    readonly transactionHashes: readonly string[];
    readonly events: readonly {
      readonly cursor: string;
      readonly name: string;
      readonly contractName: string;
      readonly text: { readonly th: string; readonly en: string };
      readonly projectCode: string | null;
      readonly signer: string | null;
      readonly officer: {
        readonly duties: readonly (
          | "ACCEPTOR"
          | "APPROVER_1"
          | "APPROVER_2"
          | "AUDITOR"
          | "BUDGET"
          | "BUDGET_AUTHORITY"
          | "IMPORTER"
          | "RECORDER"
          | "SERVICES"
          | "TREASURY"
          | "WITNESS"
        )[];
        readonly agency: { readonly code: number; readonly nameTh: string; readonly nameEn: string };
      } | null;
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
  } | null;
  readonly _meta: { readonly block: number };
};

export type BlockPageVariables = { readonly number: number };

export const BlockPage =
  "query BlockPage($number:Int!){block(number:$number){number hash parentHash timestamp transactionHashes events{...Event}}_meta{block}}fragment Event on LedgerEvent{cursor name contractName text{th en}projectCode signer officer{duties agency{code nameTh nameEn}}provenance{...Where}}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}" as TypedQuery<
    BlockPageResult,
    BlockPageVariables
  >;

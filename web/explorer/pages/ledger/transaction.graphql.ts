// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type TransactionPageResult = {
  readonly transaction: {
    readonly hash: string;
    readonly block: number;
    readonly index: number;
    readonly timestamp: string;
    readonly from: string;
    readonly to: string | null;
    readonly contractName: string | null;
    readonly function: string | null;
    readonly input: string;
    readonly succeeded: boolean;
    readonly args: readonly { readonly name: string; readonly type: string; readonly value: string }[];
    readonly refusal: {
      readonly txHash: string;
      readonly block: number;
      readonly timestamp: string;
      readonly from: string;
      readonly contractName: string | null;
      readonly contract: string;
      readonly function: string | null;
      readonly args: readonly { readonly name: string; readonly type: string; readonly value: string }[];
      readonly reason: {
        readonly code: string;
        readonly args: readonly { readonly name: string; readonly value: string }[];
        readonly th: { readonly what: string; readonly why: string; readonly mend: string };
        readonly en: { readonly what: string; readonly why: string; readonly mend: string };
      } | null;
    } | null;
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
      readonly args: readonly { readonly name: string; readonly type: string; readonly value: string }[];
    }[];
  } | null;
};

export type TransactionPageVariables = { readonly hash: string };

export const TransactionPage =
  "query TransactionPage($hash:Bytes32!){transaction(hash:$hash){hash block index timestamp from to contractName function input succeeded args{name type value}refusal{...Refused}events{...Event args{name type value}}}}fragment Refused on Refusal{txHash block timestamp from contractName contract function args{name type value}reason{code args{name value}th{what why mend}en{what why mend}}}fragment Event on LedgerEvent{cursor name contractName text{th en}projectCode signer officer{duties agency{code nameTh nameEn}}provenance{...Where}}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}" as TypedQuery<
    TransactionPageResult,
    TransactionPageVariables
  >;

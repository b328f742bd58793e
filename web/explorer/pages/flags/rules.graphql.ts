// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type RulesResult = {
  readonly redFlagRules: readonly {
    readonly id: string;
    readonly version: number;
    readonly appliesTo: string;
    readonly count: number;
    readonly title: { readonly th: string; readonly en: string };
    readonly text: { readonly th: string; readonly en: string };
  }[];
  readonly flags: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly {
      readonly flagId: string;
      readonly rule: string;
      readonly state: "DISMISSED" | "OPEN" | "REFERRED" | "REPLIED" | "UNDER_REVIEW" | "UPHELD";
      readonly overdue: boolean;
      readonly unanswered: boolean;
      readonly raisedAt: string;
      readonly replyDueAt: string;
      readonly repliedAt: string | null;
      readonly projectCode: string;
      readonly statement: {
        readonly cid: string;
        readonly sha256: string;
        readonly date: string | null;
        readonly path: string;
      } | null;
      readonly reply: {
        readonly cid: string;
        readonly sha256: string;
        readonly date: string | null;
        readonly path: string;
      } | null;
      readonly reason: {
        readonly cid: string;
        readonly sha256: string;
        readonly date: string | null;
        readonly path: string;
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
      readonly agency: { readonly code: number; readonly nameTh: string; readonly nameEn: string };
      readonly project: { readonly title: { readonly th: string; readonly en: string } | null };
    }[];
  };
  readonly _meta: { readonly block: number; readonly chainId: number };
};

export type RulesVariables = { readonly after?: string | null };

export const Rules =
  "query Rules($after:String){redFlagRules{id version appliesTo count title{th en}text{th en}}flags(orderBy:WAITING first:50 after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...FlagRow agency{code nameTh nameEn}project{title{th en}}}}_meta{block chainId}}fragment FlagRow on Flag{flagId rule state overdue unanswered raisedAt replyDueAt repliedAt projectCode statement{...Paper}reply{...Paper}reason{...Paper}provenance{...Where}}fragment Paper on Document{cid sha256 date path}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}" as TypedQuery<
    RulesResult,
    RulesVariables
  >;

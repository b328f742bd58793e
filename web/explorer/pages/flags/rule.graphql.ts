// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type RulePageResult = {
  readonly redFlagRules: readonly {
    readonly id: string;
    readonly version: number;
    readonly appliesTo: string;
    readonly count: number;
    readonly title: { readonly th: string; readonly en: string };
    readonly text: { readonly th: string; readonly en: string };
    readonly parameters: readonly {
      readonly name: string;
      readonly value: string;
      readonly unit: string | null;
    }[];
  }[];
  readonly redFlags: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly {
      readonly id: string;
      readonly version: number;
      readonly subjectKind: string;
      readonly subjectKey: string;
      readonly rule: {
        readonly id: string;
        readonly title: { readonly th: string; readonly en: string };
        readonly text: { readonly th: string; readonly en: string };
      };
      readonly inputs: readonly {
        readonly name: string;
        readonly label: { readonly th: string; readonly en: string };
        readonly value: string;
        readonly unit: string | null;
      }[];
      readonly project: {
        readonly code: string;
        readonly title: { readonly th: string; readonly en: string } | null;
      } | null;
      readonly commitment: { readonly projectCode: string; readonly contractNumber: string } | null;
      readonly milestone: { readonly milestoneId: string; readonly projectCode: string } | null;
      readonly disbursement: { readonly disbursementId: string; readonly projectCode: string } | null;
      readonly line: { readonly lineId: string; readonly projectCode: string } | null;
      readonly reportedProject: {
        readonly scheme: string;
        readonly number: string;
        readonly title: string | null;
        readonly agencyName: string | null;
      } | null;
      readonly flags: readonly {
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
      }[];
    }[];
  };
  readonly _meta: { readonly block: number; readonly chainId: number };
};

export type RulePageVariables = { readonly rule: string; readonly after?: string | null };

export const RulePage =
  "query RulePage($rule:String!$after:String){redFlagRules{id version appliesTo count title{th en}text{th en}parameters{name value unit}}redFlags(rule:[$rule]first:50 after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...Signal project{code title{th en}}commitment{projectCode contractNumber}milestone{milestoneId projectCode}disbursement{disbursementId projectCode}line{lineId projectCode}reportedProject{scheme number title agencyName}flags{...FlagRow}}}_meta{block chainId}}fragment Signal on RedFlag{id version subjectKind subjectKey rule{id title{th en}text{th en}}inputs{name label{th en}value unit}}fragment FlagRow on Flag{flagId rule state overdue unanswered raisedAt replyDueAt repliedAt projectCode statement{...Paper}reply{...Paper}reason{...Paper}provenance{...Where}}fragment Paper on Document{cid sha256 date path}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}" as TypedQuery<
    RulePageResult,
    RulePageVariables
  >;

// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type AgencyPageResult = {
  readonly agency: {
    readonly code: number;
    readonly nameTh: string;
    readonly nameEn: string;
    readonly province: number;
    readonly active: boolean;
    readonly provenance: {
      readonly contract: string;
      readonly contractName: string;
      readonly event: string;
      readonly block: number;
      readonly txHash: string;
      readonly logIndex: number;
      readonly timestamp: string;
    };
    readonly totals: {
      readonly approved: string;
      readonly current: string;
      readonly carriedIn: string;
      readonly adjIn: string;
      readonly adjOut: string;
      readonly allotted: string;
      readonly committed: string;
      readonly requested: string;
      readonly paid: string;
      readonly returned: string;
      readonly netPaid: string;
      readonly carriedOut: string;
      readonly lapsed: string;
    };
    readonly projects: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly code: string;
        readonly title: { readonly th: string; readonly en: string } | null;
        readonly agency: { readonly code: number; readonly nameTh: string; readonly nameEn: string };
        readonly fiscalYear: number;
        readonly state:
          "ACTIVE" | "AUDITED" | "CANCELLED" | "COMPLETED" | "DRAFT" | "REGISTERED" | "SUSPENDED";
        readonly totals: {
          readonly approved: string;
          readonly current: string;
          readonly carriedIn: string;
          readonly adjIn: string;
          readonly adjOut: string;
          readonly allotted: string;
          readonly committed: string;
          readonly requested: string;
          readonly paid: string;
          readonly returned: string;
          readonly netPaid: string;
          readonly carriedOut: string;
          readonly lapsed: string;
        };
      }[];
    };
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
        readonly project: { readonly title: { readonly th: string; readonly en: string } | null };
      }[];
    };
    readonly officers: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly account: string;
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
        readonly validFrom: string;
        readonly validUntil: string;
        readonly revoked: boolean;
        readonly personTag: string;
      }[];
    };
  } | null;
  readonly events: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly {
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
  };
  readonly redFlagRules: readonly {
    readonly id: string;
    readonly title: { readonly th: string; readonly en: string };
  }[];
  readonly _meta: { readonly block: number; readonly chainId: number; readonly blockTimestamp: string };
};

export type AgencyPageVariables = {
  readonly code: number;
  readonly after?: string | null;
  readonly flags?: string | null;
  readonly events?: string | null;
  readonly officers?: string | null;
};

export const AgencyPage =
  "query AgencyPage($code:Int!$after:String$flags:String$events:String$officers:String){agency(code:$code){code nameTh nameEn province active provenance{...Where}totals{...Counters}projects(first:50 after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...ProjectRow}}flags(orderBy:WAITING first:50 after:$flags){totalCount pageInfo{hasNextPage endCursor}nodes{...FlagRow project{title{th en}}}}officers(first:50 after:$officers){totalCount pageInfo{hasNextPage endCursor}nodes{account duties validFrom validUntil revoked personTag}}}events(agency:$code first:20 after:$events){totalCount pageInfo{hasNextPage endCursor}nodes{...Event}}redFlagRules{id title{th en}}_meta{block chainId blockTimestamp}}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}fragment Counters on LineCounters{approved current carriedIn adjIn adjOut allotted committed requested paid returned netPaid carriedOut lapsed}fragment ProjectRow on Project{code title{th en}agency{code nameTh nameEn}fiscalYear state totals{...Counters}}fragment FlagRow on Flag{flagId rule state overdue unanswered raisedAt replyDueAt repliedAt projectCode statement{...Paper}reply{...Paper}reason{...Paper}provenance{...Where}}fragment Paper on Document{cid sha256 date path}fragment Event on LedgerEvent{cursor name contractName text{th en}projectCode signer officer{duties agency{code nameTh nameEn}}provenance{...Where}}" as TypedQuery<
    AgencyPageResult,
    AgencyPageVariables
  >;

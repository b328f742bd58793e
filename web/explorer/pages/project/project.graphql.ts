// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type ProjectPageResult = {
  readonly project: {
    readonly code: string;
    readonly title: { readonly th: string; readonly en: string } | null;
    readonly agency: {
      readonly code: number;
      readonly nameTh: string;
      readonly nameEn: string;
      readonly province: number;
    };
    readonly fiscalYear: number;
    readonly state: "ACTIVE" | "AUDITED" | "CANCELLED" | "COMPLETED" | "DRAFT" | "REGISTERED" | "SUSPENDED";
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
    readonly description: { readonly th: string; readonly en: string } | null;
    readonly province: number | null;
    readonly place: string | null;
    readonly draftedAt: string;
    readonly openCommitments: number;
    readonly brief: {
      readonly cid: string;
      readonly sha256: string;
      readonly date: string | null;
      readonly path: string;
    } | null;
    readonly references: readonly { readonly scheme: string; readonly value: string }[];
    readonly provenance: {
      readonly contract: string;
      readonly contractName: string;
      readonly event: string;
      readonly block: number;
      readonly txHash: string;
      readonly logIndex: number;
      readonly timestamp: string;
    };
    readonly lines: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly lineId: string;
        readonly fiscalYear: number;
        readonly fundSource: string;
        readonly expenseType: "INVESTMENT" | "OPERATIONS" | "OTHER" | "PERSONNEL" | "SUBSIDY";
        readonly closed: boolean;
        readonly carriedFrom: { readonly lineId: string } | null;
        readonly counters: {
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
    readonly commitments: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly commitmentId: string;
        readonly kind: "CONTRACT" | "PURCHASE_ORDER";
        readonly state: "ACTIVE" | "CANCELLED" | "COMPLETE" | "PENDING" | "TERMINATED";
        readonly contractNumber: string;
        readonly supplier: string | null;
        readonly value: string;
        readonly originalValue: string;
        readonly increaseBps: number;
        readonly amendmentCount: number;
        readonly requested: string;
        readonly paid: string;
        readonly returned: string;
        readonly recordedAt: string;
        readonly award: {
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
    };
    readonly milestones: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly milestoneId: string;
        readonly state: "ACCEPTED" | "PARTIAL" | "REJECTED" | "REMOVED" | "SCHEDULED" | "SUBMITTED";
        readonly amount: string;
        readonly accepted: string;
        readonly dueAt: string;
        readonly overdue: boolean;
        readonly commitment: { readonly commitmentId: string; readonly contractNumber: string };
        readonly evidence: {
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
    };
    readonly disbursements: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly disbursementId: string;
        readonly state: "APPROVED1" | "APPROVED2" | "PAID" | "REJECTED" | "REQUESTED" | "RETURNED";
        readonly amount: string;
        readonly returned: string;
        readonly requestedAt: string;
        readonly paidAt: string | null;
        readonly milestone: { readonly milestoneId: string } | null;
        readonly commitment: { readonly commitmentId: string; readonly contractNumber: string };
        readonly evidence: {
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
    };
    readonly revisions: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly revisionId: string;
        readonly evidence: {
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
        readonly moves: readonly {
          readonly amount: string;
          readonly fromLine: { readonly lineId: string; readonly projectCode: string };
          readonly toLine: { readonly lineId: string; readonly projectCode: string };
        }[];
      }[];
    };
    readonly carryForwards: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly id: string;
        readonly amount: string;
        readonly evidence: {
          readonly cid: string;
          readonly sha256: string;
          readonly date: string | null;
          readonly path: string;
        } | null;
        readonly fromLine: { readonly lineId: string; readonly fiscalYear: number };
        readonly toLine: { readonly lineId: string; readonly fiscalYear: number };
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
    readonly obligations: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly obligationId: string;
        readonly total: string;
        readonly schedule: readonly { readonly fiscalYear: number; readonly amount: string }[];
        readonly act: {
          readonly cid: string;
          readonly sha256: string;
          readonly date: string | null;
          readonly path: string;
        } | null;
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
      }[];
    };
    readonly redFlags: readonly {
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
    }[];
    readonly latest: {
      readonly nodes: readonly {
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
  } | null;
  readonly redFlagRules: readonly {
    readonly id: string;
    readonly title: { readonly th: string; readonly en: string };
  }[];
  readonly _meta: { readonly block: number; readonly chainId: number; readonly blockTimestamp: string };
};

export type ProjectPageVariables = {
  readonly code: string;
  readonly lines?: string | null;
  readonly commitments?: string | null;
  readonly milestones?: string | null;
  readonly payments?: string | null;
  readonly revisions?: string | null;
  readonly carryForwards?: string | null;
  readonly obligations?: string | null;
  readonly flags?: string | null;
  readonly events?: string | null;
};

export const ProjectPage =
  "query ProjectPage($code:String!$lines:String$commitments:String$milestones:String$payments:String$revisions:String$carryForwards:String$obligations:String$flags:String$events:String){project(code:$code){...ProjectRow agency{code nameTh nameEn province}description{th en}province place draftedAt openCommitments brief{...Paper}references{scheme value}provenance{...Where}lines(first:100 after:$lines){totalCount pageInfo{hasNextPage endCursor}nodes{lineId fiscalYear fundSource expenseType closed carriedFrom{lineId}counters{...Counters}provenance{...Where}}}commitments(first:100 after:$commitments){totalCount pageInfo{hasNextPage endCursor}nodes{commitmentId kind state contractNumber supplier value originalValue increaseBps amendmentCount requested paid returned recordedAt award{...Paper}provenance{...Where}}}milestones(first:200 after:$milestones){totalCount pageInfo{hasNextPage endCursor}nodes{milestoneId state amount accepted dueAt overdue commitment{commitmentId contractNumber}evidence{...Paper}provenance{...Where}}}disbursements(first:200 after:$payments){totalCount pageInfo{hasNextPage endCursor}nodes{disbursementId state amount returned requestedAt paidAt milestone{milestoneId}commitment{commitmentId contractNumber}evidence{...Paper}provenance{...Where}}}revisions(first:50 after:$revisions){totalCount pageInfo{hasNextPage endCursor}nodes{revisionId evidence{...Paper}provenance{...Where}moves{amount fromLine{lineId projectCode}toLine{lineId projectCode}}}}carryForwards(first:50 after:$carryForwards){totalCount pageInfo{hasNextPage endCursor}nodes{id amount evidence{...Paper}fromLine{lineId fiscalYear}toLine{lineId fiscalYear}provenance{...Where}}}obligations(first:20 after:$obligations){totalCount pageInfo{hasNextPage endCursor}nodes{obligationId total schedule{fiscalYear amount}act{...Paper}}}flags(orderBy:WAITING first:50 after:$flags){totalCount pageInfo{hasNextPage endCursor}nodes{...FlagRow}}redFlags{...Signal}latest:events(first:1){nodes{provenance{...Where}}}events(first:200 after:$events){totalCount pageInfo{hasNextPage endCursor}nodes{...Event}}}redFlagRules{id title{th en}}_meta{block chainId blockTimestamp}}fragment ProjectRow on Project{code title{th en}agency{code nameTh nameEn}fiscalYear state totals{...Counters}}fragment Counters on LineCounters{approved current carriedIn adjIn adjOut allotted committed requested paid returned netPaid carriedOut lapsed}fragment Paper on Document{cid sha256 date path}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}fragment FlagRow on Flag{flagId rule state overdue unanswered raisedAt replyDueAt repliedAt projectCode statement{...Paper}reply{...Paper}reason{...Paper}provenance{...Where}}fragment Signal on RedFlag{id version subjectKind subjectKey rule{id title{th en}text{th en}}inputs{name label{th en}value unit}}fragment Event on LedgerEvent{cursor name contractName text{th en}projectCode signer officer{duties agency{code nameTh nameEn}}provenance{...Where}}" as TypedQuery<
    ProjectPageResult,
    ProjectPageVariables
  >;

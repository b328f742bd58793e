// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type HomeResult = {
  readonly fiscalYears: readonly {
    readonly year: number;
    readonly state: "CLOSED" | "OPEN" | "PLANNED";
    readonly ceiling: string;
    readonly approved: string;
    readonly provenance: { readonly timestamp: string };
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
  readonly events: {
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
  readonly milestones: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly milestoneId: string;
      readonly state: "ACCEPTED" | "PARTIAL" | "REJECTED" | "REMOVED" | "SCHEDULED" | "SUBMITTED";
      readonly amount: string;
      readonly dueAt: string;
      readonly commitment: { readonly commitmentId: string };
      readonly projectCode: string;
      readonly project: { readonly title: { readonly th: string; readonly en: string } | null };
    }[];
  };
  readonly flags: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly flagId: string;
      readonly rule: string;
      readonly replyDueAt: string;
      readonly projectCode: string;
      readonly project: { readonly title: { readonly th: string; readonly en: string } | null };
    }[];
  };
  readonly services: { readonly totalCount: number };
  readonly actions: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly serviceName: string;
      readonly index: number;
      readonly type: string;
      readonly happenedAt: string;
      readonly actorRole: string | null;
      readonly actorPseudonym: string | null;
      readonly reading: {
        readonly title: { readonly th: string; readonly en: string };
        readonly sentence: { readonly th: string; readonly en: string };
      } | null;
      readonly payload: {
        readonly commit: string;
        readonly erasedBy: { readonly index: number } | null;
      } | null;
      readonly supersededBy: { readonly index: number } | null;
      readonly service: { readonly titleTh: string; readonly titleEn: string };
    }[];
  };
  readonly refusals: { readonly totalCount: number };
  readonly projects: { readonly totalCount: number };
  readonly agencies: { readonly totalCount: number };
  readonly budgetTotals: {
    readonly total: {
      readonly reported: {
        readonly count: number;
        readonly contracts: number;
        readonly budget: string;
        readonly reference: string;
        readonly agreed: string;
      };
    };
  };
  readonly _meta: { readonly block: number; readonly chainId: number; readonly blockTimestamp: string };
};

export type HomeVariables = { readonly contracts: readonly string[] };

export const Home =
  "query Home($contracts:[String!]!){fiscalYears{year state ceiling approved provenance{timestamp}totals{...Counters}}events(contract:$contracts first:8){nodes{...Event}}milestones(overdue:true first:5){totalCount nodes{milestoneId state amount dueAt commitment{commitmentId}projectCode project{title{th en}}}}flags(unanswered:true orderBy:WAITING first:5){totalCount nodes{flagId rule replyDueAt projectCode project{title{th en}}}}services(first:1){totalCount}actions(first:5){totalCount nodes{...ActionRow service{titleTh titleEn}}}refusals(first:1){totalCount}projects(first:1){totalCount}agencies(first:1){totalCount}budgetTotals{total{reported{count contracts budget reference agreed}}}_meta{block chainId blockTimestamp}}fragment Counters on LineCounters{approved current carriedIn adjIn adjOut allotted committed requested paid returned netPaid carriedOut lapsed}fragment Event on LedgerEvent{cursor name contractName text{th en}projectCode signer officer{duties agency{code nameTh nameEn}}provenance{...Where}}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}fragment ActionRow on Action{serviceName index type happenedAt actorRole actorPseudonym reading{title{th en}sentence{th en}}payload{commit erasedBy{index}}supersededBy{index}}" as TypedQuery<
    HomeResult,
    HomeVariables
  >;

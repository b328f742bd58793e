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
          | "TREASURY"
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
      readonly amount: string;
      readonly dueAt: string;
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
  readonly refusals: { readonly totalCount: number };
  readonly projects: { readonly totalCount: number };
  readonly agencies: { readonly totalCount: number };
  readonly budgetTotals: {
    readonly total: {
      readonly reported: {
        readonly count: number;
        readonly contracts: number;
        readonly budget: string;
        readonly agreed: string;
      };
    };
  };
  readonly _meta: { readonly block: number; readonly chainId: number; readonly blockTimestamp: string };
};

export type HomeVariables = Record<string, never>;

export const Home =
  "query Home{fiscalYears{year state ceiling approved provenance{timestamp}totals{...Counters}}events(first:8){nodes{...Event}}milestones(overdue:true first:5){totalCount nodes{milestoneId amount dueAt projectCode project{title{th en}}}}flags(unanswered:true first:5){totalCount nodes{flagId rule replyDueAt projectCode project{title{th en}}}}refusals(first:1){totalCount}projects(first:1){totalCount}agencies(first:1){totalCount}budgetTotals{total{reported{count contracts budget agreed}}}_meta{block chainId blockTimestamp}}fragment Counters on LineCounters{approved current carriedIn adjIn adjOut allotted committed requested paid returned netPaid carriedOut lapsed}fragment Event on LedgerEvent{cursor name contractName text{th en}projectCode signer officer{duties agency{code nameTh nameEn}}provenance{...Where}}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}" as TypedQuery<
    HomeResult,
    HomeVariables
  >;

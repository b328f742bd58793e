// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type ServicePageResult = {
  readonly service: {
    readonly name: string;
    readonly titleTh: string;
    readonly titleEn: string;
    readonly agency: { readonly code: number; readonly nameTh: string; readonly nameEn: string };
    readonly size: number;
    readonly anchoredAt: string | null;
    readonly seenAt: string | null;
    readonly closedAt: string | null;
    readonly retired: boolean;
    readonly logClosed: { readonly code: string; readonly foundAt: string } | null;
    readonly heartbeatDueAt: string | null;
    readonly heartbeatInterval: number;
    readonly brokenPromiseCount: number;
    readonly unread: readonly { readonly reading: string }[];
    readonly keys: readonly {
      readonly use: "CHECKPOINT" | "SUBMISSION";
      readonly validFrom: string;
      readonly validUntil: string;
      readonly endedAt: string | null;
      readonly keyId: string;
      readonly algorithm: "ED25519" | "P256";
      readonly submitter: string | null;
      readonly publicKey: string;
    }[];
    readonly gateways: readonly {
      readonly validFrom: string;
      readonly validUntil: string;
      readonly endedAt: string | null;
      readonly account: string;
    }[];
    readonly oldestOpen: { readonly nodes: readonly { readonly deadline: string | null }[] };
    readonly oldestOverdue: {
      readonly nodes: readonly { readonly firstIndex: number; readonly deadline: string | null }[];
    };
    readonly serviceId: string;
    readonly root: string;
    readonly maxMergeDelay: number;
    readonly registeredAt: string;
    readonly actions: { readonly nodes: readonly { readonly happenedAt: string }[] };
    readonly actionTypes: readonly {
      readonly name: string;
      readonly version: number;
      readonly schemaPath: string;
      readonly inUse: boolean;
      readonly title: { readonly th: string; readonly en: string } | null;
    }[];
    readonly anchors: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly size: number;
        readonly firstIndex: number;
        readonly root: string;
        readonly bundle: string;
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
    readonly cosignatures: readonly {
      readonly agency: { readonly code: number; readonly nameTh: string; readonly nameEn: string };
      readonly size: number;
      readonly timestamp: string;
    }[];
    readonly open: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly statementHash: string;
        readonly firstIndex: number;
        readonly deadline: string | null;
        readonly anchoredAt: string | null;
      }[];
    };
    readonly overdue: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly statementHash: string;
        readonly firstIndex: number;
        readonly deadline: string | null;
        readonly anchoredAt: string | null;
      }[];
    };
    readonly late: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly statementHash: string;
        readonly firstIndex: number;
        readonly deadline: string | null;
        readonly anchoredAt: string | null;
      }[];
    };
    readonly kept: { readonly totalCount: number };
    readonly brokenPromises: readonly {
      readonly statementHash: string;
      readonly breach: "DEADLINE_MISSED" | "WRONG_LEAF";
      readonly index: number;
      readonly timestamp: string;
    }[];
  } | null;
  readonly _meta: { readonly block: number; readonly chainId: number; readonly blockTimestamp: string };
};

export type ServicePageVariables = { readonly name: string };

export const ServicePage =
  "query ServicePage($name:String!){service(name:$name){...ServiceRow serviceId root maxMergeDelay registeredAt actions(first:1){nodes{happenedAt}}actionTypes{name version schemaPath inUse title{th en}}keys{keyId use algorithm submitter publicKey validFrom validUntil endedAt}gateways{account validFrom validUntil endedAt}anchors(first:10){totalCount pageInfo{hasNextPage endCursor}nodes{...AnchorRow}}cosignatures{agency{code nameTh nameEn}size timestamp}open:promises(state:OPEN first:5){totalCount pageInfo{hasNextPage endCursor}nodes{...PromiseRow}}overdue:promises(state:OVERDUE direction:ASC first:5){totalCount pageInfo{hasNextPage endCursor}nodes{...PromiseRow}}late:promises(state:LATE first:5){totalCount pageInfo{hasNextPage endCursor}nodes{...PromiseRow}}kept:promises(state:KEPT first:1){totalCount}brokenPromises{statementHash breach index timestamp}}_meta{block chainId blockTimestamp}}fragment ServiceRow on Service{name titleTh titleEn agency{code nameTh nameEn}size anchoredAt seenAt closedAt retired logClosed{code foundAt}heartbeatDueAt heartbeatInterval brokenPromiseCount unread{reading}keys{use validFrom validUntil endedAt}gateways{validFrom validUntil endedAt}oldestOpen:promises(state:OPEN direction:ASC first:1){nodes{deadline}}oldestOverdue:promises(state:OVERDUE direction:ASC first:1){nodes{firstIndex deadline}}}fragment AnchorRow on LogAnchor{size firstIndex root bundle provenance{...Where}}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}fragment PromiseRow on LogPromise{statementHash firstIndex deadline anchoredAt}" as TypedQuery<
    ServicePageResult,
    ServicePageVariables
  >;

// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type ServicesResult = {
  readonly services: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly {
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
      }[];
      readonly gateways: readonly {
        readonly validFrom: string;
        readonly validUntil: string;
        readonly endedAt: string | null;
      }[];
      readonly oldestOpen: { readonly nodes: readonly { readonly deadline: string | null }[] };
      readonly oldestOverdue: {
        readonly nodes: readonly { readonly firstIndex: number; readonly deadline: string | null }[];
      };
      readonly actions: { readonly nodes: readonly { readonly happenedAt: string }[] };
    }[];
  };
  readonly _meta: { readonly block: number; readonly chainId: number; readonly blockTimestamp: string };
};

export type ServicesVariables = {
  readonly query?: string | null;
  readonly agency?: readonly number[] | null;
  readonly open?: boolean | null;
  readonly after?: string | null;
};

export const Services =
  "query Services($query:String$agency:[Int!]$open:Boolean$after:String){services(query:$query agency:$agency open:$open first:50 after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...ServiceRow actions(first:1){nodes{happenedAt}}}}_meta{block chainId blockTimestamp}}fragment ServiceRow on Service{name titleTh titleEn agency{code nameTh nameEn}size anchoredAt seenAt closedAt retired logClosed{code foundAt}heartbeatDueAt heartbeatInterval brokenPromiseCount unread{reading}keys{use validFrom validUntil endedAt}gateways{validFrom validUntil endedAt}oldestOpen:promises(state:OPEN direction:ASC first:1){nodes{deadline}}oldestOverdue:promises(state:OVERDUE direction:ASC first:1){nodes{firstIndex deadline}}}" as TypedQuery<
    ServicesResult,
    ServicesVariables
  >;

// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type ActionPageResult = {
  readonly action: {
    readonly serviceName: string;
    readonly index: number;
    readonly type: string;
    readonly happenedAt: string;
    readonly actorRole: string | null;
    readonly actorPseudonym: string | null;
    readonly reading: {
      readonly title: { readonly th: string; readonly en: string };
      readonly sentence: { readonly th: string; readonly en: string };
      readonly details: readonly {
        readonly name: string;
        readonly label: { readonly th: string; readonly en: string };
        readonly value: { readonly th: string; readonly en: string };
      }[];
    } | null;
    readonly payload: {
      readonly commit: string;
      readonly erasedBy: { readonly index: number } | null;
    } | null;
    readonly supersededBy: { readonly index: number } | null;
    readonly schema: string;
    readonly agencyCode: number;
    readonly submitter: string;
    readonly clientSeq: number;
    readonly subject: string | null;
    readonly record: string;
    readonly leaf: string;
    readonly agency: { readonly code: number; readonly nameTh: string; readonly nameEn: string } | null;
    readonly service: {
      readonly name: string;
      readonly titleTh: string;
      readonly titleEn: string;
      readonly cosignatures: readonly {
        readonly agency: { readonly code: number; readonly nameTh: string; readonly nameEn: string };
        readonly size: number;
        readonly timestamp: string;
      }[];
    };
    readonly references: readonly {
      readonly service: string | null;
      readonly index: number | null;
      readonly cid: string | null;
    }[];
    readonly supersedesIndex: number | null;
    readonly anchor: {
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
    };
  } | null;
  readonly _meta: { readonly block: number; readonly chainId: number; readonly deployment: string };
};

export type ActionPageVariables = { readonly service: string; readonly index: number };

export const ActionPage =
  "query ActionPage($service:String!$index:Index!){action(service:$service index:$index){...ActionRow schema agencyCode submitter clientSeq subject record leaf reading{details{name label{th en}value{th en}}}agency{code nameTh nameEn}service{name titleTh titleEn cosignatures{agency{code nameTh nameEn}size timestamp}}references{service index cid}supersedesIndex anchor{...AnchorRow}}_meta{block chainId deployment}}fragment ActionRow on Action{serviceName index type happenedAt actorRole actorPseudonym reading{title{th en}sentence{th en}}payload{commit erasedBy{index}}supersededBy{index}}fragment AnchorRow on LogAnchor{size firstIndex root bundle provenance{...Where}}fragment Where on Provenance{contract contractName event block txHash logIndex timestamp}" as TypedQuery<
    ActionPageResult,
    ActionPageVariables
  >;

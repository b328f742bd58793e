// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type SearchSubjectResult = {
  readonly actions: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
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
    }[];
  };
};

export type SearchSubjectVariables = { readonly subject: string; readonly after?: string | null };

export const SearchSubject =
  "query SearchSubject($subject:Bytes32!$after:String){actions(filter:{subject:$subject}first:20 after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...ActionRow}}}fragment ActionRow on Action{serviceName index type happenedAt actorRole actorPseudonym reading{title{th en}sentence{th en}}payload{commit erasedBy{index}}supersededBy{index}}" as TypedQuery<
    SearchSubjectResult,
    SearchSubjectVariables
  >;

// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../../data/typed-query.ts";

export type SearchSubjectResult = {
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
    }[];
  };
};

export type SearchSubjectVariables = { readonly subject: string };

export const SearchSubject =
  "query SearchSubject($subject:Bytes32!){actions(filter:{subject:$subject}first:20){totalCount nodes{...ActionRow}}}fragment ActionRow on Action{serviceName index type happenedAt actorRole actorPseudonym reading{title{th en}sentence{th en}}payload{commit erasedBy{index}}supersededBy{index}}" as TypedQuery<
    SearchSubjectResult,
    SearchSubjectVariables
  >;

import { compileOperation } from "../operation/operation.ts";

const ENTRIES = `{ nodes { name contractName text { th en } signer projectCode
  provenance { block txHash logIndex timestamp } } pageInfo { hasNextPage endCursor } }`;

export const projectFeed = compileOperation(
  `query ($code: String!, $after: String) {
    result: project(code: $code) { code title { th en } agency { nameTh nameEn } draftedAt events(first: 50, after: $after) ${ENTRIES} } }`,
  "/feeds/projects/{code}.atom",
);

export const agencyFeed = compileOperation(
  `query ($code: Int!) {
    result: agency(code: $code) { code nameTh nameEn provenance { timestamp } } }`,
  "/feeds/agencies/{code}.atom",
);

export const agencyEvents = compileOperation(
  `query ($code: Int!, $after: String) { result: events(agency: $code, first: 50, after: $after) ${ENTRIES} }`,
  "/feeds/agencies/{code}.atom",
);

interface Text {
  readonly th: string;
  readonly en: string;
}

export interface FeedEvent {
  readonly name: string;
  readonly contractName: string;
  readonly text: Text;
  readonly signer: string | null;
  readonly projectCode: string | null;
  readonly provenance: {
    readonly block: number;
    readonly txHash: string;
    readonly logIndex: number;
    readonly timestamp: string;
  };
}

export interface FeedEvents {
  readonly nodes: readonly FeedEvent[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface FeedProject {
  readonly code: string;
  readonly title: Text | null;
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
  readonly draftedAt: string;
  readonly events: FeedEvents;
}

export interface FeedAgency {
  readonly code: number;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly provenance: { readonly timestamp: string };
}

// Written by scripts/build/queries.ts from the query beside it and api/schema.graphql.

import type { TypedQuery } from "../data/typed-query.ts";

export type BatchesReadResult = {
  readonly importBatches: {
    readonly nodes: readonly { readonly batchId: number; readonly reading: string }[];
  };
};

export type BatchesReadVariables = Record<string, never>;

export const BatchesRead =
  "query BatchesRead{importBatches(first:100){nodes{batchId reading}}}" as TypedQuery<
    BatchesReadResult,
    BatchesReadVariables
  >;

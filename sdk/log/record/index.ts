/** The action log's records: their form, their bytes, their leaf. */
export * from "./forms.ts";
export * from "./limits.ts";
export * from "./seal.ts";
export type * from "./types.ts";

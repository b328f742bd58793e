/** Personal data that must not reach the log. */
export * from "./find.ts";
export type { PersonalDataKind } from "./kinds.ts";

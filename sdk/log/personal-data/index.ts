/** Personal data that must not reach the log. */
export * from "./find.ts";
export { kindsIn, kindsInNumber } from "./kinds.ts";
export type { PersonalDataKind } from "./kinds.ts";
export { placesOf } from "./places.ts";
export { foldedText } from "./plain-text.ts";

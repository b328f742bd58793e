/**
 * The SDK: everything that reads, writes and checks the ledger needs, in Node and in browsers. Every module can also be
 * imported alone; a page that must stay small imports `sdk/money.ts` rather than this file. Documents and imports have
 * their own entries, `sdk/documents/` and `sdk/import/`.
 */
export * from "./abi-event.ts";
export * from "./bytes32.ts";
export * from "./calendar-date.ts";
export * from "./canonical-json.ts";
export * from "./contracts.ts";
export * from "./deployment.ts";
export * from "./error-catalogue.ts";
export * from "./errors.ts";
export * from "./errors/names.ts";
export { sdkErrorCodes } from "./errors/sdk.ts";
export type { SdkErrorCode } from "./errors/sdk.ts";
export * from "./fiscal-year.ts";
export * from "./format-date.ts";
export { abis } from "./generated/abi/index.ts";
export * from "./hex.ts";
export * from "./journal.ts";
export * from "./keccak.ts";
export * from "./merkle.ts";
export * from "./mod97.ts";
export * from "./money.ts";
export * from "./project-code.ts";
export * from "./registers.ts";
export * from "./rpc.ts";
export * from "./sha256.ts";
export * from "./thai-date.ts";
export * from "./thai-digits.ts";
export * from "./verify/compare-values.ts";
export * from "./verify/journal.ts";
export * from "./verify/record.ts";
export * from "./verify/step.ts";

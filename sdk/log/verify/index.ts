/** Verifying logs without any network: receipts, published entries, and two heads of one log. */
export { CONSISTENCY_TYPE, parseConsistency } from "./consistency-file.ts";
export type { ConsistencyFile } from "./consistency-file.ts";
export type { LogOutcome, LogReport, LogStep, LogStepCode } from "./step.ts";
export { outcomeText, stepText, stepTexts, stepTitle } from "./texts/index.ts";
export { NO_TRUST, TRUST_TYPE, formatTrust, parseTrust } from "./trust.ts";
export type { Trust, TrustedHead } from "./trust.ts";
export { verifyBundles } from "./verify-bundles.ts";
export type { PublishedLog } from "./verify-bundles.ts";
export type { PublishedBundle } from "./bundle-tree.ts";
export { verifyCheckpoints } from "./verify-checkpoints.ts";
export { verifyCoseReceipt } from "./verify-cose.ts";
export type { CoseSubject } from "./verify-cose.ts";
export { verifyReceipt } from "./verify-receipt.ts";

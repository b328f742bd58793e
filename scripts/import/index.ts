/** Imports published data into a running ledger: plan, anchor. */
export { anchorPlan, batchInput } from "./anchor.ts";
export type { Anchored } from "./anchor.ts";
export { planImport } from "./plan.ts";
export type { ImportPlan, ImportProgress, ImportRequest } from "./plan.ts";
export { importReport, progressLine } from "./report.ts";
export { importSigner } from "./signer.ts";
export { requireBatch, supersede } from "./supersede.ts";

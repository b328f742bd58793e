/** Receipts in JSON: that an entry is in a log. */
export type { Anchor, ChainCosigner } from "./anchor.ts";
export { RECEIPT_TYPE, formatReceipt, inclusionOf, parseReceipt, readReceipt } from "./receipt.ts";
export type { Receipt } from "./receipt.ts";

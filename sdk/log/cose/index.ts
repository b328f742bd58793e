/** Receipts as COSE receipts: RFC 9942. */
export type { CoseReceipt } from "./cose-receipt.ts";
export { decodeCoseReceipt } from "./decode.ts";
export { encodeCoseReceipt, isRootSigned, signRoot } from "./encode.ts";
export { signedBytes } from "./structure.ts";

import type { InclusionProof } from "../../merkle/inclusion.ts";
import type { Receipt } from "../receipt/receipt.ts";

/** A receipt of inclusion as RFC 9942 has it: a signature over a root that the proof must lead to. */
export type CoseReceipt = {
  /** SHA-256 of the raw public key that signed, 32 bytes */
  readonly keyId: Uint8Array;
  /** the log's origin; it is signed together with the root */
  readonly origin: string;
  readonly proof: InclusionProof;
  /** the protected header as it was signed */
  readonly protectedHeader: Uint8Array;
  /** 64 bytes, Ed25519 */
  readonly signature: Uint8Array;
  /** all that the receipt in JSON has; a signature over it is not asked for, since it is verified by itself */
  readonly receipt?: Receipt;
};

/** Unprotected header parameter (a text label is free for private use, RFC 9052 section 1.4) that holds the rest. */
export const REST = "prongsai-log-receipt";

import { sha256 } from "../../sha256.ts";
import { toHex } from "../../hex.ts";

/** Names of HTTP Signature Algorithms, RFC 9421 section 6.2. */
export type SignatureAlgorithm = "ed25519" | "ecdsa-p256-sha256";

/** Bytes of a raw public key: Ed25519 (RFC 8032) and P-256 compressed (SEC 1 section 2.3.3). */
export const PUBLIC_KEY_BYTES: Readonly<Record<SignatureAlgorithm, number>> = {
  ed25519: 32,
  "ecdsa-p256-sha256": 33,
};

/** Name of a key everywhere in the log: `0x` and the SHA-256 of its raw public key. */
export function keyIdOf(rawPublicKey: Uint8Array): string {
  return toHex(sha256(rawPublicKey));
}

import { createPublicKey } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { sdkError } from "../../errors/sdk.ts";
import { PUBLIC_KEY_BYTES } from "./algorithms.ts";
import type { SignatureAlgorithm } from "./algorithms.ts";

/** A key that a server verifies with; made once and kept. */
export interface VerifyingKey {
  readonly algorithm: SignatureAlgorithm;
  readonly key: KeyObject;
}

/** SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7) before the raw key: Ed25519 (RFC 8410), P-256 compressed (RFC 5480). */
const SPKI_HEAD: Readonly<Record<SignatureAlgorithm, string>> = {
  ed25519: "302a300506032b6570032100",
  "ecdsa-p256-sha256": "3039301306072a8648ce3d020106082a8648ce3d030107032200",
};

/**
 * A key from its raw bytes, as the ledger lists it. Node only.
 *
 * @param raw 32 bytes of Ed25519, 33 of P-256 (compressed)
 * @throws ProngsaiError LOG_SIGNATURE_KEY_MALFORMED when it is of another length or no point of the curve
 */
export function verifyingKey(algorithm: SignatureAlgorithm, raw: Uint8Array): VerifyingKey {
  if (raw.length === PUBLIC_KEY_BYTES[algorithm]) {
    try {
      const spki = Buffer.concat([Buffer.from(SPKI_HEAD[algorithm], "hex"), raw]);
      return { algorithm, key: createPublicKey({ key: spki, format: "der", type: "spki" }) };
    } catch {
      // OpenSSL says no more than that it cannot be decoded.
    }
  }
  throw sdkError("LOG_SIGNATURE_KEY_MALFORMED", { algorithm, length: raw.length });
}

import { sdkError } from "../../errors/sdk.ts";

/** A point of P-256 without its y but the parity: SEC 1 section 2.3.3. `point` is 04 ‖ x ‖ y. */
function compress(point: Uint8Array): Uint8Array {
  const compressed = point.slice(0, 33);
  compressed[0] = 2 + (point[64]! & 1);
  return compressed;
}

/**
 * The raw bytes of a public key of WebCrypto, as the ledger lists keys: 32 bytes of Ed25519, 33 of P-256 (compressed).
 *
 * @throws ProngsaiError LOG_SIGNATURE_ALGORITHM for another kind of key
 */
export async function rawPublicKey(key: CryptoKey): Promise<Uint8Array> {
  const { name } = key.algorithm;
  if (name !== "Ed25519" && name !== "ECDSA")
    throw sdkError("LOG_SIGNATURE_ALGORITHM", { found: name, expected: "Ed25519, ECDSA P-256" });
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", key));
  return name === "ECDSA" ? compress(raw) : raw;
}

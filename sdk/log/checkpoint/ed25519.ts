import { ed25519 } from "@noble/curves/ed25519.js";

/** The public key (32 bytes) of a secret one (32 bytes). RFC 8032 section 5.1.5. */
export const ed25519PublicKey = (secretKey: Uint8Array): Uint8Array => ed25519.getPublicKey(secretKey);

/** The signature (64 bytes) of a message. RFC 8032 section 5.1.6. */
export const ed25519Sign = (message: Uint8Array, secretKey: Uint8Array): Uint8Array =>
  ed25519.sign(message, secretKey);

/**
 * Whether the signature is the key's over the message. RFC 8032 section 5.1.7, in its strict form (canonical encodings
 * only, no keys of small order), so that all verifiers agree; never throws.
 */
export function ed25519Verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

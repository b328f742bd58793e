import { parseDictionary } from "structured-headers";
import { sdkError } from "../../errors/sdk.ts";
import { equalBytes } from "../../hex.ts";
import { sha256 } from "../../sha256.ts";

/** Base64 (RFC 4648 section 4) of few bytes, in Node and browsers. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

const fieldWith = (digest: Uint8Array) => `sha-256=:${toBase64(digest)}:`;

/** The field `Content-Digest` of a body: `sha-256=:…:`. RFC 9530 section 2. */
export function contentDigest(body: Uint8Array): string {
  return fieldWith(sha256(body));
}

function sha256Member(field: string): Uint8Array {
  try {
    const [value] = parseDictionary(field).get("sha-256") ?? [];
    if (value instanceof ArrayBuffer && value.byteLength === 32) return new Uint8Array(value);
  } catch {
    // It is no dictionary; the same answer.
  }
  throw sdkError("LOG_SIGNATURE_MALFORMED", { field: "content-digest", reason: "sha-256=:…:" });
}

const USUAL = /^sha-256=:[A-Za-z0-9+/]{43}=:$/;

/** The field, when a body can be compared with it. @throws ProngsaiError LOG_SIGNATURE_MALFORMED */
export function requireContentDigest(field: string): string {
  if (!USUAL.test(field)) sha256Member(field);
  return field;
}

/**
 * The SHA-256 of the body, 32 bytes, when it is the one that the field names. Algorithms other than sha-256 are not looked
 * at.
 *
 * @throws ProngsaiError LOG_SIGNATURE_MALFORMED, LOG_SIGNATURE_DIGEST
 */
export function checkContentDigest(field: string, body: Uint8Array): Uint8Array {
  const digest = sha256(body);
  if (field !== fieldWith(digest) && !equalBytes(sha256Member(field), digest))
    throw sdkError("LOG_SIGNATURE_DIGEST");
  return digest;
}

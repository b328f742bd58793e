import { sha256 as hash } from "@noble/hashes/sha2.js";

/** SHA-256 (FIPS 180-4), 32 bytes; of the UTF-8 bytes when given a text. */
export function sha256(data: Uint8Array | string): Uint8Array {
  return hash(typeof data === "string" ? new TextEncoder().encode(data) : data);
}

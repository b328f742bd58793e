import { sha256 as portable } from "@noble/hashes/sha2.js";

/** Node's own SHA-256, several times as fast; reached without an import, so that browsers can load this file. */
const native = globalThis.process?.getBuiltinModule?.("node:crypto")?.hash;

/** The bytes of a text that has a character for each. */
function bytesOf(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** SHA-256 (FIPS 180-4), 32 bytes; of the UTF-8 bytes when given a text. */
export function sha256(data: Uint8Array | string): Uint8Array {
  // As a text, since a buffer's memory lies outside of the heap: asking for it takes longer than hashing.
  if (native) return bytesOf(native("sha256", data, "binary"));
  return portable(typeof data === "string" ? new TextEncoder().encode(data) : data);
}

import { sha256 } from "../sha256.ts";

function prefixed(prefix: number, ...parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(1 + parts.reduce((length, part) => length + part.length, 0));
  bytes[0] = prefix;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return sha256(bytes);
}

/** Hash of a leaf: SHA-256(0x00 ‖ data). RFC 9162 section 2.1.1. */
export function leafHash(data: Uint8Array): Uint8Array {
  return prefixed(0x00, data);
}

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right). RFC 9162 section 2.1.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return prefixed(0x01, left, right);
}

import { sha256 } from "../sha256.ts";

/** Hash of a leaf: SHA-256(0x00 ‖ data). RFC 9162 section 2.1.1. */
export function leafHash(data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + data.length);
  bytes.set(data, 1);
  return sha256(bytes);
}

const HASH = 32;
/** What is hashed of an inner node: nothing is awaited between filling and hashing it. */
const node = new Uint8Array(1 + 2 * HASH);
node[0] = 0x01;

/** Hash of an inner node from its children's, 32 bytes each: SHA-256(0x01 ‖ left ‖ right). RFC 9162 section 2.1.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  // A shorter one would leave bytes of the node before.
  if (left.length !== HASH || right.length !== HASH) throw new TypeError("a hash that has not 32 bytes");
  node.set(left, 1);
  node.set(right, 1 + HASH);
  return sha256(node);
}

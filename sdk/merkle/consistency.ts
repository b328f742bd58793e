import { sdkError } from "../errors/sdk.ts";
import { equalBytes } from "../hex.ts";
import { merkleRoot } from "./accumulator.ts";
import { nodeHash } from "./hash.ts";
import { consistencyRanges } from "./ranges.ts";

/** That the tree of `size` leaves begins with the very leaves of the tree of `prefix` leaves. */
export type ConsistencyProof = {
  readonly prefix: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
};

/** @throws ProngsaiError MERKLE_INDEX_OUT_OF_RANGE unless a tree of `size` leaves begins with one of `prefix` ≥ 1 */
export function checkPrefix(prefix: number, size: number): void {
  if (!Number.isSafeInteger(prefix) || !Number.isSafeInteger(size) || prefix < 1 || prefix > size)
    throw sdkError("MERKLE_INDEX_OUT_OF_RANGE", { index: prefix, size });
}

/**
 * The consistency proof between the first `prefix` (≥ 1) of the leaf hashes and all of them. RFC 9162 section 2.1.4.1.
 *
 * @throws ProngsaiError MERKLE_INDEX_OUT_OF_RANGE
 */
export function proveConsistency(leaves: readonly Uint8Array[], prefix: number): ConsistencyProof {
  const size = leaves.length;
  checkPrefix(prefix, size);
  const path = consistencyRanges(prefix, size).map(([from, to]) => merkleRoot(leaves, from, to));
  return { prefix, size, path };
}

/** Whether the proof shows the tree with `root` to extend the one with `prefixRoot`. RFC 9162 section 2.1.4.2. */
export function verifyConsistency(
  proof: ConsistencyProof,
  prefixRoot: Uint8Array,
  root: Uint8Array,
): boolean {
  const { prefix, size, path } = proof;
  if (!Number.isSafeInteger(prefix) || !Number.isSafeInteger(size) || prefix < 1 || prefix > size)
    return false;
  if (path.some((hash) => hash.length !== 32)) return false;
  if (prefix === size) return path.length === 0 && equalBytes(prefixRoot, root);
  if (prefixRoot.length !== 32) return false;
  let node = prefix - 1;
  let last = size - 1;
  while (node % 2 === 1) {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  const [start, ...rest] = node === 0 ? [prefixRoot, ...path] : path;
  if (start === undefined) return false;
  let before = start;
  let after = start;
  for (const hash of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      before = nodeHash(hash, before);
      after = nodeHash(hash, after);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      after = nodeHash(after, hash);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalBytes(before, prefixRoot) && equalBytes(after, root);
}

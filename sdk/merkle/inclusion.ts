import { sdkError } from "../errors/sdk.ts";
import { equalBytes } from "../hex.ts";
import { merkleRoot } from "./accumulator.ts";
import { nodeHash } from "./hash.ts";
import { splitPoint } from "./split-point.ts";

/** That a leaf stands at `index` (from 0) of the tree of `size` leaves: hashes of 32 bytes from the leaf's sibling up. */
export type InclusionProof = {
  readonly index: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
};

/**
 * The inclusion proof of the leaf at `index` among the leaf hashes. RFC 9162 section 2.1.3.1.
 *
 * @throws ProngsaiError MERKLE_INDEX_OUT_OF_RANGE
 */
export function proveInclusion(leaves: readonly Uint8Array[], index: number): InclusionProof {
  const size = leaves.length;
  if (!Number.isInteger(index) || index < 0 || index >= size) {
    throw sdkError("MERKLE_INDEX_OUT_OF_RANGE", { index, size });
  }
  const path: Uint8Array[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    if (index < middle) {
      path.push(merkleRoot(leaves, middle, to));
      to = middle;
    } else {
      path.push(merkleRoot(leaves, from, middle));
      from = middle;
    }
  }
  return { index, size, path: path.reverse() };
}

/** Whether the proof shows the leaf (by its hash) to be in the tree with this root. RFC 9162 section 2.1.3.2. */
export function verifyInclusion(leaf: Uint8Array, proof: InclusionProof, root: Uint8Array): boolean {
  const { index, size, path } = proof;
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  if (leaf.length !== 32 || path.some((hash) => hash.length !== 32)) return false;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalBytes(hash, root);
}

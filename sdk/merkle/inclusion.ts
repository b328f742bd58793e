import { sdkError } from "../errors/sdk.ts";
import { equalBytes } from "../hex.ts";
import { merkleRoot } from "./accumulator.ts";
import { nodeHash } from "./hash.ts";
import { inclusionRanges } from "./ranges.ts";

/** That a leaf stands at `index` (from 0) of the tree of `size` leaves: hashes of 32 bytes from the leaf's sibling up. */
export type InclusionProof = {
  readonly index: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
};

/** @throws ProngsaiError MERKLE_INDEX_OUT_OF_RANGE unless a tree of `size` leaves has one at `index` */
export function checkLeafIndex(index: number, size: number): void {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size)
    throw sdkError("MERKLE_INDEX_OUT_OF_RANGE", { index, size });
}

/**
 * The inclusion proof of the leaf at `index` among the leaf hashes. RFC 9162 section 2.1.3.1.
 *
 * @throws ProngsaiError MERKLE_INDEX_OUT_OF_RANGE
 */
export function proveInclusion(leaves: readonly Uint8Array[], index: number): InclusionProof {
  const size = leaves.length;
  checkLeafIndex(index, size);
  return {
    index,
    size,
    path: inclusionRanges(index, size).map(([from, to]) => merkleRoot(leaves, from, to)),
  };
}

/**
 * The root that the proof leads to from the leaf (by its hash); undefined for a proof that fits no tree.
 * RFC 9162 section 2.1.3.2.
 */
export function inclusionRoot(leaf: Uint8Array, proof: InclusionProof): Uint8Array | undefined {
  const { index, size, path } = proof;
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return;
  if (leaf.length !== 32 || path.some((hash) => hash.length !== 32)) return;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0) return;
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
  return last === 0 ? hash : undefined;
}

/** Whether the proof shows the leaf (by its hash) to be in the tree with this root. RFC 9162 section 2.1.3.2. */
export function verifyInclusion(leaf: Uint8Array, proof: InclusionProof, root: Uint8Array): boolean {
  const found = inclusionRoot(leaf, proof);
  return found !== undefined && equalBytes(found, root);
}

import { nodeHash } from "./hash.ts";

/**
 * The inclusion proofs of all leaves of a tree, each as `proveInclusion` gives it, in O(n log n) instead of O(n²): the
 * tree's levels are made once. RFC 9162 section 2.1.3.1.
 *
 * @param leaves leaf hashes, at least one
 */
export function inclusionPaths(leaves: readonly Uint8Array[]): {
  readonly root: Uint8Array;
  readonly paths: readonly (readonly Uint8Array[])[];
} {
  const paths = leaves.map((): Uint8Array[] => []);
  let level = leaves;
  for (let width = 1; level.length > 1; width *= 2) {
    for (let leaf = 0; leaf < paths.length; leaf++) {
      const sibling = level[Math.floor(leaf / width) ^ 1];
      // The last node of an odd level has none, and moves up as it is.
      if (sibling) paths[leaf]!.push(sibling);
    }
    const above: Uint8Array[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const right = level[at + 1];
      above.push(right ? nodeHash(level[at]!, right) : level[at]!);
    }
    level = above;
  }
  return { root: level[0]!, paths };
}

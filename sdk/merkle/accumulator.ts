import { sha256 } from "../sha256.ts";
import { nodeHash } from "./hash.ts";

/**
 * The root of a growing tree without its leaves: it keeps one hash for each complete subtree, O(log n), so that a
 * stream of millions of rows needs no memory to speak of.
 */
export class MerkleAccumulator {
  /** `#peaks[k]` is the root of a complete subtree of 2^k leaves where the size has bit k. */
  readonly #peaks: (Uint8Array | undefined)[] = [];
  #size = 0;

  /** Number of leaves so far. */
  get size(): number {
    return this.#size;
  }

  /** Appends a leaf by its hash (`leafHash` of its data). */
  append(leaf: Uint8Array): void {
    let carry = leaf;
    let level = 0;
    for (let peak = this.#peaks[0]; peak !== undefined; peak = this.#peaks[level]) {
      carry = nodeHash(peak, carry);
      this.#peaks[level++] = undefined;
    }
    this.#peaks[level] = carry;
    this.#size++;
  }

  /** The RFC 9162 root over the leaves so far; SHA-256 of nothing for none. */
  root(): Uint8Array {
    let root: Uint8Array | undefined;
    for (const peak of this.#peaks) {
      if (peak !== undefined) root = root === undefined ? peak : nodeHash(peak, root);
    }
    return root ?? sha256(new Uint8Array());
  }
}

/** The root over the leaf hashes `[from, to)`. */
export function merkleRoot(leaves: readonly Uint8Array[], from = 0, to = leaves.length): Uint8Array {
  const accumulator = new MerkleAccumulator();
  for (let index = from; index < to; index++) accumulator.append(leaves[index] as Uint8Array);
  return accumulator.root();
}

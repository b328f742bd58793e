import { sdkError } from "../errors/sdk.ts";
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

  /**
   * The accumulator of a tree whose complete subtrees have these roots (as `peaks` gives them).
   *
   * @throws ProngsaiError MERKLE_INDEX_OUT_OF_RANGE when a tree of `size` leaves has another number of them
   */
  static from(size: number, peaks: readonly Uint8Array[]): MerkleAccumulator {
    const made = new MerkleAccumulator();
    let next = peaks.length;
    for (let level = 0, rest = size; rest > 0; level++, rest = Math.floor(rest / 2)) {
      made.#peaks[level] = rest % 2 === 1 ? peaks[--next] : undefined;
    }
    if (!Number.isSafeInteger(size) || size < 0 || next !== 0)
      throw sdkError("MERKLE_INDEX_OUT_OF_RANGE", { index: peaks.length, size });
    made.#size = size;
    return made;
  }

  /** Roots of the complete subtrees that the leaves fall into, the largest (leftmost) first; one for each bit of the size. */
  get peaks(): Uint8Array[] {
    return this.#peaks.filter((peak) => peak !== undefined).reverse();
  }

  /**
   * Appends a leaf by its hash (`leafHash` of its data).
   *
   * @param onSubtree told of the root of each subtree of 2^level leaves that is now complete, from the leaf (level 0) up
   */
  append(leaf: Uint8Array, onSubtree?: (level: number, hash: Uint8Array) => void): void {
    let carry = leaf;
    let level = 0;
    onSubtree?.(0, carry);
    for (let peak = this.#peaks[0]; peak !== undefined; peak = this.#peaks[level]) {
      carry = nodeHash(peak, carry);
      this.#peaks[level++] = undefined;
      onSubtree?.(level, carry);
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

/**
 * Random proofs of trees of any size: hashes are drawn for the path, and the roots are computed from the recursive
 * definitions of RFC 9162 sections 2.1.3.1 and 2.1.4.1, so that neither a tree nor a verifier is needed to make them.
 */
import { fromHex, toHex } from "../../../sdk/hex.ts";
import { nodeHash } from "../../../sdk/merkle.ts";
import type { Random } from "../../support/random.ts";

export interface Inclusion {
  index: bigint | number;
  size: bigint | number;
  leaf: string;
  root: string;
  path: string[];
}

export interface Consistency {
  oldSize: bigint | number;
  newSize: bigint | number;
  oldRoot: string;
  newRoot: string;
  path: string[];
}

/** Sizes beyond 2^48 cannot be anchored; these stay within what a double holds. */
const LARGEST_EXPONENT = 52;

/** The largest power of two below `size`. */
function split(size: bigint): bigint {
  let power = 1n;
  while (power * 2n < size) power *= 2n;
  return power;
}

export class Proofs {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  #integer(from: number, to: number): number {
    return from + Math.floor(this.#random.next() * (to - from + 1));
  }

  hash(): Uint8Array {
    return Uint8Array.from({ length: 32 }, () => this.#integer(0, 255));
  }

  /** A number of 0 to `bound − 1`. */
  below(bound: bigint): bigint {
    if (bound <= 1n) return 0n;
    // Often near the right edge, where logs grow.
    if (this.#random.next() < 0.4) {
      const back = BigInt(this.#integer(1, 300));
      return back < bound ? bound - back : 0n;
    }
    return BigInt(Math.floor(this.#random.next() * Number(bound))) % bound;
  }

  /** Sizes of every magnitude, often at and around a power of two. */
  size(): bigint {
    const power = 2n ** BigInt(this.#integer(0, LARGEST_EXPONENT));
    const dice = this.#random.next();
    if (dice < 0.15) return power;
    if (dice < 0.3) return power + 1n;
    if (dice < 0.45) return power > 1n ? power - 1n : 1n;
    return 1n + this.below(power);
  }

  inclusion(index: bigint, size: bigint): Inclusion {
    const path: Uint8Array[] = [];
    const leaf = this.hash();
    const climb = (at: bigint, of: bigint): Uint8Array => {
      if (of === 1n) return leaf;
      const left = split(of);
      const inner = at < left ? climb(at, left) : climb(at - left, of - left);
      const sibling = this.hash();
      path.push(sibling);
      return at < left ? nodeHash(inner, sibling) : nodeHash(sibling, inner);
    };
    const root = climb(index, size);
    return { index, size, leaf: toHex(leaf), root: toHex(root), path: path.map(toHex) };
  }

  consistency(oldSize: bigint, newSize: bigint): Consistency {
    const path: Uint8Array[] = [];
    /** Roots of the old leaves below a node and of all of them; `whole` where the old tree is what the verifier has. */
    const climb = (old: bigint, of: bigint, whole: boolean): [Uint8Array, Uint8Array] => {
      if (old === of) {
        const root = this.hash();
        if (!whole) path.push(root);
        return [root, root];
      }
      const left = split(of);
      if (old <= left) {
        const [before, behind] = climb(old, left, whole);
        const right = this.hash();
        path.push(right);
        return [before, nodeHash(behind, right)];
      }
      const [before, behind] = climb(old - left, of - left, false);
      const sibling = this.hash();
      path.push(sibling);
      return [nodeHash(sibling, before), nodeHash(sibling, behind)];
    };
    const [before, behind] = climb(oldSize, newSize, true);
    return { oldSize, newSize, oldRoot: toHex(before), newRoot: toHex(behind), path: path.map(toHex) };
  }

  /** Something about the proof is wrong, or at least another. */
  spoilInclusion(proof: Inclusion): Inclusion {
    const { index, size, leaf, root, path } = proof;
    switch (this.#integer(0, 5)) {
      case 0:
        return { ...proof, index: this.#near(index) };
      case 1:
        return { ...proof, size: this.#near(size) };
      case 2:
        return { ...proof, leaf: this.#flipped(leaf) };
      case 3:
        return { ...proof, root: this.#flipped(root) };
      default:
        return { ...proof, path: this.#spoilt(path) };
    }
  }

  spoilConsistency(proof: Consistency): Consistency {
    const { oldSize, newSize, oldRoot, newRoot, path } = proof;
    switch (this.#integer(0, 7)) {
      case 0:
        return { ...proof, oldSize: this.#near(oldSize) };
      case 1:
        return { ...proof, newSize: this.#near(newSize) };
      case 2:
        return { ...proof, oldRoot: this.#flipped(oldRoot) };
      case 3:
        return { ...proof, newRoot: this.#flipped(newRoot) };
      case 4:
        return { ...proof, oldRoot: newRoot, newRoot: oldRoot };
      case 5:
        return { ...proof, oldSize: newSize, newSize: oldSize };
      default:
        return { ...proof, path: this.#spoilt(path) };
    }
  }

  /** Another number close by, or at half or twice the distance from zero; never negative. */
  #near(number: bigint | number): bigint {
    const value = BigInt(number);
    const choices = [value + 1n, value > 0n ? value - 1n : 0n, value / 2n, value * 2n, value ^ 1n, 0n];
    const chosen = choices[this.#integer(0, choices.length - 1)]!;
    return chosen < 2n ** 53n ? chosen : value;
  }

  #flipped(hash: string): string {
    const bytes = fromHex(hash, 32);
    const at = this.#integer(0, 31);
    bytes[at] = bytes[at]! ^ (1 << this.#integer(0, 7));
    return toHex(bytes);
  }

  #spoilt(path: string[]): string[] {
    const at = this.#integer(0, Math.max(0, path.length - 1));
    const more = toHex(this.hash());
    switch (this.#integer(0, 5)) {
      case 0:
        return [...path, more];
      case 1:
        return [more, ...path];
      case 2:
        return path.slice(1);
      case 3:
        return path.slice(0, -1);
      case 4:
        return path.toReversed();
      default:
        return path.length > 0 ? path.with(at, this.#flipped(path[at]!)) : [more];
    }
  }
}

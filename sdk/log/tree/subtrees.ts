import type { LeafRange } from "../../merkle/ranges.ts";
import { TILE_WIDTH } from "../tiles/tile.ts";

/** The complete subtree over the leaves [index · 2^level, (index + 1) · 2^level). */
export type Subtree = { readonly level: number; readonly index: number };

/** The largest complete subtrees that together have just these leaves, from left to right. */
export function subtreesOf([from, to]: LeafRange): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = from; at < to;) {
    let level = 0;
    let leaves = 1;
    while (at % (leaves * 2) === 0 && at + leaves * 2 <= to) {
      leaves *= 2;
      level++;
    }
    subtrees.push({ level, index: at / leaves });
    at += leaves;
  }
  return subtrees;
}

/** Which hashes of which tile have the subtree's root as theirs. */
export type TilePlace = {
  readonly level: number;
  readonly index: number;
  readonly from: number;
  readonly to: number;
};

export function tilePlace({ level, index }: Subtree): TilePlace {
  const hashes = 2 ** (level % 8);
  const first = index * hashes;
  const from = first % TILE_WIDTH;
  return { level: Math.floor(level / 8), index: Math.floor(first / TILE_WIDTH), from, to: from + hashes };
}

import { splitPoint } from "./split-point.ts";

/** The leaves `[from, to)`; the hash that stands for them is the root of the tree that they alone would make. */
export type LeafRange = readonly [from: number, to: number];

/**
 * The ranges whose hashes are the inclusion proof of the leaf at `index` (below `size`), from the leaf's sibling up.
 * RFC 9162 section 2.1.3.1.
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    if (index < middle) {
      ranges.push([middle, to]);
      to = middle;
    } else {
      ranges.push([from, middle]);
      from = middle;
    }
  }
  return ranges.reverse();
}

/**
 * The ranges whose hashes are the consistency proof between the first `prefix` (1 to `size`) leaves and all of them.
 * RFC 9162 section 2.1.4.1.
 */
export function consistencyRanges(prefix: number, size: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let from = 0;
  let to = size;
  while (prefix < to) {
    const middle = from + splitPoint(to - from);
    if (prefix <= middle) {
      ranges.push([middle, to]);
      to = middle;
    } else {
      ranges.push([from, middle]);
      from = middle;
    }
  }
  // The verifier knows the root of the whole prefix already.
  if (from > 0) ranges.push([from, to]);
  return ranges.reverse();
}

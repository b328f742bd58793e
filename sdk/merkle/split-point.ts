/** The largest power of two below `size` (≥ 2): how many leaves the left subtree has. RFC 9162 section 2.1.1. */
export function splitPoint(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

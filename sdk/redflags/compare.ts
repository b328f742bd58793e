/** An amount or count in decimal text; null when unknown or empty. */
export function whole(value: string | null | undefined): bigint | null {
  return value === null || value === undefined || !/^-?\d+$/.test(value) ? null : BigInt(value);
}

/** a > b, when both are known. */
export function above(a: string | null, b: string | null): boolean {
  const [x, y] = [whole(a), whole(b)];
  return x !== null && y !== null && x > y;
}

/** Plain form of a decoded or claimed value: numbers of any kind as decimal text, hexadecimal in lower case. */
function plain(value: unknown): string {
  if (typeof value === "bigint" || typeof value === "number") return String(value);
  const text = String(value);
  return /^0x[0-9a-f]*$/i.test(text) ? text.toLowerCase() : text;
}

/** The value at a dotted path such as `counters.paid` or `moves.0.amount`; undefined where there is none. */
function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((inner, key) => {
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, key)) return undefined;
    return (inner as Record<string, unknown>)[key];
  }, value);
}

/** One field as it was claimed and as it was found; `found` is null where the event has no such field. */
export type ComparedField = {
  readonly field: string;
  readonly expected: string;
  readonly found: string | null;
  readonly same: boolean;
};

/** Compares claimed fields, named by dotted paths, with decoded ones. 64-bit numbers may be claimed as text. */
export function compareValues(
  expected: Readonly<Record<string, string | number | bigint | boolean>>,
  decoded: unknown,
): readonly ComparedField[] {
  return Object.entries(expected).map(([field, claimed]) => {
    const value = at(decoded, field);
    const found = value === undefined || (typeof value === "object" && value !== null) ? null : plain(value);
    return { field, expected: plain(claimed), found, same: found === plain(claimed) };
  });
}

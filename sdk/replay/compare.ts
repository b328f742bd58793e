import type { Plain } from "./event.ts";

/** The first difference between two values: where, and both sides as text. */
export interface Difference {
  /** Dotted path, empty for the value itself. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

const isList = (value: Plain | undefined): value is readonly Plain[] => Array.isArray(value);
const isFields = (value: Plain | undefined): value is { readonly [name: string]: Plain } =>
  typeof value === "object" && !isList(value);

const shown = (value: Plain | undefined): string => {
  if (value === undefined) return "nothing";
  if (isList(value)) return `[${value.map(shown).join(", ")}]`;
  if (isFields(value))
    return `{${Object.entries(value)
      .map(([k, v]) => `${k}: ${shown(v)}`)
      .join(", ")}}`;
  return String(value);
};

/** Compares what should be with what is; hexadecimal in either case. */
export function firstDifference(
  expected: Plain | undefined,
  found: Plain | undefined,
  path = "",
): Difference | null {
  const below = (key: string) => (path ? `${path}.${key}` : key);
  const parts = (isList(expected) && isList(found)) || (isFields(expected) && isFields(found));
  if (!parts) {
    const same =
      typeof expected === typeof found &&
      shown(expected).toLowerCase() === shown(found).toLowerCase() &&
      (expected === found || (typeof expected === "string" && expected.startsWith("0x")));
    return same ? null : { path, expected: shown(expected), found: shown(found) };
  }
  const left = expected as Readonly<Record<string, Plain>>;
  const right = found as Readonly<Record<string, Plain>>;
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const difference = firstDifference(left[key], right[key], below(key));
    if (difference) return difference;
  }
  return null;
}

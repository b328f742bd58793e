/** Values by field, nested as in the API's answers, all as text. */
export type Fields = { readonly [name: string]: string | Fields };

/** The first of the expected fields that an answer of the API has otherwise. */
export function firstOther(
  expected: Fields,
  found: unknown,
  path = "",
): { path: string; found: string; expected: string } | null {
  for (const [name, value] of Object.entries(expected)) {
    const inner = (found as Record<string, unknown> | null | undefined)?.[name];
    const below = path ? `${path}.${name}` : name;
    if (typeof value !== "string") {
      const difference = firstOther(value, inner, below);
      if (difference) return difference;
    } else if (String(inner) !== value) return { path: below, found: String(inner), expected: value };
  }
  return null;
}

/** The fields as GraphQL asks for them. */
export const selection = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => (typeof value === "string" ? name : `${name} { ${selection(value)} }`))
    .join(" ");

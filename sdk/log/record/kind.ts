/** What a value is, without saying which: null, array, object, string, number, boolean, or what JSON does not know. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

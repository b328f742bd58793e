/** Looking into JSON of unknown shape without trusting it. */
export type JsonObject = { readonly [member: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The member when it is an object, else an empty one. */
export function objectAt(value: JsonObject, member: string): JsonObject {
  const inner = Object.hasOwn(value, member) ? value[member] : undefined;
  return isObject(inner) ? inner : {};
}

/** The objects in the member when it is an array, else none. */
export function objectsAt(value: JsonObject, member: string): JsonObject[] {
  const inner = Object.hasOwn(value, member) ? value[member] : undefined;
  return Array.isArray(inner) ? inner.filter(isObject) : [];
}

/** The member as trimmed text; numbers as text (OCDS allows numeric ids); empty and everything else is null. */
export function textAt(value: JsonObject, member: string): string | null {
  const inner = Object.hasOwn(value, member) ? value[member] : undefined;
  if (typeof inner === "number") return String(inner);
  const text = typeof inner === "string" ? inner.trim() : "";
  return text === "" ? null : text;
}

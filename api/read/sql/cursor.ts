import { apiError } from "../../errors/api-error.ts";

export type CursorValue = string | null;
type CursorType = "bigint" | "int" | "text" | "numeric";

/** Opaque to clients; bound to its list by the tag, so that a cursor of another list or order is noticed. */
export function encodeCursor(tag: string, values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify([tag, ...values])).toString("base64url");
}

/** @throws ProngsaiError CURSOR_MALFORMED unless it has the tag and a value of each type (null only for the first) */
export function decodeCursor(cursor: string, tag: string, types: readonly CursorType[]): CursorValue[] {
  try {
    const [found, ...values] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
    const fits = values.every((value, index) => (value === null ? index === 0 : isOf(types[index]!, value)));
    if (found === tag && values.length === types.length && fits) return values as CursorValue[];
  } catch {
    // Not JSON: the same as any other cursor that we did not give.
  }
  throw apiError("CURSOR_MALFORMED");
}

const bits = { int: 31n, bigint: 63n, numeric: 125n };

function isOf(type: CursorType, value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (type === "text") return value.length <= 4_000 && !value.includes("\0") && value.isWellFormed();
  if (!/^-?\d{1,38}$/.test(value)) return false;
  const limit = 2n ** bits[type];
  const number = BigInt(value);
  return number >= -limit && number < limit;
}

import serialize from "canonicalize";
import { sdkError } from "./errors/sdk.ts";

/** What JSON can hold. Money is a string of satang, dates are ISO 8601 strings. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };

function refuse(path: string, found: string): never {
  throw sdkError("JSON_NOT_CANONICAL", { path, found });
}

function check(value: unknown, path: string, above: ReadonlySet<unknown>): void {
  if (value === null || typeof value === "boolean") return;
  if (typeof value === "number") return Number.isFinite(value) ? undefined : refuse(path, String(value));
  if (typeof value === "string") return value.isWellFormed() ? undefined : refuse(path, "lone surrogate");
  if (typeof value !== "object") return refuse(path, typeof value);
  if (above.has(value)) return refuse(path, "cycle");
  const here = new Set(above).add(value);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) check(value[index], `${path}[${index}]`, here);
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) refuse(path, value.constructor.name);
  if (Object.getOwnPropertySymbols(value).length > 0) refuse(path, "symbol");
  for (const [member, inner] of Object.entries(value)) {
    if (!member.isWellFormed()) refuse(path, "lone surrogate");
    check(inner, `${path}.${member}`, here);
  }
}

/**
 * The one JSON text of a value, by RFC 8785 (JSON Canonicalization Scheme): members sorted by UTF-16 code units, no
 * white space, numbers as ECMAScript writes them. Nothing is dropped or converted silently: what JSON cannot hold
 * exactly is refused.
 *
 * @throws ProngsaiError JSON_NOT_CANONICAL for undefined, NaN, infinities, bigint, lone surrogates, functions,
 * symbols, class instances (Date, Map …) and cycles; `details.path` says where, from `$`
 */
export function canonicalJson(value: Json): string {
  check(value, "$", new Set());
  return serialize(value) as string;
}

/** The UTF-8 bytes of `canonicalJson`, as they are hashed. */
export function canonicalBytes(value: Json): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

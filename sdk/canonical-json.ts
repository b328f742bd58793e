import serialize from "canonicalize";
import { sdkError } from "./errors/sdk.ts";

/** What JSON can hold. Money is a string of satang, dates are ISO 8601 strings. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };

/** The members and places that lead to the value being looked at, and the objects that it lies in, outermost first. */
type Way = { readonly names: (string | number)[]; readonly above: unknown[] };

function refuse({ names }: Way, found: string): never {
  const path = names.map((name) => (typeof name === "number" ? `[${name}]` : `.${name}`)).join("");
  throw sdkError("JSON_NOT_CANONICAL", { path: `$${path}`, found });
}

function check(value: unknown, way: Way): void {
  if (value === null || typeof value === "boolean") return;
  if (typeof value === "number") return Number.isFinite(value) ? undefined : refuse(way, String(value));
  if (typeof value === "string") return value.isWellFormed() ? undefined : refuse(way, "lone surrogate");
  if (typeof value !== "object") return refuse(way, typeof value);
  if (way.above.includes(value)) return refuse(way, "cycle");
  way.above.push(value);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) checkInner(value[index], index, way);
  } else {
    checkObject(value, way);
  }
  way.above.pop();
}

function checkObject(value: object, way: Way): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) refuse(way, value.constructor.name);
  if (Object.getOwnPropertySymbols(value).length > 0) refuse(way, "symbol");
  for (const member of Object.keys(value)) {
    if (!member.isWellFormed()) refuse(way, "lone surrogate");
    checkInner((value as Record<string, unknown>)[member], member, way);
  }
}

function checkInner(value: unknown, name: string | number, way: Way): void {
  way.names.push(name);
  check(value, way);
  way.names.pop();
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
  check(value, { names: [], above: [] });
  return serialize(value) as string;
}

const utf8 = new TextEncoder();

/** The UTF-8 bytes of `canonicalJson`, as they are hashed. */
export function canonicalBytes(value: Json): Uint8Array {
  return utf8.encode(canonicalJson(value));
}

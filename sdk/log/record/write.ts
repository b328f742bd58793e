import { sdkError } from "../../errors/sdk.ts";
import { jsonPath } from "../json-path.ts";
import type { Step } from "../json-path.ts";
import { MAX_RECORD_DEPTH } from "./limits.ts";
import { kindOf } from "./kind.ts";

/** Printable ASCII without quotation mark and backslash: needs no escape, is NFC, has no surrogates. */
const PLAIN = /^[ !#-[\]-~]*$/;

function writeText(text: string, path: readonly Step[]): string {
  if (PLAIN.test(text)) return `"${text}"`;
  const fault = !text.isWellFormed()
    ? "lone surrogate"
    : text.includes("\0")
      ? "U+0000"
      : text.normalize("NFC") !== text
        ? "not NFC"
        : undefined;
  if (fault) throw sdkError("LOG_RECORD_TEXT", { path: jsonPath(path), found: fault });
  return JSON.stringify(text);
}

/** Names come from few schemas; written once, they are looked up. Never grows beyond what those can need. */
const writtenNames = new Map<string, string>();
const MAX_WRITTEN_NAMES = 4_096;

function writeName(name: string, path: readonly Step[]): string {
  const known = writtenNames.get(name);
  if (known !== undefined) return known;
  const written = `${writeText(name, path)}:`;
  if (name.length <= 40 && writtenNames.size < MAX_WRITTEN_NAMES) writtenNames.set(name, written);
  return written;
}

function writeArray(items: readonly unknown[], path: Step[]): string {
  let text = "[";
  for (let index = 0; index < items.length; index++) {
    path.push(index);
    text += (index === 0 ? "" : ",") + writeValue(items[index], path);
    path.pop();
  }
  return `${text}]`;
}

/** Names in the order of their UTF-16 code units (RFC 8785 section 3.2.3), which is how ECMAScript compares strings. */
function sortedNames(object: object): string[] {
  const names = Object.keys(object);
  for (let i = 1; i < names.length; i++) if (names[i - 1]! > names[i]!) return names.sort();
  return names;
}

function writeObject(object: Readonly<Record<string, unknown>>, path: Step[]): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  const plain = prototype === Object.prototype || prototype === null;
  if (!plain || Object.getOwnPropertySymbols(object).length > 0)
    throw sdkError("LOG_RECORD_KIND", { path: jsonPath(path), found: "instance", expected: "object" });
  const names = sortedNames(object);
  let text = "{";
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    path.push(name);
    if (i > 0) text += ",";
    text += writeName(name, path);
    text += writeValue(object[name], path);
    path.pop();
  }
  return `${text}}`;
}

function writeValue(value: unknown, path: Step[]): string {
  switch (typeof value) {
    case "string":
      return writeText(value, path);
    case "number":
      if (Number.isSafeInteger(value)) return String(value);
      throw sdkError("LOG_RECORD_NUMBER", { path: jsonPath(path) });
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      if (path.length >= MAX_RECORD_DEPTH)
        throw sdkError("LOG_RECORD_DEPTH", { path: jsonPath(path), limit: MAX_RECORD_DEPTH });
      return Array.isArray(value)
        ? writeArray(value, path)
        : writeObject(value as Readonly<Record<string, unknown>>, path);
    default:
      throw sdkError("LOG_RECORD_KIND", { path: jsonPath(path), found: kindOf(value), expected: "json" });
  }
}

/**
 * Canonical JSON (RFC 8785) of a record, checked while it is written: the same text as `canonicalJson` gives, in a third
 * of the time, for the values that a record may hold. Those are strings in NFC without lone surrogates and U+0000 (which
 * PostgreSQL cannot store), integers within ±(2⁵³−1), booleans, null, arrays and plain objects, nested at most
 * `MAX_RECORD_DEPTH` deep.
 *
 * @throws ProngsaiError LOG_RECORD_TEXT, LOG_RECORD_NUMBER, LOG_RECORD_DEPTH, LOG_RECORD_KIND
 */
export function writeRecord(record: unknown): string {
  return writeValue(record, []);
}

import { JSONParser } from "@streamparser/json";
import { importError } from "../errors.ts";
import { sniff } from "../sniff.ts";
import { isObject } from "./json.ts";
import type { JsonObject } from "./json.ts";

/** Largest single release, record or line; bounds memory. */
export const MAX_ENTRY_BYTES = 64 * 1024 * 1024;
const HEAD_BYTES = 1024 * 1024;

/** A value of the file that may hold releases, in order; `broken` for a line of JSON lines that is none. */
export type OcdsEntry =
  | { readonly kind: "value"; readonly value: unknown; readonly at: "root" | "releases" | "records" | "line" }
  | { readonly kind: "broken"; readonly reason: "JSON_BROKEN" | "UTF8_BROKEN" }
  /** A member that a package has beside its releases or records. */
  | { readonly kind: "member"; readonly name: string; readonly value: unknown };

const PACKAGE_MEMBERS = [
  "version",
  "uri",
  "publishedDate",
  "publisher",
  "license",
  "publicationPolicy",
  "extensions",
];

const decoder = new TextDecoder("utf-8", { fatal: true });
const decode = (bytes: Uint8Array) => decoder.decode(bytes);

function parsed(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function firstLines(head: Uint8Array): string[] {
  const text = new TextDecoder().decode(head).replace(/^\ufeff/, "");
  return text.split("\n").filter((line) => line.trim() !== "");
}

/** JSON lines: each of the first lines is an object in itself. One line may be broken without hiding the others. */
function isJsonLines(head: Uint8Array): boolean {
  const [first, second] = firstLines(head);
  if (first === undefined || second === undefined || !first.trimStart().startsWith("{")) return false;
  if (parsed(first)) return true;
  return parsed(second) !== null && !/[[{,:]\s*$/.test(first);
}

async function* lines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      yield concat(rest, chunk.subarray(from, at));
      rest = new Uint8Array();
      from = at + 1;
    }
    rest = concat(rest, chunk.subarray(from));
    if (rest.length > MAX_ENTRY_BYTES)
      throw importError("IMPORT_RELEASE_TOO_LARGE", { limit: MAX_ENTRY_BYTES });
  }
  yield rest;
}

export function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b.slice();
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

async function* lineEntries(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<OcdsEntry, void> {
  for await (const line of lines(bytes)) {
    let text: string;
    try {
      text = decode(line).replace(/^\ufeff/, "");
    } catch {
      yield { kind: "broken", reason: "UTF8_BROKEN" };
      continue;
    }
    if (text.trim() === "") continue;
    const value = parsed(text);
    yield value ? { kind: "value", value, at: "line" } : { kind: "broken", reason: "JSON_BROKEN" };
  }
}

/** One JSON text, read piece by piece: an array of entries, or a package whose releases are handed out one by one. */
async function* streamedEntries(
  bytes: AsyncIterable<Uint8Array>,
  isArray: boolean,
): AsyncGenerator<OcdsEntry, void> {
  const members = PACKAGE_MEMBERS.map((name) => `$.${name}`);
  const paths = isArray ? ["$.*"] : ["$.releases.*", "$.records.*", ...members];
  const parser = new JSONParser({ paths, keepStack: false });
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let ready: OcdsEntry[] = [];
  parser.onValue = ({ value, key, stack }) => {
    const parent = stack.at(-1)?.key;
    if (isArray) ready.push({ kind: "value", value, at: "root" });
    else if (parent === "releases" || parent === "records") ready.push({ kind: "value", value, at: parent });
    else ready.push({ kind: "member", name: String(key), value });
  };
  let sinceEntry = 0;
  for await (const chunk of bytes) {
    try {
      utf8.decode(chunk, { stream: true });
    } catch (cause) {
      throw importError("IMPORT_ENCODING", { encoding: "unknown / ไม่ทราบ" }, cause);
    }
    try {
      parser.write(chunk);
    } catch (cause) {
      throw importError("IMPORT_JSON_BROKEN", {}, cause);
    }
    sinceEntry = ready.length > 0 ? 0 : sinceEntry + chunk.length;
    if (sinceEntry > MAX_ENTRY_BYTES)
      throw importError("IMPORT_RELEASE_TOO_LARGE", { limit: MAX_ENTRY_BYTES });
    yield* ready;
    ready = [];
  }
  if (!parser.isEnded) throw importError("IMPORT_JSON_BROKEN");
}

async function* whole(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<OcdsEntry, void> {
  let all: Uint8Array = new Uint8Array();
  for await (const chunk of bytes) {
    all = concat(all, chunk);
    if (all.length > MAX_ENTRY_BYTES)
      throw importError("IMPORT_RELEASE_TOO_LARGE", { limit: MAX_ENTRY_BYTES });
  }
  let text: string;
  try {
    text = decode(all);
  } catch (cause) {
    throw importError("IMPORT_ENCODING", { encoding: "unknown / ไม่ทราบ" }, cause);
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw importError("IMPORT_JSON_BROKEN", {}, cause);
  }
  if (Array.isArray(value)) for (const each of value) yield { kind: "value", value: each, at: "root" };
  else yield { kind: "value", value, at: "root" };
}

/** Whether a large object has an `ocid` of its own near its beginning, that is: is one release, not a package. */
function isSingleRelease(head: Uint8Array): boolean {
  let found = false;
  const parser = new JSONParser({ paths: ["$.ocid"], keepStack: false });
  parser.onValue = () => (found = true);
  parser.onError = () => {};
  try {
    parser.write(head);
  } catch {
    return found;
  }
  return found;
}

/**
 * The entries of an OCDS file in their order: release package, record package, single release or record, an array of
 * them, or JSON lines of any of these. Memory is bounded by the largest entry.
 *
 * @throws ProngsaiError IMPORT_EMPTY, IMPORT_ENCODING, IMPORT_NOT_OCDS, IMPORT_JSON_BROKEN, IMPORT_RELEASE_TOO_LARGE
 */
export async function* ocdsEntries(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<OcdsEntry, void> {
  const iterator = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  let ended = false;
  while (head.length < HEAD_BYTES && !ended) {
    const next = await iterator.next();
    if (next.done) ended = true;
    else head = concat(head, next.value);
  }
  const kind = sniff(head);
  if (kind === "empty") throw importError("IMPORT_EMPTY");
  if (kind === "utf-16") throw importError("IMPORT_ENCODING", { encoding: "UTF-16" });
  if (kind !== "json") throw importError("IMPORT_NOT_OCDS", { kind: kind === "text" ? "csv" : kind });
  async function* all() {
    yield head;
    if (!ended)
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  const start = String.fromCharCode(...head.subarray(0, 256)).trimStart();
  const isArray = start.replace(/^\u00ef\u00bb\u00bf\s*/, "").startsWith("[");
  try {
    if (!isArray && isJsonLines(head)) yield* lineEntries(all());
    else if (ended || (!isArray && isSingleRelease(head))) yield* whole(all());
    else yield* streamedEntries(all(), isArray);
  } finally {
    await iterator.return?.();
  }
}

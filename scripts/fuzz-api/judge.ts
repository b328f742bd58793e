import type { Input } from "./input.ts";

export interface Answer {
  readonly status: number;
  readonly type: string;
  /** the beginning of the body */
  readonly text: string;
}

/** What an answer must not tell: how we are built, and where. No hostile input holds any of it. */
const INTERNALS: readonly RegExp[] = [
  /\n\s+at .{1,200}:\d+:\d+/,
  /node:internal|node_modules/,
  /file:\/\/\/(?!etc\/hosts)/,
  /\/(api|indexer|sdk|scripts)\/[\w/.-]+\.(ts|js)\b/,
  /(relation|column|function|operator) .{1,80} does not exist/,
  /invalid (input syntax|byte sequence)|syntax error at or near|out of range for type/,
  /pg_catalog|postgres(ql)?:\/\//,
  /ECONNREFUSED|ENOENT|EACCES/,
  /Cannot read propert|is not a function|is not iterable|Unexpected token/,
];

/** An API without a gateway's key takes no actions, and says so: that is no failure of the server. */
const NOT_OFFERED = /^\{"type":.*"code":"LOG_INTAKE_NO_KEY"/;

interface Told {
  readonly code?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
}

/** What is wrong with an answer; null when nothing is. */
export function judge({ path, method }: Input, { status, type, text }: Answer): string | null {
  if (status >= 500 && !NOT_OFFERED.test(text)) return `status ${status}`;
  const leak = INTERNALS.find((pattern) => pattern.test(text));
  if (leak) return `tells of internals: ${leak.exec(text)![0].trim().slice(0, 100)}`;
  if (method === "HEAD" || text === "" || text.length >= LONGEST) return null;
  if (!/\bjson\b/.test(type) || /ndjson/.test(type)) return null;
  let told: Told;
  try {
    told = JSON.parse(text) as Told;
  } catch {
    return "says JSON and is none";
  }
  const codes = (told.errors ?? []).map(({ extensions }) => extensions?.code);
  if (status >= 400 && !path.startsWith("/graphql")) codes.push(told.code);
  if (codes.some((code) => typeof code !== "string")) return "an error without a code";
  return codes.some((code) => /INTERNAL/.test(String(code))) ? "an error of our own" : null;
}

/** More of a body is not read: the client leaves, as clients do. */
export const LONGEST = 200_000;

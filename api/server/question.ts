import type { Request } from "express";

/** A question that may be answered without more ado. */
export interface Question {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName: string | undefined;
  /** The same for the same question. */
  readonly key: string;
  /** Media type that the reader takes. */
  readonly type: string;
}

/** Longer ones are answered, but their documents are not kept. */
const LONGEST_QUERY = 10_000;
const MEMBERS = new Set(["query", "variables", "operationName"]);
const TYPES = ["application/json", "application/graphql-response+json"];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Null for what is not plainly a question: other members, other methods, other media types. */
export function questionOf(request: Request): Question | null {
  const source = request.method === "POST" ? (request.body as unknown) : fromAddress(request);
  if (!isObject(source) || !Object.keys(source).every((name) => MEMBERS.has(name))) return null;
  const { query, variables = null, operationName = null } = source;
  if (typeof query !== "string" || query.length > LONGEST_QUERY) return null;
  if (variables !== null && !isObject(variables)) return null;
  if (operationName !== null && typeof operationName !== "string") return null;
  const type = accepted(request);
  if (!type) return null;
  const key = keyOf(query, operationName, variables);
  return { query, variables: variables ?? {}, operationName: operationName ?? undefined, key, type };
}

export function keyOf(query: string, operationName: string | null, variables: object | null): string {
  return `${query}\0${operationName ?? ""}\0${variables ? JSON.stringify(variables) : ""}`;
}

function fromAddress(request: Request): unknown {
  if (request.method !== "GET") return null;
  const { variables, ...others } = request.query;
  try {
    return {
      ...others,
      ...(typeof variables === "string" && { variables: JSON.parse(variables) as unknown }),
    };
  } catch {
    return null;
  }
}

/** What is accepted by each value of the header; browsers and programs send few different ones. */
const known = new Map<string, string | null>();

function accepted(request: Request): string | null {
  const header = request.headers.accept ?? "*/*";
  const found = known.get(header);
  if (found !== undefined) return found;
  // A stream of one answer is not what this way gives.
  const type = header.includes("text/event-stream") ? null : request.accepts(TYPES) || null;
  if (known.size >= 200) known.clear();
  known.set(header, type as string | null);
  return type as string | null;
}

import type { IncomingMessage, ServerResponse } from "node:http";
import type { ProngsaiError } from "../../../sdk/errors.ts";
import { languageOf } from "../../rest/problems/language.ts";
import { problemOf } from "../../rest/problems/problem.ts";
import { retryAfter } from "../../rest/problems/status.ts";

/** Pages of any origin may hand in what is signed; nothing of it is to be kept or guessed at. */
const COMMON = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Retry-After",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
};

/** Milliseconds in which what is left of a refused body may come. */
const REST_WITHIN = 5_000;

/** How a request must be signed. RFC 9421 section 5.1. */
const WANTED = 'sig1=("@method" "@target-uri" "content-digest" "idempotency-key");created;keyid;nonce';

export function sendAnswer(response: ServerResponse, body: string): void {
  const length = Buffer.byteLength(body);
  response.writeHead(201, { ...COMMON, "Content-Type": "application/json", "Content-Length": length });
  response.end(body);
}

/** A problem document. @param path the address as it may be shown */
export function sendFailure(
  error: ProngsaiError,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): void {
  const language = languageOf(request);
  const problem = problemOf(error, language, path);
  const body = `${JSON.stringify(problem)}\n`;
  const wait = retryAfter(error);
  response.writeHead(problem.status, {
    ...COMMON,
    "Content-Type": "application/problem+json; charset=utf-8",
    "Content-Language": language,
    "Content-Length": Buffer.byteLength(body),
    ...(wait !== null && { "Retry-After": String(wait) }),
    ...(problem.status === 401 && { "WWW-Authenticate": "Signature", "Accept-Signature": WANTED }),
  });
  response.end(body);
  if (!request.complete) discardRest(request);
}

/**
 * Reads on without keeping anything, so that a client that is still sending gets to its answer; one that sends for longer
 * is cut off.
 */
function discardRest(request: IncomingMessage): void {
  const timer = setTimeout(() => request.destroy(), REST_WITHIN).unref();
  request.on("error", () => undefined).once("close", () => clearTimeout(timer));
  request.resume();
}

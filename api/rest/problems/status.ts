import type { ProngsaiError } from "../../../sdk/errors.ts";

const statuses: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  ROUTE_UNKNOWN: 404,
  METHOD_NOT_ALLOWED: 405,
  BODY_TOO_LARGE: 413,
  URL_TOO_LONG: 414,
  CONTENT_TYPE: 415,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  DOCUMENT_UNAVAILABLE: 503,
  DOCUMENT_ALTERED: 502,
  DOCUMENT_NOT_A_FILE: 404,
  CID_MALFORMED: 404,
  MIRROR_UNAVAILABLE: 503,
  CHAIN_UNAVAILABLE: 503,
  TOO_SLOW: 503,
  EXPORT_BUSY: 429,
  GATEWAY_UNAVAILABLE: 503,
};

/** A contract's refusal or the gateway's: the request is well formed, but the ledger will not take it. */
const REFUSED = 422;

/** HTTP status of an error: what is not listed is the client's to mend. */
export function statusOf({ code }: Pick<ProngsaiError, "code">): number {
  return statuses[code] ?? (/^GATEWAY_|^[A-Z][a-z]/.test(code) ? REFUSED : 400);
}

/** Seconds after which the same request may succeed; null when waiting does not help. */
export function retryAfter({ code, details }: ProngsaiError): number | null {
  if (code === "RATE_LIMITED") return Number(details.seconds);
  if (code === "EXPORT_BUSY") return 5;
  return statusOf({ code }) === 503 ? 5 : null;
}

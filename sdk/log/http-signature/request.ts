import { sdkError } from "../../errors/sdk.ts";

/** A request as a server received it, or as a client is about to send it. */
export interface HttpRequest {
  /** as in the request line, e.g. `POST` */
  readonly method: string;
  /** the whole address that the client asked for, without fragment; servers know their public origin by configuration */
  readonly targetUri: string;
  /** by lower-case name, as Node gives them; lines of one name are joined by `, ` or are an array */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

/** Longest field that is read, in characters: a signature of this profile needs about 300. */
export const MAX_FIELD_LENGTH = 2_048;

/** Printable ASCII, as everything is that is signed here: no line can be forged into the signature base. */
const PRINTABLE = /^[\x20-\x7e]*$/;

/**
 * The value of a field, its lines joined (RFC 9421 section 2.1).
 *
 * @throws ProngsaiError LOG_SIGNATURE_MISSING when there is none, LOG_SIGNATURE_MALFORMED when it is too long or not
 * printable ASCII
 */
export function fieldOf({ headers }: Pick<HttpRequest, "headers">, name: string): string {
  const lines = Object.hasOwn(headers, name) ? headers[name] : undefined;
  if (lines === undefined) throw sdkError("LOG_SIGNATURE_MISSING", { field: name });
  const value = typeof lines === "string" ? lines.trim() : lines.map((line) => line.trim()).join(", ");
  if (value === "") throw sdkError("LOG_SIGNATURE_MISSING", { field: name });
  if (value.length > MAX_FIELD_LENGTH)
    throw sdkError("LOG_SIGNATURE_MALFORMED", { field: name, reason: `longer than ${MAX_FIELD_LENGTH}` });
  if (!PRINTABLE.test(value))
    throw sdkError("LOG_SIGNATURE_MALFORMED", { field: name, reason: "not printable ASCII" });
  return value;
}

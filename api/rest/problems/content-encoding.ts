import type { IncomingHttpHeaders } from "node:http";
import type { ProngsaiError } from "../../../sdk/errors.ts";
import { restError } from "./rest-error.ts";

/** The refusal of a body in the Content-Encoding of these fields: gzip and others. RFC 9110 section 15.5.16 */
export function contentEncodingError(headers: IncomingHttpHeaders): ProngsaiError {
  const given = headers["content-encoding"] ?? "";
  // What a client wrote there is shown only when it is a name, or several.
  return restError("CONTENT_ENCODING", {
    given: /^[\w-]{1,20}(, ?[\w-]{1,20}){0,3}$/.test(given) ? given : "…",
  });
}

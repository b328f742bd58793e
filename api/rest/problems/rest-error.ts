import { ProngsaiError } from "../../../sdk/errors.ts";
import type { Details } from "../../../sdk/errors.ts";
import { restTexts } from "./texts.ts";

/** Stable codes of the errors that the REST side raises itself; each is listed in docs/errors.md. */
export type RestErrorCode = keyof typeof restTexts;

/** The error with this code; `details` must hold the values that its texts name. */
export function restError(code: RestErrorCode, details: Details = {}, cause?: unknown): ProngsaiError {
  return new ProngsaiError(code, restTexts[code](details), details, cause);
}

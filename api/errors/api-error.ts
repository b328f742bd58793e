import { ProngsaiError } from "../../sdk/errors.ts";
import type { Details } from "../../sdk/errors.ts";
import { apiTexts } from "./texts.ts";

/** Stable codes of the errors that the API raises itself; each is listed in docs/errors.md. */
export type ApiErrorCode = keyof typeof apiTexts;

export const apiErrorCodes = Object.keys(apiTexts) as ApiErrorCode[];

/** The error with this code; `details` must hold the values that its texts name. */
export function apiError(code: ApiErrorCode, details: Details = {}, cause?: unknown): ProngsaiError {
  return new ProngsaiError(code, apiTexts[code](details), details, cause);
}

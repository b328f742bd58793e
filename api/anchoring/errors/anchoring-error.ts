import { ProngsaiError } from "../../../sdk/errors.ts";
import type { Details } from "../../../sdk/errors.ts";
import { anchoringTexts } from "./texts.ts";

/** Stable codes of the errors that anchoring raises itself; each is listed in docs/errors.md. */
export type AnchoringErrorCode = keyof typeof anchoringTexts;

/** The error with this code; `details` must hold the values that its texts name. */
export function anchoringError(
  code: AnchoringErrorCode,
  details: Details = {},
  cause?: unknown,
): ProngsaiError {
  return new ProngsaiError(code, anchoringTexts[code](details), details, cause);
}

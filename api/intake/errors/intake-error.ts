import { ProngsaiError } from "../../../sdk/errors.ts";
import type { Details } from "../../../sdk/errors.ts";
import { intakeTexts } from "./texts.ts";

/** Stable codes of the errors that the intake raises itself; each is listed in docs/errors.md. */
export type IntakeErrorCode = keyof typeof intakeTexts;

/** The error with this code; `details` must hold the values that its texts name. */
export function intakeError(code: IntakeErrorCode, details: Details = {}, cause?: unknown): ProngsaiError {
  return new ProngsaiError(code, intakeTexts[code](details), details, cause);
}

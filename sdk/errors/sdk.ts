import { ProngsaiError } from "../errors.ts";
import type { Details } from "../errors.ts";
import { moneyTexts } from "./money.ts";

const texts = { ...moneyTexts };

/** Stable codes of the errors that the SDK itself raises; each is listed in docs/errors.md. */
export type SdkErrorCode = keyof typeof texts;

export const sdkErrorCodes = Object.keys(texts) as SdkErrorCode[];

/** The error with this code; `details` must hold the values that its texts name. */
export function sdkError(code: SdkErrorCode, details: Details = {}, cause?: unknown): ProngsaiError {
  return new ProngsaiError(code, texts[code](details), details, cause);
}

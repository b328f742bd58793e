import { ProngsaiError } from "../../../sdk/errors.ts";
import type { Details } from "../../../sdk/errors.ts";
import { webhookTexts } from "./texts.ts";

/** Stable codes of the errors that webhooks raise themselves; each is listed in docs/errors.md. */
export type WebhookErrorCode = keyof typeof webhookTexts;

/** The error with this code; `details` must hold the values that its texts name. */
export function webhookError(code: WebhookErrorCode, details: Details = {}, cause?: unknown): ProngsaiError {
  return new ProngsaiError(code, webhookTexts[code](details), details, cause);
}

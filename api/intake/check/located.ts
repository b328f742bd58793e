import { ProngsaiError } from "../../../sdk/errors.ts";
import { sdkError, sdkErrorCodes } from "../../../sdk/errors/sdk.ts";
import type { SdkErrorCode } from "../../../sdk/errors/sdk.ts";
import { jsonPath } from "../../../sdk/log/json-path.ts";
import type { Step } from "../../../sdk/log/json-path.ts";

/** Where something lies in a request's body: `$[3].data.kind`. */
export const pathIn = (index: number, ...steps: Step[]): string => jsonPath([index, ...steps]);

const known = new Set<string>(sdkErrorCodes);

/** The SDK's error about one record, told as one about the request: its path begins at the body, `index` says which. */
export function located(error: unknown, index: number): unknown {
  if (!(error instanceof ProngsaiError) || !known.has(error.code)) return error;
  const { path } = error.details;
  const whole = typeof path === "string" ? { path: `$[${index}]${path.slice(1)}` } : {};
  return sdkError(error.code as SdkErrorCode, { ...error.details, ...whole, index });
}

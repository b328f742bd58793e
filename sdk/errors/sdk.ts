import { ProngsaiError } from "../errors.ts";
import type { Details } from "../errors.ts";
import { bytes32Texts } from "./bytes32.ts";
import { calendarTexts } from "./calendar.ts";
import { chainTexts } from "./chain.ts";
import { deploymentTexts } from "./deployment.ts";
import { hashingTexts } from "./hashing.ts";
import { logBundleTexts } from "./log-bundle.ts";
import { logProofTexts } from "./log-proof.ts";
import { logPersonalDataTexts } from "./log-personal-data.ts";
import { logRecordTexts } from "./log-record.ts";
import { logSignatureTexts } from "./log-signature.ts";
import { logSubmissionTexts } from "./log-submission.ts";
import { moneyTexts } from "./money.ts";
import { projectCodeTexts } from "./project-code.ts";
import { verifyTexts } from "./verify.ts";

const texts = {
  ...moneyTexts,
  ...calendarTexts,
  ...projectCodeTexts,
  ...bytes32Texts,
  ...hashingTexts,
  ...chainTexts,
  ...deploymentTexts,
  ...logRecordTexts,
  ...logPersonalDataTexts,
  ...logSignatureTexts,
  ...verifyTexts,
  ...logProofTexts,
  ...logBundleTexts,
  ...logSubmissionTexts,
};

/** Stable codes of the errors that the SDK itself raises; each is listed in docs/errors.md. */
export type SdkErrorCode = keyof typeof texts;

export const sdkErrorCodes = Object.keys(texts) as SdkErrorCode[];

/** The error with this code; `details` must hold the values that its texts name. */
export function sdkError(code: SdkErrorCode, details: Details = {}, cause?: unknown): ProngsaiError {
  return new ProngsaiError(code, texts[code](details), details, cause);
}

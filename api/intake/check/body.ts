import { isUtf8 } from "node:buffer";
import { intakeError } from "../errors/intake-error.ts";
import { sdkError } from "../../../sdk/errors/sdk.ts";
import { hasMembersOnce } from "../../../sdk/members-once.ts";
import { faultOf } from "./json-text.ts";

/** Records of one request. */
export const MOST_RECORDS = 1_000;

/**
 * The records of a request's body, as JSON gives them. Nothing of the body is repeated in an error.
 *
 * @throws ProngsaiError LOG_INTAKE_BODY_FORM, LOG_INTAKE_COUNT, LOG_INTAKE_MEMBER_TWICE, LOG_RECORD_NUMBER
 */
export function readBody(body: Buffer): readonly unknown[] {
  if (!isUtf8(body)) throw intakeError("LOG_INTAKE_BODY_FORM", { reason: "UTF-8" });
  const fault = faultOf(body);
  if (fault === "depth") throw intakeError("LOG_INTAKE_BODY_FORM", { reason: "depth" });
  // Whoever signed the one would have logged the other.
  if (fault === "number") throw sdkError("LOG_RECORD_NUMBER", { path: "$" });
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch {
    throw intakeError("LOG_INTAKE_BODY_FORM", { reason: "JSON" });
  }
  if (!Array.isArray(value)) throw intakeError("LOG_INTAKE_BODY_FORM", { reason: "array" });
  if (value.length < 1 || value.length > MOST_RECORDS)
    throw intakeError("LOG_INTAKE_COUNT", { least: 1, most: MOST_RECORDS, value: value.length });
  if (!hasMembersOnce(body, value)) throw intakeError("LOG_INTAKE_MEMBER_TWICE");
  return value;
}

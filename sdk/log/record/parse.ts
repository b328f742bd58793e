import { sdkError } from "../../errors/sdk.ts";
import { kindOf } from "./kind.ts";
import { MAX_PAYLOAD_REF, MAX_RECORD_REFS } from "./limits.ts";
import {
  asObject,
  checkConstant,
  checkForm,
  checkInteger,
  checkLength,
  exactlyOne,
  onlyMembers,
} from "./members.ts";
import type { ActionRecord } from "./types.ts";

const RECORD = new Set([
  ...["v", "service", "agency", "type", "schema", "submitter", "clientSeq", "ts", "subject", "actor", "data"],
  ...["payload", "refs", "supersedes"],
]);
const ACTOR = new Set(["role", "pseudonym"]);
const PAYLOAD = new Set(["commit", "alg", "ref"]);
const REFERENCE = new Set(["index", "service", "cid"]);

const ROOT: readonly string[] = [];
const AGENCY = [1, 99_999] as const;
const FROM_ONE = [1, Number.MAX_SAFE_INTEGER] as const;
const FROM_ZERO = [0, Number.MAX_SAFE_INTEGER] as const;

function checkActor(value: unknown): void {
  const path = ["actor"];
  const actor = asObject(value, path);
  onlyMembers(actor, ACTOR, path);
  exactlyOne(actor, ["role", "pseudonym"], path);
  if ("role" in actor) checkForm(actor, "role", "role", path);
  else checkForm(actor, "pseudonym", "hash", path);
}

function checkPayload(value: unknown): void {
  const path = ["payload"];
  const payload = asObject(value, path);
  onlyMembers(payload, PAYLOAD, path);
  checkForm(payload, "commit", "hash", path);
  checkConstant(payload, "alg", "pl1", path);
  checkLength(payload, "ref", MAX_PAYLOAD_REF, path);
}

function checkReference(value: unknown, at: number): void {
  const path = ["refs", at];
  const reference = asObject(value, path);
  onlyMembers(reference, REFERENCE, path);
  exactlyOne(reference, ["index", "cid"], path);
  if ("service" in reference) checkForm(reference, "service", "service", path);
  if ("index" in reference) checkInteger(reference, "index", FROM_ZERO, path);
  else if ("service" in reference)
    throw sdkError("LOG_RECORD_MEMBER_MISSING", { path: `$.refs[${at}].index` });
  else checkForm(reference, "cid", "cid", path);
}

function checkReferences(value: unknown): void {
  if (!Array.isArray(value))
    throw sdkError("LOG_RECORD_KIND", { path: "$.refs", found: kindOf(value), expected: "array" });
  if (value.length > MAX_RECORD_REFS)
    throw sdkError("LOG_RECORD_LENGTH", {
      path: "$.refs",
      least: 0,
      most: MAX_RECORD_REFS,
      count: value.length,
    });
  for (let at = 0; at < value.length; at++) checkReference(value[at], at);
}

/**
 * The same value, known to have the envelope of a record: every member that must be there and no other, each of its form.
 * What lies within `data` is not looked at.
 *
 * @throws ProngsaiError LOG_RECORD_KIND, LOG_RECORD_MEMBER_MISSING, LOG_RECORD_MEMBER_UNKNOWN, LOG_RECORD_CONSTANT,
 * LOG_RECORD_FORM, LOG_RECORD_RANGE, LOG_RECORD_LENGTH, LOG_RECORD_CHOICE; `details.path` says where
 */
export function parseEnvelope(value: unknown): ActionRecord {
  const record = asObject(value, ROOT);
  onlyMembers(record, RECORD, ROOT);
  checkConstant(record, "v", 1, ROOT);
  checkForm(record, "service", "service", ROOT);
  checkInteger(record, "agency", AGENCY, ROOT);
  checkForm(record, "type", "type", ROOT);
  checkForm(record, "schema", "cid", ROOT);
  checkForm(record, "submitter", "submitter", ROOT);
  checkInteger(record, "clientSeq", FROM_ONE, ROOT);
  checkForm(record, "ts", "ts", ROOT);
  if (record["subject"] !== null) checkForm(record, "subject", "hash", ROOT);
  checkActor(record["actor"]);
  asObject(record["data"], ["data"]);
  if ("payload" in record) checkPayload(record["payload"]);
  if ("refs" in record) checkReferences(record["refs"]);
  if ("supersedes" in record) checkInteger(record, "supersedes", FROM_ZERO, ROOT);
  return record as unknown as ActionRecord;
}

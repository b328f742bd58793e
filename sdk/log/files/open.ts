import { sdkError } from "../../errors/sdk.ts";
import { hasMembersOnce } from "../../members-once.ts";
import { forms } from "./forms.ts";
import { malformedFile, Members } from "./members.ts";

/** Longest file in characters: a record has 8,192 bytes, a note 65,536 characters, and each list its limit. */
const MAX_LENGTH = 1_000_000;

/** The value that a file's JSON text stands for. @throws ProngsaiError LOG_FILE_MALFORMED */
export function readJson(kind: string, text: string): unknown {
  const unreadable = () => malformedFile(kind, "$", forms.json(MAX_LENGTH));
  if (text.length > MAX_LENGTH) throw unreadable();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadable();
  }
  if (!hasMembersOnce(new TextEncoder().encode(text), value)) throw malformedFile(kind, "$", forms.once);
  return value;
}

/**
 * The members of a file of ours, after its `type` and `version` were looked at.
 *
 * @throws ProngsaiError LOG_FILE_MALFORMED, LOG_FILE_VERSION
 */
export function openFile(kind: string, type: string, value: unknown, names: readonly string[]): Members {
  const { type: foundType, version } = (value ?? {}) as { type?: unknown; version?: unknown };
  if (foundType !== type) throw malformedFile(kind, "$.type", forms.constant(type));
  if (!Number.isSafeInteger(version)) throw malformedFile(kind, "$.version", forms.whole);
  if (version !== 1) throw sdkError("LOG_FILE_VERSION", { kind, version });
  return new Members(kind, value, ["type", "version", ...names]);
}

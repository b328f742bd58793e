import { sdkError } from "../../errors/sdk.ts";
import { sha256 } from "../../sha256.ts";
import { MAX_RECORD_BYTES } from "./limits.ts";
import { parseEnvelope } from "./parse.ts";
import type { ActionRecord } from "./types.ts";
import { writeRecord } from "./write.ts";

/** A record that may enter the log, with what is stored and hashed of it. */
export interface SealedRecord {
  readonly record: ActionRecord;
  /** canonical JSON, at most `MAX_RECORD_BYTES` of UTF-8 */
  readonly bytes: Uint8Array;
  /** SHA-256(0x00 ‖ bytes), 32 bytes. RFC 9162 section 2.1.1. */
  readonly leaf: Uint8Array;
}

const utf8 = new TextEncoder();
/** One byte of prefix that stays zero, then a record; nothing is awaited between writing and reading it. */
const scratch = new Uint8Array(1 + MAX_RECORD_BYTES);
const room = scratch.subarray(1);

/** Writes the canonical JSON behind the prefix and gives its length in bytes. */
function encode(record: unknown): number {
  const text = writeRecord(record);
  const { read, written } = utf8.encodeInto(text, room);
  if (read < text.length) {
    const bytes = utf8.encode(text).length;
    throw sdkError("LOG_RECORD_TOO_LARGE", { bytes, limit: MAX_RECORD_BYTES });
  }
  return written;
}

/**
 * Checks a record (the result of `JSON.parse`) and makes its bytes and its leaf in one pass; what the intake uses.
 *
 * @throws ProngsaiError LOG_RECORD_… as `parseRecord`
 */
export function sealRecord(value: unknown): SealedRecord {
  const record = parseEnvelope(value);
  const length = encode(record);
  return { record, bytes: room.slice(0, length), leaf: sha256(scratch.subarray(0, 1 + length)) };
}

/**
 * The same value, known to be a record that the log takes: envelope, strings, numbers, depth and size. Whether `data`
 * obeys the action type's schema is `compileSchema`'s to say, whether it holds personal data `findPersonalData`'s.
 *
 * @throws ProngsaiError LOG_RECORD_KIND, _MEMBER_MISSING, _MEMBER_UNKNOWN, _CONSTANT, _FORM, _RANGE, _LENGTH, _CHOICE,
 * _TEXT, _NUMBER, _DEPTH, _TOO_LARGE. Details name path and kind, never a value of the record.
 */
export function parseRecord(value: unknown): ActionRecord {
  const record = parseEnvelope(value);
  encode(record);
  return record;
}

/** The canonical JSON (RFC 8785) of a record, as it is stored and hashed. @throws ProngsaiError LOG_RECORD_… */
export function recordBytes(record: ActionRecord): Uint8Array {
  return room.slice(0, encode(record));
}

/** Hash of a record's leaf, SHA-256(0x00 ‖ canonical JSON), 32 bytes. @throws ProngsaiError LOG_RECORD_… */
export function recordLeaf(record: ActionRecord): Uint8Array {
  return sha256(scratch.subarray(0, 1 + encode(record)));
}

import { formatDate, formatDateTime } from "../../../format-date.ts";
import type { Field } from "./field.ts";
import { text } from "./text.ts";
import type { Pair } from "./text.ts";

/** A day, `2026-11-24`, in the calendar of Bangkok. */
export const date = (label: Pair): Field<string> => ({
  label: text(label),
  schema: { type: "string", format: "date", maxLength: 10 },
  write: (value, locale) => formatDate(value, locale),
});

/** A month, `2026-11`: for what would say too much if it named the day. */
export const month = (label: Pair): Field<string> => ({
  label: text(label),
  schema: { type: "string", pattern: "^[0-9]{4}-(0[1-9]|1[0-2])$", maxLength: 7 },
  write: (value, locale) => formatDate(`${value}-01`, locale).replace(/^1 /, ""),
});

/** An instant in UTC to the second, `2026-11-24T03:04:05Z`: one way of writing it only. */
export const dateTime = (label: Pair): Field<string> => ({
  label: text(label),
  schema: {
    type: "string",
    format: "date-time",
    pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
    maxLength: 20,
  },
  write: (value, locale) => formatDateTime(new Date(value), locale),
});

/** The beginning of an hour, `2026-11-24T03:00:00Z`. */
export const hour = (label: Pair): Field<string> => ({
  ...dateTime(label),
  schema: {
    type: "string",
    format: "date-time",
    pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:00:00Z$",
    maxLength: 20,
  },
});

/** A place no finer than geohash's fifth letter, about five kilometres across. */
export const geohash5 = (
  label: Pair = [
    "พื้นที่ (รหัสจีโอแฮช 5 ตัว กว้างราว 5 กิโลเมตร)",
    "area (five letters of geohash, about 5 km across)",
  ],
): Field<string> => ({
  label: text(label),
  schema: { type: "string", pattern: "^[0-9b-hjkmnp-z]{5}$", maxLength: 5 },
  write: (value, locale) => (locale === "th" ? `พื้นที่รหัส ${value}` : `area ${value}`),
});

/** 32 bytes in hexadecimal: root of a Merkle tree, or the fingerprint of a key. */
export const hash = (label: Pair): Field<string> => ({
  label: text(label),
  schema: { type: "string", pattern: "^0x[0-9a-f]{64}$", maxLength: 66 },
  write: (value) => value,
});

/** Address of a public document: CIDv1 in base32. */
export const cid = (label: Pair): Field<string> => ({
  label: text(label),
  schema: { type: "string", pattern: "^b[a-z2-7]{58}$", maxLength: 59 },
  write: (value) => value,
});

const VERSION = "/[0-9]{1,2}(\\.[0-9]{1,2}){0,2}";
const LONGEST_VERSION = "/99.99.99".length;

/**
 * Name and version of a rule or model, `complaint-sorter/2.1`. The names are a closed list and a version has at most six
 * digits, so that neither the name nor a number of a person fits in.
 *
 * @param names no two of them begin with the same letter, so that a matcher never has a choice
 */
export const version = (label: Pair, ...names: readonly [string, ...string[]]): Field<string> => ({
  label: text(label),
  schema: {
    type: "string",
    pattern: `^${names.length > 1 ? `(${names.join("|")})` : names[0]}${VERSION}$`,
    maxLength: Math.max(...names.map(({ length }) => length)) + LONGEST_VERSION,
  },
  write: (value) => value,
});

/** A number painted on a thing, in a form of its own: `^ST-[0-9]{4}$`. */
export const code = (label: Pair, pattern: string, maxLength: number): Field<string> => ({
  label: text(label),
  schema: { type: "string", pattern, maxLength },
  write: (value) => value,
});

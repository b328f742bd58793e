import { decodeBytes32Text } from "../bytes32.ts";
import type { Locale } from "../errors.ts";
import { formatDate, formatDateTime } from "../format-date.ts";
import { formatBaht } from "../money.ts";
import { dutyNames, stateNames } from "./names.ts";
import type { StateMachine } from "./names.ts";
import { redFlagRule } from "../redflags/index.ts";

type Formatter = (value: unknown, locale: Locale) => string;

/** Dates beyond what a calendar can hold are shown as the second they are. */
function instant(
  value: unknown,
  locale: Locale,
  format: (seconds: bigint, locale: Locale) => string,
): string {
  const seconds = BigInt(value as bigint);
  return seconds > 8_000_000_000_000n ? String(seconds) : format(seconds, locale);
}

const state =
  (machine: StateMachine): Formatter =>
  (value, locale) =>
    stateNames[machine][Number(value)]?.[locale] ?? String(value);

/** The duties in a mask, in words; its number when it has none that is known. */
function duties(value: unknown, locale: Locale): string {
  const held = dutyNames.filter((_, bit) => Number(value) & (1 << bit)).map((name) => name[locale]);
  if (held.length > 0) return held.join(locale === "th" ? " " : ", ");
  return locale === "th" ? "ไม่มีหน้าที่" : "no duty";
}

/** A short text in 32 bytes; the bytes themselves when they are no text. */
function text(value: unknown): string {
  try {
    return decodeBytes32Text(String(value)) || "–";
  } catch {
    return String(value);
  }
}

/** The title of a red-flag rule by its id in 32 bytes; what is no rule may be anything, and is shown to nobody. */
const ruleTitle: Formatter = (value, locale) =>
  redFlagRule(text(value))?.title[locale] ?? (locale === "th" ? "ไม่รู้จัก" : "unknown");

/** How the arguments of contract errors are written, by unit. */
export const unitFormatters = {
  baht: (value, locale) => formatBaht(BigInt(value as bigint), locale),
  date: (value, locale) => instant(value, locale, formatDate),
  time: (value, locale) => instant(value, locale, formatDateTime),
  text,
  redFlagRule: ruleTitle,
  duties,
  projectState: state("project"),
  yearState: state("year"),
  commitmentState: state("commitment"),
  milestoneState: state("milestone"),
  disbursementState: state("disbursement"),
  flagState: state("flag"),
  proposalState: state("proposal"),
} satisfies Record<string, Formatter>;

export type Unit = keyof typeof unitFormatters;

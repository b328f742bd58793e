import type { Locale } from "./errors.ts";
import { sdkError } from "./errors/sdk.ts";
import { toArabicDigits } from "./thai-digits.ts";

/** The largest amount in satang that the contracts can hold (uint64). */
export const MAX_SATANG = 2n ** 64n - 1n;

const AMOUNT = /^(-?)(?:(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?|\.(\d+))$/;

function bounded(satang: bigint, input: string): bigint {
  if (satang > MAX_SATANG || -satang > MAX_SATANG) throw sdkError("MONEY_TOO_LARGE", { input });
  return satang;
}

/**
 * Satang of an amount in baht as people write it: `1,480.00`, `๑,๔๘๐.๕๐`, `฿1480`, `1,480.00 บาท`. Commas must stand
 * between groups of three. Decimals beyond the second must be zeros: nothing is rounded.
 *
 * @throws ProngsaiError MONEY_EMPTY, MONEY_NOT_A_NUMBER, MONEY_TOO_PRECISE, MONEY_NEGATIVE (unless `allowNegative`),
 * MONEY_TOO_LARGE (beyond uint64)
 */
export function parseBaht(input: string, { allowNegative = false } = {}): bigint {
  const text = toArabicDigits(input)
    .replace(/^[\s\uFEFF]+|[\s\uFEFF]+$/g, "")
    .replace(/\s*(?:บาท|baht|THB)$/i, "")
    .replace(/^(-?)\s*฿\s*/, "$1")
    .replace(/^[\u2212\u2013]/, "-");
  if (text === "") throw sdkError("MONEY_EMPTY", { input });
  const match = AMOUNT.exec(text);
  if (!match) throw sdkError("MONEY_NOT_A_NUMBER", { input });
  const [, sign, whole = "0", decimals = match[4] ?? ""] = match;
  if (/[1-9]/.test(decimals.slice(2))) throw sdkError("MONEY_TOO_PRECISE", { input });
  const magnitude = BigInt(whole.replaceAll(",", "")) * 100n + BigInt(decimals.slice(0, 2).padEnd(2, "0"));
  const satang = sign === "-" ? -magnitude : magnitude;
  if (satang < 0n && !allowNegative) throw sdkError("MONEY_NEGATIVE", { input });
  return bounded(satang, input);
}

function grouped(hundredths: bigint): string {
  const magnitude = hundredths < 0n ? -hundredths : hundredths;
  const whole = String(magnitude / 100n).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${hundredths < 0n ? "-" : ""}${whole}.${String(magnitude % 100n).padStart(2, "0")}`;
}

/** The amount alone with commas and two decimals, without unit: `1,480.00`. For table columns whose head has the unit. */
export function formatBahtNumber(satang: bigint): string {
  return grouped(satang);
}

/** `1,480.00 บาท` or `1,480.00 baht`. */
export function formatBaht(satang: bigint, locale: Locale): string {
  return `${grouped(satang)} ${locale === "th" ? "บาท" : "baht"}`;
}

const SATANG_PER_MILLION_BAHT = 100_000_000n;

/**
 * A large sum in millions: `1,234.57 ล้านบาท` or `1,234.57 million baht`, rounded half away from zero to two decimals.
 * Sums under one million are given exactly, as `formatBaht` does, so that no sum is rounded to nothing. Always offer
 * the exact figure beside it.
 */
export function formatMillionBaht(satang: bigint, locale: Locale): string {
  const magnitude = satang < 0n ? -satang : satang;
  if (magnitude < SATANG_PER_MILLION_BAHT) return formatBaht(satang, locale);
  const hundredths = (magnitude * 100n + SATANG_PER_MILLION_BAHT / 2n) / SATANG_PER_MILLION_BAHT;
  return `${grouped(satang < 0n ? -hundredths : hundredths)} ${locale === "th" ? "ล้านบาท" : "million baht"}`;
}

/** Satang as the string that stands in JSON: `148000`. */
export function satangToString(satang: bigint): string {
  return String(satang);
}

/**
 * Satang from their JSON string: a whole number in Arabic digits without sign `+`, commas or leading zeros.
 *
 * @throws ProngsaiError MONEY_NOT_SATANG, MONEY_NEGATIVE (unless `allowNegative`), MONEY_TOO_LARGE (beyond uint64)
 */
export function satangFromString(input: string, { allowNegative = false } = {}): bigint {
  if (!/^(?:0|-?[1-9]\d*)$/.test(input)) throw sdkError("MONEY_NOT_SATANG", { input });
  const satang = BigInt(input);
  if (satang < 0n && !allowNegative) throw sdkError("MONEY_NEGATIVE", { input });
  return bounded(satang, input);
}

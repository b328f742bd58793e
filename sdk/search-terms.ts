import { toArabicDigits, toThaiDigits } from "./thai-digits.ts";

const MOST_TERMS = 8;

/**
 * Words to look for: parted by spaces, without characters that nobody sees. A Thai phrase without spaces is one term and
 * found as it stands.
 */
export function searchTerms(query: string): string[] {
  const clean = query
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .trim();
  return clean === "" ? [] : clean.split(/\s+/).slice(0, MOST_TERMS);
}

/** A term as it is and with either kind of digits. */
export function spellings(term: string): readonly string[] {
  return [...new Set([term, toArabicDigits(term), toThaiDigits(term)])];
}

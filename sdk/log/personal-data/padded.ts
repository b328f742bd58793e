import { foldedText } from "./plain-text.ts";

/** Words of 20, 32 and 64 bytes in hexadecimal, which otherwise nobody looks into. */
const WORD = /\b(?:0x)?(?:[0-9a-f]{128}|[0-9a-f]{64}|[0-9a-f]{40})\b/gi;
const SHORTEST = 40;

/**
 * What random bytes do not have. Of 64 random digits twelve in a row are equal in 3 of 10¹² cases, and none is a letter in
 * 1 of 10¹³. A number of thirteen digits that is padded to 32 bytes has the one or the other, whatever it is padded with:
 * a digit, itself or other numbers, also when each of its digits is written as its ASCII code (30 to 39).
 */
const EQUAL = /([0-9a-f])\1{11}/i;
const NO_LETTER = /^(?:0x)?\d+$/i;

/**
 * Whether a text holds a word that stands where hashes and commitments do, and was padded instead of computed. A hash
 * of a number without a salt cannot be told from another hash.
 */
export function holdsPaddedWord(text: string): boolean {
  if (text.length < SHORTEST) return false;
  for (const [word] of foldedText(text).matchAll(WORD))
    if (EQUAL.test(word) || NO_LETTER.test(word)) return true;
  return false;
}

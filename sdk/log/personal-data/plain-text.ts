import { toArabicDigits } from "../../thai-digits.ts";
import { otherDigits } from "./other-digits.ts";

/** Hyphens, dots, slashes, bars, waves, brackets and spaces of Unicode, which people put between groups of digits. */
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/[\u02d7\u2010-\u2015\u2043\u207b\u2212\u2500\u2796\u2e3a\u2e3b\u30fc\ufe58\ufe63\uff0d]/g, "-"],
  [/[\u00b7\u2022\u2027\u2219\u22c5\u25cf\u25e6\u2e31\u3002\u30fb\uff61]/g, "."],
  [/[\u2044\u2215\u2571\u29f8]/g, "/"],
  [/[\u2216\u29f5\u2572]/g, "\\"],
  [/[\u00a6\u01c0\u2223\u2502\u2758]/g, "|"],
  [/[\u223c\u301c]/g, "~"],
  [/[[{\u27e8\u3008\u3010\u3014]/g, "("],
  [/[\]}\u27e9\u3009\u3011\u3015]/g, ")"],
  [/[\p{Zs}\u2800]/gu, " "],
];
/** Characters that are not seen (soft hyphen, zero-width spaces, direction marks …), and marks over or through a digit. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|(?<=\p{Nd})(?:(?![\u0e00-\u0e7f])\p{M})+/gu;

/** Of these characters only brackets fold. */
const ASCII = /^[\t\n\r\x20-\x7e]*$/;

/**
 * What is not a number of a person although it may contain digits enough: hashes and keys in hexadecimal, identifiers of
 * documents (CIDs), UUIDs, times of ISO 8601 and the ledger's project codes.
 */
const MACHINE_MADE = new RegExp(
  [
    "\\b(?:0x)?(?:[0-9a-f]{128}|[0-9a-f]{64}|[0-9a-f]{40})\\b",
    "\\b[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\b",
    "\\bba[fg][a-z2-7]{50,110}\\b",
    "\\bQm[1-9A-HJ-NP-Za-km-z]{44}\\b",
    "\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:\\d\\d)?\\b",
    "\\bTH-\\d{4}-\\d{5}-\\d{6}-\\d{2}\\b",
  ].join("|"),
  "gi",
);

/** Variants of characters folded (NFKC), digits of every script as Arabic ones, one kind of each sign, nothing invisible. */
export function foldedText(text: string): string {
  if (ASCII.test(text)) return text.replaceAll(/[[{]/g, "(").replaceAll(/[\]}]/g, ")");
  // Marks first: composed with a space they would become one.
  const visible = text.replace(INVISIBLE, "").normalize("NFKC").replace(INVISIBLE, "");
  let plain = otherDigits(toArabicDigits(visible));
  for (const [characters, plainly] of LOOKALIKES) plain = plain.replace(characters, plainly);
  return plain;
}

/** A text as the finders read it: folded, and # for each character of a machine-made identifier. */
export function plainText(text: string): string {
  return foldedText(text).replace(MACHINE_MADE, (found) => "#".repeat(found.length));
}

import { sdkError } from "./errors/sdk.ts";
import { checkDigits } from "./mod97.ts";
import { toArabicDigits } from "./thai-digits.ts";

/** @property year Buddhist-era fiscal year (4 digits); @property agency 1–99999; @property sequence 1–999999 */
export type ProjectCodeParts = { readonly year: number; readonly agency: number; readonly sequence: number };

const DIGITS = 4 + 5 + 6 + 2;

function part(name: keyof ProjectCodeParts, value: number, from: number, to: number): string {
  if (!Number.isInteger(value) || value < from || value > to) {
    throw sdkError("PROJECT_CODE_PART", { part: name, input: String(value), from, to });
  }
  return String(value).padStart(String(to).length, "0");
}

/**
 * The project code `TH-<BE year>-<agency5>-<sequence6>-<cc>`; `cc` are the check digits of ISO 7064 MOD 97-10 over
 * everything before them without hyphens.
 *
 * @throws ProngsaiError PROJECT_CODE_PART when a part is out of range
 */
export function makeProjectCode({ year, agency, sequence }: ProjectCodeParts): string {
  const y = part("year", year, 1000, 9999);
  const a = part("agency", agency, 1, 99_999);
  const s = part("sequence", sequence, 1, 999_999);
  return `TH-${y}-${a}-${s}-${checkDigits(`TH${y}${a}${s}`)}`;
}

/**
 * The parts of a project code and its canonical form. Thai digits, lower case, spaces, other hyphens and missing
 * hyphens are forgiven.
 *
 * @throws ProngsaiError PROJECT_CODE_FORM (not a code at all), PROJECT_CODE_LENGTH (a digit too few or too many),
 * PROJECT_CODE_CHECKSUM (a digit wrong or two swapped), PROJECT_CODE_PART (agency or sequence is zero)
 */
export function parseProjectCode(input: string): ProjectCodeParts & { readonly code: string } {
  const compact = toArabicDigits(input)
    .replace(/[\s\u200B\uFEFF._\-\u2010-\u2015\u2212]/g, "")
    .toUpperCase();
  const digits = /^TH(\d+)$/.exec(compact)?.[1];
  if (digits === undefined) throw sdkError("PROJECT_CODE_FORM", { input });
  if (digits.length !== DIGITS) {
    throw sdkError("PROJECT_CODE_LENGTH", { input, digits: digits.length, wanted: DIGITS });
  }
  const parts = {
    year: Number(digits.slice(0, 4)),
    agency: Number(digits.slice(4, 9)),
    sequence: Number(digits.slice(9, 15)),
  };
  if (checkDigits(compact.slice(0, -2)) !== digits.slice(15))
    throw sdkError("PROJECT_CODE_CHECKSUM", { input });
  return { ...parts, code: makeProjectCode(parts) };
}

/** Whether the text can be read as a project code with right check digits. */
export function isProjectCode(input: string): boolean {
  try {
    parseProjectCode(input);
    return true;
  } catch {
    return false;
  }
}

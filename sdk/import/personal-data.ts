import { isCitizenNumber as isNumberOfPerson } from "../citizen-number.ts";
import { foldedText, placesOf } from "../log/personal-data/index.ts";
import type { PersonalDataKind } from "../log/personal-data/index.ts";
import { maskTitledNames } from "./person-names.ts";
import { WITHHELD } from "./withheld.ts";

/** The digits of a text that is one number, in whatever script and groups; null of any other text. */
export function digitsOf(text: string): string | null {
  if (/^\d+$/.test(text)) return text;
  const plain = foldedText(text).trim();
  return /^\d[\d\s._()-]*$/.test(plain) ? plain.replace(/\D/g, "") : null;
}

/** Whether a text is the number of a natural person, in whatever script and groups. */
export function isCitizenNumber(text: string): boolean {
  const digits = digitsOf(text);
  return digits !== null && isNumberOfPerson(digits);
}

/**
 * Citizen numbers (by checksum), telephone numbers and e-mail addresses replaced by `[withheld]`, as the action log finds
 * them. What is left over is looked at again: beside a number that is gone another may stand that was a part of both.
 *
 * @param kinds all kinds when absent
 */
export function withholdNumbers(text: string, kinds?: ReadonlySet<PersonalDataKind>): string {
  let safe = text;
  for (let found = placesOf(safe, kinds); found.length > 0; found = placesOf(safe, kinds)) {
    let masked = "";
    let copied = 0;
    for (const [start, end] of found) {
      masked += safe.slice(copied, start) + WITHHELD;
      copied = end;
    }
    safe = masked + safe.slice(copied);
  }
  return safe;
}

/** The same, and names of natural persons that follow a title (นาย, นาง, นางสาว, Mr …), a rank or คุณ. */
export function withholdPersons(text: string): string {
  let safe = withholdNumbers(text);
  for (
    let masked = maskTitledNames(safe, WITHHELD);
    masked !== safe;
    masked = maskTitledNames(safe, WITHHELD)
  )
    safe = masked;
  return safe;
}

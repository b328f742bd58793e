import { isCitizenNumber } from "../../citizen-number.ts";
import { digitRuns, groupingOf, isOfOneKind, placeOf, signedRuns, stretches } from "./digit-groups.ts";
import { emails } from "./emails.ts";
import { isMobileAbroad, phones, signedPhones } from "./phones.ts";
import { plainText } from "./plain-text.ts";
import { isSuspicious } from "./suspicion.ts";

export type PersonalDataKind = "citizenNumber" | "phone" | "email";

/** Groupings of citizen numbers that are told apart from dates, amounts and documents whatever sign stands between. */
const SIGNED_CITIZEN = new Set([
  ...["1-4-5-2-1", "1-4-5-3", "1-4-4-4", "1-4-8", "1-12", "12-1", "3-3-3-4", "4-4-5", "4-4-4-1"],
]);

/** Something that looks like personal data in a text that `plainText` made, and where. */
export interface Finding {
  readonly kind: PersonalDataKind;
  readonly start: number;
  /** the place after its last character */
  readonly end: number;
}

/** Everything in a text that `plainText` made; places may overlap. */
export function* findings(plain: string): Generator<Finding> {
  for (const run of digitRuns(plain)) {
    for (const stretch of stretches(run, 13, 13))
      if (isCitizenNumber(stretch.digits)) yield finding("citizenNumber", placeOf(run, stretch));
    for (const stretch of phones(run)) yield finding("phone", placeOf(run, stretch));
  }
  for (const run of signedRuns(plain)) {
    for (const stretch of stretches(run, 13, 13))
      if (SIGNED_CITIZEN.has(groupingOf(run, stretch)) && isOfOneKind(run, stretch))
        if (isCitizenNumber(stretch.digits)) yield finding("citizenNumber", placeOf(run, stretch));
    for (const stretch of signedPhones(run)) yield finding("phone", placeOf(run, stretch));
  }
  for (const place of emails(plain)) yield finding("email", place);
}

function finding(kind: PersonalDataKind, [start, end]: readonly [number, number]): Finding {
  return { kind, start, end };
}

const NOTHING: readonly PersonalDataKind[] = [];

/** The kinds of personal data in one text, each once, without asking first whether it is worth while. */
export function lookCloser(text: string): readonly PersonalDataKind[] {
  const found = new Set<PersonalDataKind>();
  for (const { kind } of findings(plainText(text))) found.add(kind);
  return found.size === 0 ? NOTHING : [...found];
}

/** The kinds of personal data in one text, each once. */
export function kindsIn(text: string): readonly PersonalDataKind[] {
  return isSuspicious(text) ? lookCloser(text) : NOTHING;
}

/** The same of an integer, which has lost the 0 that numbers at home begin with, whatever its sign. */
export function kindsInNumber(number: number): readonly PersonalDataKind[] {
  if (!Number.isSafeInteger(number)) return NOTHING;
  const digits = String(Math.abs(number));
  if (isCitizenNumber(digits)) return ["citizenNumber"];
  return isMobileAbroad(digits) ? ["phone"] : NOTHING;
}

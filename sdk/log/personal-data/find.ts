import { sdkError } from "../../errors/sdk.ts";
import { jsonPath } from "../json-path.ts";
import type { Step } from "../json-path.ts";
import { kindsIn, kindsInNumber } from "./kinds.ts";
import type { PersonalDataKind } from "./kinds.ts";
import { holdsPaddedWord } from "./padded.ts";

/** What a record must not hold: the kinds of any text, and a number that is padded to the length of a hash. */
export type RecordedKind = PersonalDataKind | "paddedNumber";

/** That something looks like personal data, and where; never what it is. */
export interface PersonalDataFinding {
  readonly kind: RecordedKind;
  /** path from `$`; of a member's name, the path of the member, which does not repeat such a name */
  readonly path: string;
}

type Report = (kinds: readonly RecordedKind[], path: readonly Step[]) => void;

const kindsInText = (text: string): readonly RecordedKind[] =>
  holdsPaddedWord(text) ? [...kindsIn(text), "paddedNumber"] : kindsIn(text);

function walk(value: unknown, path: Step[], report: Report): void {
  if (typeof value === "string") return report(kindsInText(value), path);
  if (typeof value === "number") return report(kindsInNumber(value), path);
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) step(value[index], index, path, report);
    return;
  }
  for (const name of Object.keys(value)) {
    const kinds = kindsInText(name);
    if (kinds.length > 0) report(kinds, [...path, name]);
    step((value as Record<string, unknown>)[name], name, path, report);
  }
}

function step(value: unknown, to: Step, path: Step[], report: Report): void {
  path.push(to);
  walk(value, path, report);
  path.pop();
}

/**
 * Everything in a record (or any JSON value, at most as deep as the stack) that looks like personal data, by string,
 * member's name or number:
 *
 * - citizen numbers: thirteen digits that begin as those of natural persons do, with a right check digit, together or in
 *   groups that spaces, hyphens, dots, underscores or brackets part, in digits of any script, anywhere in a text; in the
 *   usual groups whatever parts them; also an integer. Numbers of juristic persons stay.
 * - telephone numbers: Thai mobile and landline numbers as people write them, also with +66 and 0066; mobile numbers as
 *   systems store them, 66 and nine digits, also an integer.
 * - e-mail addresses, also with Unicode names and domains.
 * - padded numbers: 20, 32 or 64 bytes in hexadecimal with twelve equal digits in a row or without a letter. Commitments,
 *   pseudonyms and hashes are as good as random, so that these are none.
 *
 * Hashes, CIDs, UUIDs, times of ISO 8601 and project codes are not looked into otherwise. A number of thirteen digits that is
 * nobody's passes the check digit in one case of ten: amounts of 10,000,000,000 baht and above should be split or named
 * by document; so should those from 666,000,000 to 669,999,999.99 baht in satang, which look like mobile numbers.
 *
 * @returns an empty list when nothing was found
 */
export function findPersonalData(value: unknown): PersonalDataFinding[] {
  const found: PersonalDataFinding[] = [];
  walk(value, [], (kinds, path) => {
    for (const kind of kinds) found.push({ kind, path: jsonPath(path) });
  });
  return found;
}

/**
 * Nothing, when a record holds nothing that looks like personal data.
 *
 * @throws ProngsaiError LOG_PERSONAL_DATA naming kind and path of the first finding; `details.found` has all of them
 */
export function refusePersonalData(value: unknown): void {
  const found = findPersonalData(value);
  if (found.length > 0) throw sdkError("LOG_PERSONAL_DATA", { ...found[0], found });
}

import { sdkError } from "../../errors/sdk.ts";
import { jsonPath } from "../json-path.ts";
import type { Step } from "../json-path.ts";
import { kindsIn, kindsInNumber } from "./kinds.ts";
import type { PersonalDataKind } from "./kinds.ts";

/** That something looks like personal data, and where; never what it is. */
export interface PersonalDataFinding {
  readonly kind: PersonalDataKind;
  /** path from `$`; of a member's name, the path of the member, which does not repeat such a name */
  readonly path: string;
}

type Report = (kinds: readonly PersonalDataKind[], path: readonly Step[]) => void;

function walk(value: unknown, path: Step[], report: Report): void {
  if (typeof value === "string") return report(kindsIn(value), path);
  if (typeof value === "number") return report(kindsInNumber(value), path);
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) step(value[index], index, path, report);
    return;
  }
  for (const name of Object.keys(value)) {
    const kinds = kindsIn(name);
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
 * - citizen numbers: thirteen digits beginning with 1 to 8 with a right check digit, together or in groups that spaces,
 *   hyphens, dots, underscores or brackets part, in Arabic, Thai or full-width digits, anywhere in a text; also an
 *   integer. Numbers of juristic persons begin with 0 and stay.
 * - telephone numbers: Thai mobile and landline numbers as people write them, and +66 and 0066.
 * - e-mail addresses, also with Unicode names and domains.
 *
 * Hashes, CIDs, UUIDs, times of ISO 8601 and project codes are not looked into. A number of thirteen digits that is
 * nobody's passes the check digit in one case of ten: amounts of 10,000,000,000 baht and above should be split or named
 * by document.
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

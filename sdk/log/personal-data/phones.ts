import { isJuristicNumber } from "../../citizen-number.ts";
import { groupingOf, isOfOneKind, stretches } from "./digit-groups.ts";
import type { DigitRun, Stretch } from "./digit-groups.ts";

const MOBILE = /^0[689]\d{8}$/;
const LANDLINE = /^0[2-7]\d{7}$/;
const INTERNATIONAL = /^660?(?:[689]\d{8}|[2-7]\d{7})$/;
const INTERNATIONAL_PREFIX = /^00660?(?:[689]\d{8}|[2-7]\d{7})$/;
/** As systems store them that send messages. Landlines are not told apart from amounts. */
const MOBILE_ABROAD = /^66[689]\d{8}$/;

/** Whether these digits, which stand together, are a mobile number from abroad without its plus sign. */
export const isMobileAbroad = (digits: string): boolean => MOBILE_ABROAD.test(digits);

/**
 * Groupings of landline numbers that people write. Numbers of equipment and files have as many digits in other groups
 * (023-60-0014), so not every grouping will do.
 */
const LANDLINE_GROUPS = new Set([
  "9",
  "2-7",
  "2-3-4",
  "1-4-4",
  "3-6",
  "3-3-3",
  "1-8",
  "1-1-3-4",
  "1-2-3-3",
  "2-4-3",
]);
/** The same of mobile numbers; a group of each digit alone is any number's disguise. */
const MOBILE_GROUPS = new Set([
  ...[
    "10",
    "3-7",
    "3-3-4",
    "3-4-3",
    "2-8",
    "2-4-4",
    "1-9",
    "1-4-5",
    "1-2-3-4",
    "2-1-3-4",
    "3-1-3-3",
    "4-3-3",
    "4-6",
    "3-2-5",
    "2-3-5",
    "7-3",
    "1-3-3-3",
  ],
  ...["6-4", "3-2-2-3", "3-3-2-2", "2-2-2-2-2", "1-1-4-4", "1-1-8", "5-5"],
]);
const ALONE = /^1(?:-1)+$/;
/** The groupings that are numbers of persons whatever sign stands between; others are more often dates and documents. */
const SIGNED_MOBILE = new Set(["3-3-4", "3-7", "3-4-3", "2-8", "2-4-4", "4-3-3"]);
const SIGNED_LANDLINE = new Set(["2-3-4", "2-7", "3-3-3"]);
/** Numbers of documents end in a year: สัญญาเลขที่ 081/123/2569. */
const YEAR = /^(?:25[0-9]\d|20[0-4]\d)$/;

/** Whether the stretch is not a piece of a longer number: its neighbours, if any, stand apart by a space or bracket. */
function standsApart({ groups }: DigitRun, { first, end }: Stretch): boolean {
  const next = groups[end]?.before ?? " ";
  const before = first === 0 ? " " : groups[first]!.before;
  return /[ ()\t]/.test(before) && /[ ()\t]/.test(next);
}

function isPhone(run: DigitRun, stretch: Stretch): boolean {
  const { first, digits } = stretch;
  const abroad = (first === 0 && run.plus && INTERNATIONAL.test(digits)) || INTERNATIONAL_PREFIX.test(digits);
  if (abroad) return true;
  const grouping = groupingOf(run, stretch);
  if (grouping === "11" && isMobileAbroad(digits)) return standsApart(run, stretch);
  if (run.groups[first]!.digits === "66" && INTERNATIONAL.test(digits)) return standsApart(run, stretch);
  const known =
    (MOBILE.test(digits) && (MOBILE_GROUPS.has(grouping) || ALONE.test(grouping))) ||
    (LANDLINE.test(digits) && (LANDLINE_GROUPS.has(grouping) || ALONE.test(grouping)));
  return known && standsApart(run, stretch);
}

/** 0-9940-00123-45-6 has a piece that looks like a mobile number. */
const isOfJuristicPerson = ({ groups }: DigitRun): boolean =>
  isJuristicNumber(groups.map(({ digits }) => digits).join(""));

/** Thai telephone numbers among the digits: mobile, landline, and both as +66. */
export function* phones(run: DigitRun): Generator<Stretch> {
  if (isOfJuristicPerson(run)) return;
  for (const stretch of stretches(run, 9, 14)) if (isPhone(run, stretch)) yield stretch;
}

/** The same among digits with any sign between them. */
export function* signedPhones(run: DigitRun): Generator<Stretch> {
  for (const stretch of stretches(run, 9, 12)) {
    const { first, end, digits } = stretch;
    if (!isOfOneKind(run, stretch)) continue;
    if (first === 0 && run.plus && INTERNATIONAL.test(digits)) {
      yield stretch;
      continue;
    }
    const grouping = groupingOf(run, stretch);
    const known =
      (MOBILE.test(digits) && SIGNED_MOBILE.has(grouping)) ||
      (LANDLINE.test(digits) && SIGNED_LANDLINE.has(grouping));
    if (known && !YEAR.test(run.groups[end - 1]!.digits)) yield stretch;
  }
}

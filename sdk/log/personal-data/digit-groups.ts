/** Digits that stand together, and what stands before them. */
export interface DigitGroup {
  readonly digits: string;
  /** where its first digit stands in the text */
  readonly at: number;
  /** separators between the group before and this one; empty for the first of a run */
  readonly before: string;
}

/** Groups of digits that belong together, as in 1-1017-00203-45-1. */
export interface DigitRun {
  readonly groups: readonly DigitGroup[];
  /** whether a plus sign stands right before the first digit */
  readonly plus: boolean;
}

const RUN = /(\+?)[ (]{0,2}(\d+(?:[ \t\-._()]{1,3}\d+)*)/g;
/** The same with any sign or line break between the groups, a space perhaps before and after it. */
const SIGNED_RUN = /(\+?)(\d+(?: ?[-._/\\|*~:,;=+'"&\r\n]{1,2} ?\d+)+)/g;
const GROUP = /([^\d]*)(\d+)/g;

function runsOf(plain: string, form: RegExp): DigitRun[] {
  const runs: DigitRun[] = [];
  for (const { 0: all, 1: plus, 2: run, index } of plain.matchAll(form)) {
    if (run!.length < 9) continue;
    const begin = index + all.length - run!.length;
    const groups = Array.from(run!.matchAll(GROUP), ({ 1: before, 2: digits, index: within }) => ({
      digits: digits!,
      at: begin + within + before!.length,
      before: before!,
    }));
    runs.push({ groups, plus: plus === "+" });
  }
  return runs;
}

/** The runs of at least nine digits in a text that `plainText` made, parted by spaces, hyphens, dots or brackets. */
export const digitRuns = (plain: string): DigitRun[] => runsOf(plain, RUN);

/**
 * The same, parted by whatever sign, as in 081/234/5678, or each on a line. Dates, amounts and numbers of documents are runs of this kind too:
 * only usual groupings tell what is a number of a person.
 */
export const signedRuns = (plain: string): DigitRun[] => runsOf(plain, SIGNED_RUN);

/** Neighbouring groups of a run, from the group `first` to the group before `end`. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
  readonly digits: string;
}

/** How many digits the groups of a stretch have, as in `3-3-4`. */
export const groupingOf = ({ groups }: DigitRun, { first, end }: Stretch): string =>
  groups
    .slice(first, end)
    .map(({ digits }) => digits.length)
    .join("-");

/** Whether a stretch is its whole run, or one sign parts its groups and other ones part it from its neighbours. */
export function isOfOneKind({ groups }: DigitRun, { first, end }: Stretch): boolean {
  if (first === 0 && end === groups.length) return true;
  const signOf = (group: number) => groups[group]?.before.trim();
  const sign = signOf(first + 1);
  for (let group = first + 2; group < end; group++) if (signOf(group) !== sign) return false;
  return (first === 0 || signOf(first) !== sign) && signOf(end) !== sign;
}

/** Where a stretch stands in the text: its first digit's place, and the place after its last digit. */
export function placeOf({ groups }: DigitRun, { first, end }: Stretch): [start: number, end: number] {
  const last = groups[end - 1]!;
  return [groups[first]!.at, last.at + last.digits.length];
}

/** Every stretch of a run whose digits are `least` to `most`. */
export function* stretches({ groups }: DigitRun, least: number, most: number): Generator<Stretch> {
  for (let first = 0; first < groups.length; first++) {
    let digits = "";
    for (let end = first; end < groups.length && digits.length < most;) {
      digits += groups[end++]!.digits;
      if (digits.length >= least && digits.length <= most) yield { first, end, digits };
    }
  }
}

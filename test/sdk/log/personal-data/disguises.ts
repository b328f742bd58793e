import fc from "fast-check";
import { withCheckDigit } from "../../../support/personal-data.ts";

const shifted = (digits: string, zero: number) =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** Ways of writing digits: Arabic, Thai, full-width, mathematical, Lao, Khmer, Burmese, Devanagari. */
const scripts = [0x30, 0x0e50, 0xff10, 0x1d7ce, 0x0ed0, 0x17e0, 0x1040, 0x0966];

/** Digits in one script, or each in any. */
const written = (digits: string) =>
  fc.oneof(
    fc.constantFrom(...scripts).map((zero) => shifted(digits, zero)),
    fc
      .array(fc.constantFrom(...scripts), { minLength: digits.length, maxLength: digits.length })
      .map((zeros) => [...digits].map((digit, i) => shifted(digit, zeros[i]!)).join("")),
  );

const separator = fc.constantFrom(
  "",
  " ",
  "-",
  ".",
  "_",
  " - ",
  "\u00a0",
  "\u2011",
  "\u2013",
  "\u200b",
  "\u00ad",
  "．",
  "－",
  "·",
  "‧",
  "・",
  "⋅",
  "\u2009",
  "\u202f",
  "\u3000",
  "\u200d",
  "\u2060",
  "\u180e",
  "\u034f",
  "\u0336",
);

/** Digits with separators between any of them. */
export const separated = (digits: string) =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.constant("") }, separator), {
      minLength: digits.length - 1,
      maxLength: digits.length - 1,
    })
    .chain((between) =>
      written(digits).map((text) => [...text].map((digit, i) => digit + (between[i] ?? "")).join("")),
    );

const other = fc
  .string({ maxLength: 10 })
  .map((text) => `,${text.normalize("NFKC").replaceAll(/[\d@+._() \t-]/g, "")},`);

/** Text before, which may end with another number. */
const before = fc.oneof(
  other,
  fc.constantFrom("", "เลข", "บัตร ปชช. ", "ID:", "ผู้ร้องชื่อ ก. (", "\n", "ปี 2569 เลขที่ ", "24/11/2569 "),
);

/** Text after, which does not go on with a digit. */
const after = fc.oneof(other, fc.constantFrom("", "ค่ะ", " ปี 2569", ") มาแจ้ง", "\n2569", " 2569-11-24"));

/** The text of `inner`, somewhere in a longer one. */
export const embedded = (inner: fc.Arbitrary<string>) =>
  fc.tuple(before, inner, after).map((parts) => parts.join(""));

export const citizenNumber = fc
  .oneof(
    fc.stringMatching(/^[1-8][0-9]{11}$/),
    // Migrant workers; persons without civil registration.
    fc.stringMatching(/^00[1-9][0-9]{9}$/),
    fc.stringMatching(/^0[0-9]{4}89[0-9]{5}$/),
  )
  .map(withCheckDigit);

export const juristicNumber = fc
  .stringMatching(/^0[1-9][0-9][0-9](?:[45][0-9]{2}|000)[0-9]{5}$/)
  .filter((digits) => digits.slice(5, 7) !== "89")
  .map(withCheckDigit);

const grouped = (digits: string, sizes: readonly number[], between: string) => {
  let at = 0;
  return sizes.map((size) => digits.slice(at, (at += size))).join(between);
};

const between = fc.constantFrom(" ", "-", ".", "–", " - ");

const mobile = fc
  .tuple(fc.constantFrom("06", "08", "09"), fc.stringMatching(/^[0-9]{8}$/))
  .map((parts) => parts.join(""));
const landline = fc
  .tuple(fc.constantFrom("02", "03", "04", "05", "07"), fc.stringMatching(/^[0-9]{7}$/))
  .map((parts) => parts.join(""));

/** Telephone numbers in the groupings that Thais use, at home and from abroad. */
export const phone = fc
  .oneof(
    fc.tuple(
      mobile,
      fc.constantFrom([10], [3, 3, 4], [3, 7], [2, 4, 4], [3, 4, 3], [1, 9]),
      between,
      fc.constant(""),
    ),
    fc.tuple(
      landline,
      fc.constantFrom([9], [2, 3, 4], [2, 7], [1, 4, 4], [3, 3, 3], [3, 6]),
      between,
      fc.constant(""),
    ),
    fc.tuple(
      fc.oneof(mobile, landline).map((number) => number.slice(1)),
      fc.constantFrom([9], [2, 3, 4], [1, 4, 4], [2, 7]),
      between,
      fc.constantFrom("+66", "+66 ", "+66-", "(+66) ", "+66(0)", "0066 ", "+66 0"),
    ),
  )
  .map(([digits, sizes, gap, prefix]) => prefix + grouped(digits, sizes, gap))
  .chain(written);

/** Signs that part groups of digits where people want to be clever. */
const sign = fc.constantFrom(..."/|\\*~,:;=+'&／⁄∕｜、·".replace("、", ""), " / ", "//", ", ");

/** Telephone numbers in a usual grouping with whatever sign between; a last group like a year is a document's. */
export const signedPhone = fc
  .oneof(
    fc.tuple(mobile, fc.constantFrom([3, 3, 4], [3, 7], [2, 4, 4], [3, 4, 3], [2, 8]), sign),
    fc.tuple(landline, fc.constantFrom([2, 3, 4], [2, 7], [3, 3, 3]), sign),
  )
  .filter(([digits]) => !/(?:25\d\d|20[0-4]\d)$/.test(digits))
  .map(([digits, sizes, gap]) => grouped(digits, sizes, gap))
  .chain(written);

/** The same of citizen numbers. */
export const signedCitizenNumber = fc
  .tuple(
    citizenNumber,
    fc.constantFrom([1, 4, 5, 2, 1], [1, 4, 5, 3], [1, 12], [3, 3, 3, 4], [4, 4, 5]),
    sign,
  )
  .map(([digits, sizes, gap]) => grouped(digits, sizes, gap))
  .chain(written);

const label = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/),
  fc.constantFrom("ตัวอย่าง", "ไทย", "ผู้ใช้", "münchen"),
);

export const email = fc
  .tuple(
    fc.oneof(label, fc.stringMatching(/^[a-z][a-z0-9._%+-]{0,10}$/)),
    fc.constantFrom("@", "＠", "﹫"),
    fc.array(label, { minLength: 1, maxLength: 3 }),
    fc.constantFrom("th", "com", "go.th", "ไทย", "xn--o3cw4h", "co"),
  )
  .map(([local, at, labels, top]) => `${local}${at}${[...labels, top].join(".")}`);

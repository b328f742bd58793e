import type { Locale } from "../../../errors.ts";
import { formatBaht } from "../../../money.ts";
import type { Field } from "./field.ts";
import { text } from "./text.ts";
import type { Pair } from "./text.ts";

/** Name of what is counted. */
export interface Unit {
  readonly th: string;
  /** English for one, and for any other number */
  readonly one: string;
  readonly many: string;
}

const unit = (th: string, one: string, many = `${one}s`): Unit => ({ th, one, many });

export const units = {
  seconds: unit("วินาที", "second"),
  minutes: unit("นาที", "minute"),
  hours: unit("ชั่วโมง", "hour"),
  days: unit("วัน", "day"),
  months: unit("เดือน", "month"),
  times: unit("ครั้ง", "time"),
  items: unit("รายการ", "item"),
  cases: unit("เรื่อง", "case"),
  people: unit("คน", "person", "people"),
  photos: unit("ภาพ", "photograph"),
  centimetres: unit("เซนติเมตร", "cm", "cm"),
  squareCentimetres: unit("ตารางเซนติเมตร", "cm²", "cm²"),
  kilometres: unit("กิโลเมตร", "km", "km"),
  ngan: unit("งาน", "ngan", "ngan"),
  pieces: unit("หน่วย", "unit"),
  sides: unit("ด้าน", "side"),
  stars: unit("ดาว", "star"),
  documents: unit("ฉบับ", "document"),
  pairs: unit("คู่", "pair"),
  readings: unit("ค่า", "reading"),
  quarters: unit("งวด", "quarter"),
  percent: unit("%", "%", "%"),
};

function written(value: number, { th, one, many }: Unit, locale: Locale): string {
  const digits = value.toLocaleString("en-US");
  return `${digits} ${locale === "th" ? th : value === 1 ? one : many}`;
}

/** A whole number of something, both limits included; `step` keeps it coarse where an exact number would say too much. */
export function quantity(
  label: Pair,
  of: Unit,
  [minimum, maximum]: readonly [number, number],
  step = 1,
): Field<number> {
  return {
    label: text(label),
    schema: { type: "integer", minimum, maximum, ...(step > 1 && { multipleOf: step }) },
    write: (value, locale) => written(value, of, locale),
  };
}

/** A whole number that is a name rather than a count: a year, the number of a key result. */
export function ordinal(
  label: Pair,
  [minimum, maximum]: readonly [number, number],
  word: Pair = ["", ""],
): Field<number> {
  const before = text(word);
  return {
    label: text(label),
    schema: { type: "integer", minimum, maximum },
    write: (value, locale) => `${before[locale]} ${value}`.trim(),
  };
}

/** Years are Buddhist-era numbers, `2569`. */
export const buddhistYear = (label: Pair): Field<number> => ordinal(label, [2560, 2699], ["พ.ศ.", "B.E."]);

const percent = (basisPoints: number) => `${basisPoints / 100} %`;

/** Basis points (hundredths of a per cent), shown as per cent. */
export function basisPoints(label: Pair, maximum = 10_000): Field<number> {
  return {
    label: text(label),
    schema: { type: "integer", minimum: 0, maximum },
    write: (value) => percent(value),
  };
}

/** Basis points of several things in their order, at most `maxItems`. */
export function basisPointsList(label: Pair, maxItems: number): Field<readonly number[]> {
  return {
    label: text(label),
    schema: {
      type: "array",
      items: { type: "integer", minimum: 0, maximum: 10_000 },
      minItems: 1,
      maxItems,
    },
    write: (values) => values.map(percent).join(", "),
  };
}

/** Money: satang as decimal text, never a number; below 100 million baht, so that no citizen number fits in. */
export function satang(label: Pair): Field<string> {
  return {
    label: text(label),
    schema: { type: "string", pattern: "^(0|[1-9][0-9]{0,9})$", maxLength: 10 },
    write: (value, locale) => formatBaht(BigInt(value), locale),
  };
}

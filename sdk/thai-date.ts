import { BUDDHIST_ERA_OFFSET, bangkokDate, checkedDate } from "./calendar-date.ts";
import type { CalendarDate } from "./calendar-date.ts";
import { sdkError } from "./errors/sdk.ts";
import { toArabicDigits } from "./thai-digits.ts";

const monthNames: readonly (readonly string[])[] = [
  ["มกราคม", "มค", "january", "jan"],
  ["กุมภาพันธ์", "กพ", "february", "feb"],
  ["มีนาคม", "มีค", "march", "mar"],
  ["เมษายน", "เมย", "april", "apr"],
  ["พฤษภาคม", "พค", "may"],
  ["มิถุนายน", "มิย", "june", "jun"],
  ["กรกฎาคม", "กค", "july", "jul"],
  ["สิงหาคม", "สค", "august", "aug"],
  ["กันยายน", "กย", "september", "sep", "sept"],
  ["ตุลาคม", "ตค", "october", "oct"],
  ["พฤศจิกายน", "พย", "november", "nov"],
  ["ธันวาคม", "ธค", "december", "dec"],
];

const monthByName = new Map(
  monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/;
const NUMERIC = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(พ\.?ศ\.?|ค\.?ศ\.?)?\s*(\d{2}|\d{4})$/;
const NAMED =
  /^(?:วัน\S*?ที่\s*|ที่\s*)?(\d{1,2})[\s-]*(?:เดือน)?\s*(\D+?)[\s,-]*(พ\.?\s*ศ\.?|ค\.?\s*ศ\.?)?\s*(\d{2}|\d{4})$/;

function commonEraYear(digits: string, era: string | undefined, input: string): number {
  const year = Number(digits);
  const isCommonEra = era?.startsWith("ค");
  if (digits.length === 2) {
    if (isCommonEra) throw sdkError("DATE_YEAR_UNCLEAR", { input });
    return 2500 + year - BUDDHIST_ERA_OFFSET;
  }
  const isBuddhistEra = !isCommonEra && year >= 2400 && year <= 2699;
  if (isBuddhistEra) return year - BUDDHIST_ERA_OFFSET;
  if (era?.startsWith("พ") || year < 1857 || year > 2156) throw sdkError("DATE_YEAR_UNCLEAR", { input });
  return year;
}

/**
 * The calendar date of a text: `29 พ.ย. 67`, `29 พฤศจิกายน 2567`, `วันศุกร์ที่ ๒๙ พฤศจิกายน พ.ศ. ๒๕๖๗`, `29/11/2567`
 * (day first, always), `29 November 2024`, `2024-11-29`. An ISO time with a zone is placed in Bangkok first.
 *
 * Which year is meant: four digits from 2400 to 2699 are Buddhist era, from 1857 to 2156 common era, everything else
 * is refused. Two digits are always the Buddhist-era years 2500–2599, as Thai offices abbreviate them: `67` is B.E.
 * 2567, C.E. 2024.
 *
 * @throws ProngsaiError DATE_EMPTY, DATE_NOT_READABLE, DATE_IMPOSSIBLE, DATE_YEAR_UNCLEAR
 */
export function parseDate(input: string): CalendarDate {
  const text = toArabicDigits(input.normalize("NFC"))
    .replace(/[\s\u200B\uFEFF]+/g, " ")
    .trim();
  if (text === "") throw sdkError("DATE_EMPTY", { input });
  const iso = ISO.exec(text);
  if (iso) {
    const [, year = "", month, day, time, zone] = iso;
    const y = commonEraYear(year, undefined, input);
    const date = checkedDate({ y, m: Number(month), d: Number(day) }, input);
    if (!time || !zone) return date;
    const dayText = `${y}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
    const offset = zone === "Z" ? zone : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
    return bangkokDate(new Date(`${dayText}T${time}${offset}`));
  }
  const numeric = NUMERIC.exec(text);
  const named = numeric ? null : NAMED.exec(text);
  const [, day, month = "", era, year = ""] = numeric ?? named ?? [];
  const m = numeric ? Number(month) : monthByName.get(month.toLowerCase().replace(/[.\s]/g, ""));
  if (m === undefined) throw sdkError("DATE_NOT_READABLE", { input });
  return checkedDate({ y: commonEraYear(year, era, input), m, d: Number(day) }, input);
}

import { BANGKOK_OFFSET_SECONDS, BUDDHIST_ERA_OFFSET, bangkokDate } from "./calendar-date.ts";
import type { CalendarDate } from "./calendar-date.ts";
import type { Locale } from "./errors.ts";
import { parseDate } from "./thai-date.ts";

/** A calendar date, an instant (Date, or Unix seconds as the chain has them), or a text that `parseDate` reads. */
export type DateLike = CalendarDate | Date | number | bigint | string;

const months = {
  th: "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
} as const;

const shortMonths = {
  th: "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split(" "),
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
} as const;

function calendarDate(value: DateLike): CalendarDate {
  if (typeof value === "string") return parseDate(value);
  if (value instanceof Date || typeof value === "number" || typeof value === "bigint")
    return bangkokDate(value);
  return value;
}

/** `29 พฤศจิกายน 2567` or `29 November 2024 (B.E. 2567)`; instants are placed in Bangkok. */
export function formatDate(value: DateLike, locale: Locale): string {
  const { y, m, d } = calendarDate(value);
  const buddhist = y + BUDDHIST_ERA_OFFSET;
  const month = months[locale][m - 1];
  return locale === "th" ? `${d} ${month} ${buddhist}` : `${d} ${month} ${y} (B.E. ${buddhist})`;
}

/** `29 พ.ย.` or `29 Nov`: for charts, whose text names the year. */
export function formatShortDay(value: DateLike, locale: Locale): string {
  const { m, d } = calendarDate(value);
  return `${d} ${shortMonths[locale][m - 1]}`;
}

/** `29 พฤศจิกายน 2567 เวลา 14:05 น.` or `29 November 2024 (B.E. 2567), 14:05 Bangkok time`. */
export function formatDateTime(instant: Date | number | bigint, locale: Locale): string {
  const seconds = instant instanceof Date ? instant.getTime() / 1000 : Number(instant);
  const date = formatDate(instant, locale);
  const time = new Date((seconds + BANGKOK_OFFSET_SECONDS) * 1000).toISOString().slice(11, 16);
  return locale === "th" ? `${date} เวลา ${time} น.` : `${date}, ${time} Bangkok time`;
}

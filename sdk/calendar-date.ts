import { sdkError } from "./errors/sdk.ts";

/** A day of the Gregorian calendar: `y` is the C.E. year, `m` 1–12, `d` 1–31. */
export type CalendarDate = { readonly y: number; readonly m: number; readonly d: number };

/** Buddhist era = C.E. + 543. */
export const BUDDHIST_ERA_OFFSET = 543;

/** Thailand keeps UTC+7 all year. */
export const BANGKOK_OFFSET_SECONDS = 7 * 3600;

function daysInMonth(y: number, m: number): number {
  return new Date(Date.UTC(y, m, 0)).getUTCDate();
}

/**
 * The date when it exists; `input` is named in the error.
 *
 * @throws ProngsaiError DATE_IMPOSSIBLE for 31 เม.ย., 29 ก.พ. of a year that is no leap year, month 13
 */
export function checkedDate(date: CalendarDate, input = toIsoDate(date)): CalendarDate {
  const { y, m, d } = date;
  if (!(m >= 1 && m <= 12)) throw sdkError("DATE_IMPOSSIBLE", { input });
  const lastDay = daysInMonth(y, m);
  if (!(d >= 1 && d <= lastDay)) throw sdkError("DATE_IMPOSSIBLE", { input, lastDay });
  return date;
}

/** `2024-11-29`, as APIs write dates. */
export function toIsoDate({ y, m, d }: CalendarDate): string {
  return `${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}

/** The calendar date in Bangkok of an instant (Date, or Unix seconds). */
export function bangkokDate(instant: Date | number | bigint): CalendarDate {
  const seconds = instant instanceof Date ? instant.getTime() / 1000 : Number(instant);
  const local = new Date((seconds + BANGKOK_OFFSET_SECONDS) * 1000);
  if (Number.isNaN(local.getTime())) throw sdkError("DATE_NOT_READABLE", { input: String(instant) });
  return { y: local.getUTCFullYear(), m: local.getUTCMonth() + 1, d: local.getUTCDate() };
}

/** Unix second in which the day begins in Bangkok. */
export function startOfDay({ y, m, d }: CalendarDate): number {
  return Date.UTC(y, m - 1, d) / 1000 - BANGKOK_OFFSET_SECONDS;
}

/** Last Unix second of the day in Bangkok; deadlines such as a milestone's `dueAt` use it. */
export function endOfDay(date: CalendarDate): number {
  return startOfDay(date) + 24 * 3600 - 1;
}

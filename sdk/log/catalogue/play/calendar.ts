import { BANGKOK_OFFSET_SECONDS, bangkokDate, startOfDay, toIsoDate } from "../../../calendar-date.ts";
import { parseDate } from "../../../thai-date.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instant (ms) in which a day, `2026-11-24`, begins in Bangkok. */
export const dayStart = (day: string): number => startOfDay(parseDate(day)) * 1000;

/** The day in Bangkok of an instant (ms), `2026-11-24`. */
export const dayOf = (instant: number): string => toIsoDate(bangkokDate(new Date(instant)));

/** An instant to the second, as dates with a time are written in data. */
export const second = (instant: number): string => new Date(instant).toISOString().replace(/\.\d+Z$/, "Z");

const OPENS = 8.5 * HOUR;
const CLOSES = 16.5 * HOUR;

/** The instant itself when offices are open (Monday to Friday, 8:30 to 16:30), else when they next open. */
export function officeTime(instant: number): number {
  let now = instant;
  for (;;) {
    const local = now + BANGKOK_OFFSET_SECONDS * 1000;
    const inDay = local % DAY;
    const weekday = new Date(local).getUTCDay();
    const isWorkday = weekday >= 1 && weekday <= 5;
    if (isWorkday && inDay < OPENS) return now - inDay + OPENS + (instant % (20 * MINUTE));
    if (isWorkday && inDay < CLOSES) return now;
    now += DAY - inDay;
  }
}

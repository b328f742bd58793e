import { useTexts } from "../../i18n/use-texts.ts";
import type { Instant } from "../../i18n/use-texts.ts";

const iso = (at: Instant) => new Date(typeof at === "number" ? at * 1000 : at).toISOString();

/** A day in words; machines read the date, or the instant when one is given. Instants are placed in Bangkok. */
export function Day({ at }: { at: string }) {
  const { date } = useTexts();
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(at);
  return <time dateTime={isDay ? at : iso(at)}>{date(isDay ? at : new Date(at))}</time>;
}

/** Day and time of day in words, Bangkok time. */
export function Moment({ at }: { at: Instant }) {
  const { dateTime } = useTexts();
  return <time dateTime={iso(at)}>{dateTime(at)}</time>;
}

/** An instant as the API writes it: ISO 8601 in UTC, with milliseconds only where there are any. @param seconds Unix time */
export const isoTime = (seconds: number): string =>
  new Date(Math.round(seconds * 1_000)).toISOString().replace(".000Z", "Z");

/** Forms of the envelope's strings, by the name that `LOG_RECORD_FORM` gives in its details. */
export const recordForms = {
  /** reverse-DNS name, at least two labels, at most 120 bytes */
  service: /^(?=.{1,120}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/,
  /** `report.stateChanged`, at most 60 characters */
  type: /^(?=.{1,60}$)[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)+$/,
  /** CIDv1, raw or dag-pb, SHA-256, in base32: 36 bytes, of which the last character holds three bits */
  cid: /^baf(?:krei|ybei)[a-h][a-z2-7]{50}[aeimquy4]$/,
  submitter: /^[a-z0-9-]{1,31}$/,
  /** UTC with exactly milliseconds; the day's existence is checked apart */
  ts: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/,
  hash: /^0x[0-9a-f]{64}$/,
  role: /^[a-z][a-z0-9-]{0,39}$/,
} satisfies Record<string, RegExp>;

export type RecordForm = keyof typeof recordForms;

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  if (month === 2 && day === 29) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= DAYS[month - 1]!;
}

/** Whether a string has the form, a time also a day that the calendar has. */
export function hasForm(form: RecordForm, text: string): boolean {
  if (!recordForms[form].test(text)) return false;
  return (
    form !== "ts" || isDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
  );
}

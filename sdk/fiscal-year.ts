import { BUDDHIST_ERA_OFFSET, bangkokDate, endOfDay, startOfDay } from "./calendar-date.ts";
import type { CalendarDate } from "./calendar-date.ts";
import { sdkError } from "./errors/sdk.ts";

/** The fiscal years that the contracts know. Source: contracts/lib/FiscalYears.sol. */
const FIRST = 2514;
const LAST = 2700;

/**
 * The year when it can be a fiscal year of the ledger: a whole Buddhist-era year from 2514 to 2700.
 *
 * @throws ProngsaiError FISCAL_YEAR_OUT_OF_RANGE
 */
export function checkedFiscalYear(year: number): number {
  if (!Number.isInteger(year) || year < FIRST || year > LAST) {
    throw sdkError("FISCAL_YEAR_OUT_OF_RANGE", { input: String(year) });
  }
  return year;
}

/**
 * Buddhist-era fiscal year in which a day falls: 1 October of the year before to 30 September (Budget Procedure Act
 * B.E. 2561, section 4). Instants (Date, or Unix seconds) are placed in Bangkok.
 *
 * @throws ProngsaiError FISCAL_YEAR_OUT_OF_RANGE
 */
export function fiscalYearOf(day: CalendarDate | Date | number | bigint): number {
  const { y, m } = typeof day === "object" && "y" in day ? day : bangkokDate(day);
  return checkedFiscalYear(y + BUDDHIST_ERA_OFFSET + (m >= 10 ? 1 : 0));
}

/**
 * First and last Unix second of a fiscal year: 1 October 00:00:00 to 30 September 23:59:59 in Bangkok.
 *
 * @throws ProngsaiError FISCAL_YEAR_OUT_OF_RANGE
 */
export function fiscalYearRange(year: number): { start: number; end: number } {
  const y = checkedFiscalYear(year) - BUDDHIST_ERA_OFFSET;
  return { start: startOfDay({ y: y - 1, m: 10, d: 1 }), end: endOfDay({ y, m: 9, d: 30 }) };
}

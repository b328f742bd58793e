import { checkedFiscalYear } from "../../fiscal-year.ts";
import { toIsoDate } from "../../calendar-date.ts";
import { ProngsaiError } from "../../errors.ts";
import { parseBaht } from "../../money.ts";
import { parseDate } from "../../thai-date.ts";
import { toArabicDigits } from "../../thai-digits.ts";
import { isJuristicTaxId } from "../juristic.ts";
import { isCitizenNumber, withholdPersons } from "../personal-data.ts";
import { WITHHELD } from "../withheld.ts";
import { beginsAsPerson } from "../person-names.ts";
import { RowProblem } from "../row.ts";
import { provinces } from "./provinces.ts";

/** Amounts must fit a signed 64-bit number of satang, as databases keep them. */
const MAX_AMOUNT = 2n ** 63n - 1n;

const METHODS =
  /^(?:เฉพาะเจาะจง|คัดลอก|คัดเลือก|ประกาศเชิญชวนทั่วไป|ตลาดอิเล็กทรอนิกส์|ประกวดราคา\S*|สอบราคา|e-?(?:bidding|market))/i;
const PLAIN_NUMBER = /^[-−–]?[0-9๐-๙][0-9๐-๙,]*(?:\.[0-9๐-๙]+)?$/;

function looksLikeDate(text: string): boolean {
  if (!/[0-9๐-๙]/.test(text) || text.length > 40) return false;
  try {
    parseDate(text);
    return true;
  } catch {
    return false;
  }
}

type Kind = "number" | "date" | "province" | "method" | "other";

/** Files repeat some thousand dates, agencies and places a million times; the memory for them is bounded. */
function remembered<T extends string>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (known.size >= 8192) known.clear();
    known.set(text, result);
    return result;
  };
}

const kindOf = remembered((text: string): Kind => {
  if (PLAIN_NUMBER.test(text)) return "number";
  if (provinces.has(text)) return "province";
  if (METHODS.test(text)) return "method";
  return looksLikeDate(text) ? "date" : "other";
});

/** The value itself when showing it cannot show a person: digits and punctuation, a date, a province, a method. */
export function safeValue(text: string): string | null {
  if (text.length > 60 || withholdPersons(text) !== text) return null;
  if (/^[0-9๐-๙.,:/()+\-−–%฿ ]+$/.test(text)) return /[0-9๐-๙]{13}/.test(text) ? null : text;
  return kindOf(text) === "other" ? null : text;
}

function unreadable(reason: RowProblem["reason"], column: string, text: string): RowProblem {
  return new RowProblem(reason, column, safeValue(text));
}

/** @throws RowProblem */
export function amount(text: string, column: string): bigint {
  // A citizen or telephone number in an amount's place is no amount, though it can be read as one.
  if (isCitizenNumber(text) || /^0\d{8,9}$/.test(text)) throw new RowProblem("COLUMNS_SHIFTED", column);
  try {
    const satang = parseBaht(text);
    if (satang <= MAX_AMOUNT) return satang;
  } catch (error) {
    if (!(error instanceof ProngsaiError)) throw error;
    if (error.code === "MONEY_NEGATIVE") throw unreadable("NUMBER_NEGATIVE", column, text);
    if (error.code === "MONEY_TOO_PRECISE") throw unreadable("NUMBER_TOO_PRECISE", column, text);
  }
  throw unreadable(
    ["number", "other"].includes(kindOf(text)) ? "NUMBER_UNREADABLE" : "COLUMNS_SHIFTED",
    column,
    text,
  );
}

const readDate = remembered((text) => toIsoDate(parseDate(text)));

/** ISO date. @throws RowProblem */
export function isoDate(text: string, column: string): string {
  try {
    return readDate(text);
  } catch (error) {
    if (!(error instanceof ProngsaiError)) throw error;
    const shifted = ["province", "method"].includes(kindOf(text)) || /^[0-9๐-๙,]+\.[0-9๐-๙]+$/.test(text);
    throw unreadable(shifted ? "COLUMNS_SHIFTED" : "DATE_UNREADABLE", column, text);
  }
}

/** Buddhist-era year of four digits. @throws RowProblem */
export function fiscalYear(text: string, column: string): number {
  const digits = toArabicDigits(text);
  if (/^2[45]\d\d$/.test(digits)) {
    try {
      return checkedFiscalYear(Number(digits));
    } catch (error) {
      if (!(error instanceof ProngsaiError)) throw error;
    }
  }
  const plain = /^\d{1,4}$/.test(digits) || (kindOf(text) === "other" && !/[ก-ฮ]/.test(text));
  throw unreadable(plain ? "FISCAL_YEAR_UNREADABLE" : "COLUMNS_SHIFTED", column, text);
}

/** e-GP's project number: 9 to 12 digits, in old exports after one or two letters. @throws RowProblem */
export function projectCode(text: string, column: string): string {
  const code = toArabicDigits(text);
  if (/^[A-Z]{0,2}\d{9,12}$/.test(code)) return code;
  const shifted = ["date", "province", "method"].includes(kindOf(text));
  throw unreadable(shifted ? "COLUMNS_SHIFTED" : "CODE_UNREADABLE", column, text);
}

/** Whether a cell that holds something holds another kind of thing than its column. */
export function isForeign(expected: "number" | "date" | "year" | "province", text: string): boolean {
  if (expected === "year") return !/^2[45]\d\d$/.test(toArabicDigits(text));
  const kind = kindOf(text);
  return expected === "province" ? kind !== "province" && kind !== "other" : kind !== expected;
}

/** The number of a person, natural or juristic, and nothing else. */
const isPersonsNumber = (text: string) =>
  text.length >= 13 && !/[ก-ฮa-z]/i.test(text) && (isCitizenNumber(text) || isJuristicTaxId(text));

/** A contract's number is no date, no person's number and no person. @throws RowProblem when it is */
export function contractNumber(text: string, column: string): string {
  // 29/11/2567 may be a number of a contract; with the month's name or in ISO's order it is a date.
  const isDate = /^\d{4}-\d\d-\d\d|[ก-ฮ]\s*\.?\s*[0-9๐-๙]{2,4}$/.test(text) && kindOf(text) === "date";
  if (isDate || isPersonsNumber(text) || beginsAsPerson(text))
    throw unreadable("COLUMNS_SHIFTED", column, text);
  return text;
}

/** A tax number has digits and no Thai words. @throws RowProblem when it has */
export function taxNumber(text: string, column: string): string {
  if (text !== WITHHELD && (!/\p{Nd}/u.test(text) || /[ก-ฮ]/.test(text)))
    throw unreadable("COLUMNS_SHIFTED", column, text);
  return text;
}

/** Text of a column that never holds a bare number or a date. @throws RowProblem when it does */
export function words(text: string, column: string): string {
  if (isPersonsNumber(text)) throw unreadable("COLUMNS_SHIFTED", column, text);
  const kind = /[0-9๐-๙]/.test(text) ? kindOf(text) : "other";
  if (kind === "number" || kind === "date") throw unreadable("COLUMNS_SHIFTED", column, text);
  return text;
}

/** Thai in two words without the word for province itself: no province is written so, people are. */
const TWO_WORDS = /^(?!จังหวัด|จ\.)[ก-๎]+\s+[ก-๎]/;

/** A province column holds no method, number, date or person. @throws RowProblem when it does */
export function province(text: string, column: string): string {
  if (METHODS.test(text) || TWO_WORDS.test(text) || beginsAsPerson(text))
    throw unreadable("COLUMNS_SHIFTED", column, text);
  return words(text, column);
}

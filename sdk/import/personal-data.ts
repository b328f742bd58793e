import { isCitizenNumber as isNumberOfPerson } from "../citizen-number.ts";
import { toArabicDigits } from "../thai-digits.ts";

/** Stands in kept files and rows where personal data stood. */
export const WITHHELD = "[withheld]";

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const THIRTEEN_DIGITS = /(?<!\d)\d(?:[ -]?\d){12}(?!\d)/g;
/**
 * Telephone numbers in the groupings that Thais write: 0812345678, 081-234-5678, 02-123-4567, 0-2123-4567, 044-123-456,
 * +66 81 234 5678; any after the word โทร. Numbers of equipment (023-60-0014) are grouped otherwise and stay.
 */
const PHONES = [
  /(?<!\d[ -]?)(?:0[689]\d{8}|0[689]\d[ -]\d{3}[ -]?\d{4}|02[ -]\d{3}[ -]\d{4})(?![ -]?\d)/g,
  /(?<!\d[ -]?)(?:0[ -][2-9]\d{3}[ -]\d{4}|0[3-7]\d[ -]\d{3}[ -]\d{3})(?![ -]?\d)/g,
  /(?<!\d)\+66[ -]?(?:0[ -]?)?[2-9](?:[ -]?\d){7,8}(?!\d)/g,
  /(?<=(?:โทร|มือถือ|tel|phone)\D{0,15})0[ -]?[2-9](?:[ -]?\d){7,8}(?!\d)/gi,
];

/**
 * Titles that only people bear, then a name. A Thai name begins with a consonant or a leading vowel; what follows the
 * negative lookahead are ordinary words and places that begin with the same letters (นายก, นายอำเภอ, นางรอง, นาวา).
 */
const THAI_TITLE =
  "(?:นางสาว|น\\.\\s?ส\\.|นาง(?!รอง|เลิ้ง|แล|นวล|พญา|ลือ|ใน|เงือก|ฟ้า|พยาบาล|แบบ)" +
  "|นาย(?!ก(?:เทศ|รัฐ|สภา|อบ|สมาคม|องค์|\\s|ฯ|เมือง|เหล่า)|อำเภอ|ทหาร|ท่า|หน้า|จ้าง|ทะเบียน|แพทย์|สถานี|ตรวจ|เรือ|ช่าง|ประกัน|สิบ|ร้อย|พัน|พล|เวร|ด่าน)" +
  "|เด็กชาย|เด็กหญิง|ด\\.\\s?[ชญ]\\.)";
const BEFORE_NAME = "(?<=^|[\\s(\\[\"'“‘,:;/\\-–]|จ้าง|เหมา|ชื่อ|คือ|โดย|ให้|แก่|ราย|บุคคล|กับ|และ|ของ)";
const THAI_NAME = "[เ-ไ]?[ก-ฮ][ก-ฺเ-๎]*";
const NOT_SURNAME =
  "(?!หมู่|ตำบล|อำเภอ|จังหวัด|จำนวน|โดย|เพื่อ|วิธี|ประจำ|ตำแหน่ง|ระหว่าง|ตั้งแต่|ใน|ที่|ณ|สาย|ถึง|ต\\.|อ\\.|จ\\.|ม\\.)";
const THAI_PERSON = new RegExp(
  `${BEFORE_NAME}${THAI_TITLE}\\s*${THAI_NAME}(?:[ \\t\\u00a0]+${NOT_SURNAME}${THAI_NAME})?`,
  "g",
);
const LATIN_PERSON = /\b(?:Mr|Mrs|Ms|Miss)\.?\s+\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+)*/gu;

const TITLE_FIRST = new RegExp(
  `^(?:${THAI_TITLE}|ว่าที่|คุณ(?!ภาพ|ธรรม|วุฒิ)|พล\\.[ตรทอ]|พล(?:ตรี|โท|เอก)\\s|[พรสจ]\\.\\s?[ตทอส]\\.|ดร\\.|นพ\\.|พญ\\.|ผศ\\.|รศ\\.|คณะบุคคล|(?:Mr|Mrs|Ms|Miss|Dr)\\b)`,
  "i",
);

/** Whether a text is the number of a natural person, perhaps in Thai digits and in groups. */
export function isCitizenNumber(text: string): boolean {
  return isNumberOfPerson(toArabicDigits(text).replace(/[ -]/g, ""));
}

/** Whether a name begins as only natural persons' names do. */
export function beginsAsPerson(name: string): boolean {
  return TITLE_FIRST.test(name.trim());
}

/** Replaces what `pattern` finds, with Thai digits read as Arabic ones. */
function withhold(
  text: string,
  pattern: RegExp,
  isPersonal: (found: string) => boolean = () => true,
): string {
  let safe = "";
  let copied = 0;
  // Digit for digit, so that positions are the same in both texts.
  for (const { 0: found, index } of toArabicDigits(text).matchAll(pattern)) {
    if (!isPersonal(found)) continue;
    safe += text.slice(copied, index) + WITHHELD;
    copied = index + found.length;
  }
  return copied === 0 ? text : safe + text.slice(copied);
}

/** Citizen numbers (by checksum), telephone numbers and e-mail addresses replaced by `[withheld]`. */
export function withholdNumbers(text: string): string {
  // Nothing of the three is possible without an @ or nine digits; most texts end here.
  if (!text.includes("@") && !/[0-9๐-๙](?:[ -]{0,2}[0-9๐-๙]){8}/.test(text)) return text;
  const withoutCitizens = withhold(text.replace(EMAIL, WITHHELD), THIRTEEN_DIGITS, isCitizenNumber);
  return PHONES.reduce((safe, pattern) => withhold(safe, pattern), withoutCitizens);
}

/** The same, and names of natural persons that follow a title (นาย, นาง, นางสาว, Mr …). */
export function withholdPersons(text: string): string {
  return withholdNumbers(text).replace(THAI_PERSON, WITHHELD).replace(LATIN_PERSON, WITHHELD);
}

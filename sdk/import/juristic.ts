import { toArabicDigits } from "../thai-digits.ts";
import { beginsAsPerson, isCitizenNumber, WITHHELD } from "./personal-data.ts";

/**
 * Beginnings and endings that only juristic persons' names have. A shop (ร้าน) or an ordinary partnership without
 * registration is its owners' own name as often as not, so neither is here: without a tax number they are withheld.
 */
const JURISTIC_BEGINNING =
  /^(?:บริษัท|บมจ|บจก|บจ\.|หจก|หสน|ห้างหุ้นส่วนจำกัด|ห้างหุ้นส่วนสามัญนิติบุคคล|สหกรณ์|ชุมนุมสหกรณ์|มหาวิทยาลัย|สถาบัน|วิทยาลัย|โรงเรียน|โรงพยาบาล|มูลนิธิ|สมาคม|องค์การ|องค์กร|การไฟฟ้า|การประปา|ธนาคาร|กรม|กระทรวง|สำนักงาน|เทศบาล|กิจการร่วมค้า|กิจการค้าร่วม|นิติบุคคล|รัฐวิสาหกิจ|บรรษัท|วิสาหกิจชุมชน|ไปรษณีย์ไทย|กลุ่มเกษตรกร)/;
const JURISTIC_ENDING =
  /(?:จำกัด|\(มหาชน\)|\b(?:ltd|limited|plc|inc|incorporated|corp|corporation|llc|llp|gmbh|ag|s\.?a|b\.?v|n\.?v|co)\.?\)?)$/i;
const PERSON_AFTER_SEPARATOR = /(?:[,;/|\n]|และ|กับ)\s*(.+)$/s;

/** A tax number of thirteen digits beginning with 0 belongs to a juristic person, but for a few kinds of persons. */
export function isJuristicTaxId(taxId: string): boolean {
  return /^0\d{12}$/.test(plainDigits(taxId)) && !isCitizenNumber(taxId);
}

function plainDigits(taxId: string): string {
  return toArabicDigits(taxId).replace(/[ -]/g, "");
}

function soundsJuristic(name: string): boolean {
  const text = name.trim();
  if (beginsAsPerson(text)) return false;
  const others = PERSON_AFTER_SEPARATOR.exec(text)?.[1];
  if (others !== undefined && beginsAsPerson(others)) return false;
  return JURISTIC_BEGINNING.test(text) || JURISTIC_ENDING.test(text);
}

/**
 * Whether a supplier may be shown. True only when it is surely a juristic person: by its tax number, or, where there is
 * none that decides, by its name. Anything uncertain or contradictory (a person's name with a company's number) is false.
 */
export function isJuristic(name: string | null, taxId: string | null): boolean {
  if (name === WITHHELD || taxId === WITHHELD) return false;
  if (name !== null && beginsAsPerson(name)) return false;
  if (taxId !== null && isJuristicTaxId(taxId)) return true;
  if (taxId !== null && /^[1-8]\d{12}$/.test(plainDigits(taxId))) return false;
  return name !== null && soundsJuristic(name);
}

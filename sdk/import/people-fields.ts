/** Columns and members with such names hold people: only what is surely a juristic person is kept of them. */
const THAI =
  /ผู้(?!ว่า)|คู่สัญญา|ชื่อ-?\s*(?:นาม)?สกุล|นามสกุล|โทร|มือถือ|อีเมล|บัตรประชาชน|ประจำตัว|ที่อยู่|ติดต่อ|(?<!วันที่|วัน)ลงนาม|กรรมการ|เจ้าหน้าที่|หัวหน้า|พยาน|ตัวแทน/;
const ENGLISH =
  /\b(?:sign(?:ator(?:y|ies)|ers?|atures?|ed by)|persons?|personnel|people|individuals?|directors?|officers?|officials?|representatives?|agents?|owners?|shareholders?|partners?|members?|employees?|staff|citizens?|national id|passports?|contacts?|(?:tele)?phones?|tel|mobiles?|cell|fax|e ?mails?|(?:first|last|middle|family|given|full|maiden) names?|surnames?|birth ?dates?|date of birth|job title|suppliers?|vendors?|winners?|bidders?|contractors?|payees?|applicants?|guarantors?|witness(?:es)?|(?:approved|created|prepared|received|inspected) by|tax(?: (?:ids?|no|nos|numbers?|payers?|codes?|identifiers?))?|taxid|taxpayers?|vat (?:id|no|number))\b/;

/** vendorTaxNumber, vendor_tax-number and "Vendor tax number" are the same words. */
const words = (name: string) =>
  name
    .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, "$1 ")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .toLowerCase();

/** Whether by its name a column or member holds people, what they are called, or how they are reached. */
export const holdsPeople = (name: string): boolean => THAI.test(name) || ENGLISH.test(words(name));

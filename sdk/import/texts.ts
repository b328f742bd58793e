import type { Locale } from "../errors.ts";
import type { ImportFlagCode, QuarantineReason } from "./model.ts";

type Text = Readonly<Record<Locale, string>>;

/** Why a row is set aside, for people. */
export const quarantineText: Readonly<Record<QuarantineReason, Text>> = {
  COLUMN_COUNT: {
    th: "จำนวนคอลัมน์ของแถวไม่ตรงกับหัวตาราง",
    en: "The row does not have as many columns as the header.",
  },
  COLUMNS_SHIFTED: {
    th: "ข้อมูลในแถวเลื่อนไปอยู่ผิดคอลัมน์",
    en: "The row's values stand in the wrong columns.",
  },
  QUOTES_BROKEN: {
    th: "เครื่องหมายคำพูดในแถวเปิดแล้วไม่ปิดให้ถูกต้อง",
    en: "A quotation mark in the row is not closed properly.",
  },
  RECORD_TOO_LONG: { th: "แถวยาวเกิน 65,536 ไบต์", en: "The row is longer than 65,536 bytes." },
  UTF8_BROKEN: {
    th: "แถวมีอักขระเสียหายหรืออักขระควบคุมที่ไม่ใช่ข้อความ",
    en: "The row has broken UTF-8 or control characters that are not text.",
  },
  CODE_MISSING: { th: "ไม่มีรหัสโครงการ", en: "The project's number is missing." },
  CODE_UNREADABLE: { th: "อ่านรหัสโครงการไม่ได้", en: "The project's number cannot be read." },
  NUMBER_UNREADABLE: { th: "อ่านจำนวนเงินไม่ได้", en: "An amount cannot be read." },
  NUMBER_TOO_PRECISE: { th: "จำนวนเงินมีเศษเล็กกว่าหนึ่งสตางค์", en: "An amount is finer than one satang." },
  NUMBER_NEGATIVE: { th: "จำนวนเงินติดลบ", en: "An amount is negative." },
  DATE_UNREADABLE: { th: "อ่านวันที่ไม่ได้", en: "A date cannot be read." },
  FISCAL_YEAR_UNREADABLE: { th: "อ่านปีงบประมาณไม่ได้", en: "The fiscal year cannot be read." },
  CONTRACT_TWICE: { th: "สัญญาเดียวกันปรากฏซ้ำ", en: "The same contract stands twice in the file." },
  JSON_BROKEN: { th: "อ่าน JSON ของรายการนี้ไม่ได้", en: "The entry's JSON cannot be read." },
  RELEASE_INCOMPLETE: {
    th: "รายการไม่มี ocid, id, date หรือ tag ที่ใช้ได้",
    en: "The release has no usable ocid, id, date or tag.",
  },
  RELEASE_TWICE: { th: "release เดียวกันปรากฏซ้ำ", en: "The same release stands twice in the source." },
  RELEASE_LINKED_ONLY: {
    th: "รายการมีเพียงลิงก์ไปยัง release ไม่มีเนื้อหา",
    en: "The record only links to its releases and does not hold them.",
  },
};

/** What a flag says; a signal for review, not proof. */
export const flagText: Readonly<Record<ImportFlagCode, Text>> = {
  AGREED_ABOVE_BUDGET: { th: "ราคาที่ตกลงสูงกว่างบประมาณ", en: "The agreed price is above the budget." },
  AGREED_ABOVE_REFERENCE: {
    th: "ราคาที่ตกลงสูงกว่าราคากลาง",
    en: "The agreed price is above the reference price.",
  },
  REFERENCE_ABOVE_BUDGET: { th: "ราคากลางสูงกว่างบประมาณ", en: "The reference price is above the budget." },
  DATE_OUTSIDE_FISCAL_YEAR: {
    th: "วันที่เกิดรายการอยู่นอกปีงบประมาณที่ระบุ",
    en: "The transaction's date lies outside the stated fiscal year.",
  },
  SIGNED_BEFORE_ANNOUNCED: {
    th: "ลงนามสัญญาก่อนวันที่ประกาศ",
    en: "The contract was signed before the announcement.",
  },
  CONTRACT_ENDS_BEFORE_SIGNED: {
    th: "สัญญาสิ้นสุดก่อนวันที่ลงนาม",
    en: "The contract ends before it was signed.",
  },
  PROJECT_FIELDS_DIFFER: {
    th: "ข้อมูลโครงการในแถวนี้ไม่ตรงกับแถวแรกของโครงการเดียวกัน ใช้ตามแถวแรก",
    en: "This row states the project differently than the project's first row; the first stands.",
  },
  POSSIBLY_SAME_CONTRACT: {
    th: "อาจเป็นสัญญาเดียวกับแถวก่อนหน้า แต่ยืนยันไม่ได้เพราะไม่เปิดเผยชื่อคู่สัญญาที่เป็นบุคคลธรรมดา",
    en: "Possibly the same contract as an earlier row; it cannot be told, since natural persons are not shown.",
  },
  CURRENCY_NOT_BAHT: {
    th: "จำนวนเงินเป็นสกุลอื่นที่ไม่ใช่บาท จึงไม่รวมในยอด",
    en: "An amount is not in baht and is therefore in no sum.",
  },
  PERSONAL_DATA_WITHHELD: {
    th: "ปิดข้อมูลส่วนบุคคลบางส่วนไว้",
    en: "Some personal data is withheld.",
  },
};

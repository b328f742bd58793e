import type { Details, Texts } from "../errors.ts";

/** Errors of reading amounts of money. `input` is the text as it was given. */
export const moneyTexts = {
  MONEY_EMPTY: (): Texts => ({
    th: {
      what: "ยังไม่ได้ระบุจำนวนเงิน",
      why: "ช่องจำนวนเงินว่างอยู่",
      mend: "กรอกจำนวนเงินเป็นบาท เช่น 1,480.00",
    },
    en: {
      what: "The amount is missing.",
      why: "The text is empty.",
      mend: "Give an amount in baht, such as 1,480.00.",
    },
  }),
  MONEY_NOT_A_NUMBER: ({ input }: Details): Texts => ({
    th: {
      what: `“${input}” ไม่ใช่จำนวนเงินที่อ่านได้`,
      why: "จำนวนเงินประกอบด้วยตัวเลข จุลภาคคั่นทุกสามหลัก และทศนิยมไม่เกินสองตำแหน่งเท่านั้น",
      mend: "กรอกใหม่เป็นตัวเลขไทยหรืออารบิก เช่น 1,480.00 หรือ ๑,๔๘๐.๐๐",
    },
    en: {
      what: `“${input}” is not an amount of money.`,
      why: "An amount has digits, commas between groups of three, and at most two decimals, nothing else.",
      mend: "Write it with Arabic or Thai digits, such as 1,480.00 or ๑,๔๘๐.๐๐.",
    },
  }),
  MONEY_TOO_PRECISE: ({ input }: Details): Texts => ({
    th: {
      what: `“${input}” มีเศษเล็กกว่าหนึ่งสตางค์`,
      why: "หน่วยเงินที่เล็กที่สุดคือหนึ่งสตางค์ หรือทศนิยมสองตำแหน่งของบาท ระบบไม่ปัดเศษให้เอง",
      mend: "ตรวจสอบเอกสารต้นทาง แล้วกรอกทศนิยมไม่เกินสองตำแหน่ง",
    },
    en: {
      what: `“${input}” is finer than one satang.`,
      why: "The smallest unit is one satang, two decimals of a baht, and amounts are never rounded silently.",
      mend: "Check the source document and give at most two decimals.",
    },
  }),
  MONEY_NEGATIVE: ({ input }: Details): Texts => ({
    th: {
      what: `“${input}” เป็นจำนวนติดลบ`,
      why: "รายการนี้รับเฉพาะจำนวนเงินที่ไม่ติดลบ การหักหรือคืนเงินเป็นรายการแยกต่างหาก",
      mend: "กรอกจำนวนที่ไม่ติดลบ หากเป็นการคืนเงินให้บันทึกเป็นรายการคืนเงิน",
    },
    en: {
      what: `“${input}” is negative.`,
      why: "Only amounts of zero or more are taken here; a deduction or a return is an entry of its own.",
      mend: "Give an amount that is not negative, or record a return.",
    },
  }),
  MONEY_TOO_LARGE: ({ input }: Details): Texts => ({
    th: {
      what: `“${input}” เกินจำนวนสูงสุดที่บันทึกได้`,
      why: "บัญชีบันทึกได้ไม่เกิน 184,467,440,737,095,516.15 บาท",
      mend: "ตรวจสอบว่าจำนวนเงินถูกต้อง อาจมีตัวเลขเกินหรือกรอกผิดช่อง",
    },
    en: {
      what: `“${input}” is more than can be recorded.`,
      why: "The ledger holds at most 184,467,440,737,095,516.15 baht (a 64-bit number of satang).",
      mend: "Check the amount: there may be extra digits, or it belongs in another field.",
    },
  }),
  MONEY_NOT_SATANG: ({ input }: Details): Texts => ({
    th: {
      what: `“${input}” ไม่ใช่จำนวนสตางค์`,
      why: "จำนวนสตางค์เป็นเลขจำนวนเต็มอารบิก ไม่มีจุลภาค ทศนิยม หรือศูนย์นำหน้า",
      mend: "ส่งจำนวนเต็มเป็นสตางค์ เช่น 148000 สำหรับ 1,480.00 บาท",
    },
    en: {
      what: `“${input}” is not a number of satang.`,
      why: "Satang are written as a whole number in Arabic digits, without commas, decimals or leading zeros.",
      mend: "Send a whole number of satang, such as 148000 for 1,480.00 baht.",
    },
  }),
} satisfies Record<string, (details: Details) => Texts>;

import type { Details, Texts } from "../errors.ts";

/** Errors of reading dates and fiscal years. `input` is what was given. */
export const calendarTexts = {
  DATE_EMPTY: (): Texts => ({
    th: { what: "ยังไม่ได้ระบุวันที่", why: "ช่องวันที่ว่างอยู่", mend: "กรอกวันที่ เช่น 29 พ.ย. 2567" },
    en: {
      what: "The date is missing.",
      why: "The text is empty.",
      mend: "Give a date such as 29 พ.ย. 2567 or 2024-11-29.",
    },
  }),
  DATE_NOT_READABLE: ({ input }: Details): Texts => ({
    th: {
      what: `“${input}” ไม่ใช่วันที่ที่อ่านได้`,
      why: "วันที่ต้องเรียงวัน เดือน ปี หรือเป็นรูปแบบ ISO 8601",
      mend: "กรอกใหม่ เช่น 29 พ.ย. 67, 29 พฤศจิกายน 2567, 29/11/2567 หรือ 2024-11-29",
    },
    en: {
      what: `“${input}” is not a date that can be read.`,
      why: "A date is written day, month, year, or in ISO 8601.",
      mend: "Write it as 29 พ.ย. 67, 29 พฤศจิกายน 2567, 29/11/2567, 29 November 2024 or 2024-11-29.",
    },
  }),
  DATE_IMPOSSIBLE: ({ input, lastDay }: Details): Texts => ({
    th: {
      what: `ไม่มีวันที่ “${input}” ในปฏิทิน`,
      why: lastDay === undefined ? "เดือนต้องอยู่ระหว่าง 1 ถึง 12" : `เดือนนั้นมีวันที่ 1 ถึง ${lastDay}`,
      mend: "ตรวจสอบวันและเดือนจากเอกสารต้นทาง",
    },
    en: {
      what: `There is no “${input}” in the calendar.`,
      why: lastDay === undefined ? "Months go from 1 to 12." : `That month has days 1 to ${lastDay}.`,
      mend: "Check day and month against the source document.",
    },
  }),
  DATE_YEAR_UNCLEAR: ({ input }: Details): Texts => ({
    th: {
      what: `ไม่แน่ชัดว่าปีใน “${input}” เป็นปีใด`,
      why: "ปีต้องเป็น พ.ศ. 2400–2699 ค.ศ. 1857–2156 หรือ พ.ศ. สองหลัก (67 หมายถึง 2567)",
      mend: "กรอกปีเป็น พ.ศ. สี่หลัก เช่น 2567",
    },
    en: {
      what: `It is not clear which year “${input}” means.`,
      why: "A year is B.E. 2400–2699, C.E. 1857–2156, or two digits of a B.E. year (67 means 2567).",
      mend: "Write the year with four digits, such as 2567 or 2024.",
    },
  }),
  FISCAL_YEAR_OUT_OF_RANGE: ({ input }: Details): Texts => ({
    th: {
      what: `“${input}” ไม่ใช่ปีงบประมาณ`,
      why: "ปีงบประมาณเป็นจำนวนเต็ม พ.ศ. ตั้งแต่ 2514 ถึง 2700",
      mend: "กรอกปีงบประมาณเป็น พ.ศ. สี่หลัก เช่น 2568",
    },
    en: {
      what: `“${input}” is not a fiscal year.`,
      why: "A fiscal year is a whole Buddhist-era year from 2514 to 2700.",
      mend: "Give the Buddhist-era year with four digits, such as 2568.",
    },
  }),
} satisfies Record<string, (details: Details) => Texts>;

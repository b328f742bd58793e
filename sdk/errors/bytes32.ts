import type { Details, Texts } from "../errors.ts";

/** Errors of short ASCII texts in 32 bytes. */
export const bytes32Texts = {
  BYTES32_TEXT_INVALID: ({ input }: Details): Texts => ({
    th: {
      what: `“${input}” บันทึกเป็นรหัสสั้นไม่ได้`,
      why: "รหัสสั้นมีได้ไม่เกิน 31 ตัว เป็นอักษรอังกฤษ ตัวเลข และเครื่องหมายทั่วไปเท่านั้น",
      mend: "ย่อให้ไม่เกิน 31 ตัว และใช้เฉพาะอักษรอังกฤษ ตัวเลข และเครื่องหมายทั่วไป",
    },
    en: {
      what: `“${input}” cannot be kept as a short text.`,
      why: "A short text has at most 31 printable ASCII characters.",
      mend: "Shorten it to 31 characters of Latin letters, digits and punctuation.",
    },
  }),
  BYTES32_MALFORMED: ({ input }: Details): Texts => ({
    th: {
      what: `“${input}” ไม่ใช่ค่าขนาด 32 ไบต์ที่บรรจุข้อความสั้น`,
      why: "ค่าต้องขึ้นต้นด้วย 0x ตามด้วยเลขฐานสิบหก 64 ตัว เป็นอักขระ ASCII แล้วเติมศูนย์ด้านท้าย",
      mend: "ตรวจสอบค่าที่ส่งมา",
    },
    en: {
      what: `“${input}” is not 32 bytes that hold a short text.`,
      why: "It must be 0x and 64 hexadecimal digits: printable ASCII, then zeros to the end.",
      mend: "Check the value that was passed.",
    },
  }),
} satisfies Record<string, (details: Details) => Texts>;

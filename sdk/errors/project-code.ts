import type { Details, Texts } from "../errors.ts";

const example = "TH-2568-01007-000123-44";

/** Errors of reading project codes. `input` is the code as it was given. */
export const projectCodeTexts = {
  PROJECT_CODE_FORM: ({ input }: Details): Texts => ({
    th: {
      what: `“${input}” ไม่ใช่รหัสโครงการ`,
      why: "รหัสโครงการขึ้นต้นด้วย TH ตามด้วยปี พ.ศ. 4 หลัก รหัสหน่วยงาน 5 หลัก ลำดับ 6 หลัก และเลขตรวจสอบ 2 หลัก",
      mend: `คัดลอกรหัสจากเอกสารอีกครั้ง ตัวอย่าง ${example}`,
    },
    en: {
      what: `“${input}” is not a project code.`,
      why: "A code is TH, a Buddhist-era year (4 digits), an agency (5), a sequence number (6) and check digits (2).",
      mend: `Copy the code from the document again; it looks like ${example}.`,
    },
  }),
  PROJECT_CODE_LENGTH: ({ input, digits, wanted }: Details): Texts => ({
    th: {
      what: `รหัสโครงการ “${input}” มีตัวเลข ${digits} หลัก`,
      why: `รหัสโครงการมีตัวเลข ${wanted} หลักพอดี อาจพิมพ์${Number(digits) < Number(wanted) ? "ตก" : "เกิน"}`,
      mend: "เทียบกับเอกสารทีละหลัก แล้วพิมพ์ใหม่",
    },
    en: {
      what: `The project code “${input}” has ${digits} digits.`,
      why: `A code has exactly ${wanted}; a digit was probably ${Number(digits) < Number(wanted) ? "left out" : "typed twice"}.`,
      mend: "Compare it with the document digit by digit and type it again.",
    },
  }),
  PROJECT_CODE_CHECKSUM: ({ input }: Details): Texts => ({
    th: {
      what: `เลขตรวจสอบของรหัสโครงการ “${input}” ไม่ถูกต้อง`,
      why: "มีตัวเลขอย่างน้อยหนึ่งตัวผิด หรือสลับที่กัน",
      mend: "เทียบกับเอกสารทีละหลัก แล้วพิมพ์ใหม่",
    },
    en: {
      what: `The check digits of the project code “${input}” do not fit.`,
      why: "At least one digit is wrong, or two are swapped.",
      mend: "Compare it with the document digit by digit and type it again.",
    },
  }),
  PROJECT_CODE_PART: ({ part, input, from, to }: Details): Texts => ({
    th: {
      what: `“${input}” ใช้เป็น${{ year: "ปีงบประมาณ", agency: "รหัสหน่วยงาน", sequence: "ลำดับโครงการ" }[part as "year"]}ไม่ได้`,
      why: `ต้องเป็นจำนวนเต็มตั้งแต่ ${from} ถึง ${to}`,
      mend: "ตรวจสอบค่าแล้วกรอกใหม่",
    },
    en: {
      what: `“${input}” cannot be the ${part} of a project code.`,
      why: `It must be a whole number from ${from} to ${to}.`,
      mend: "Check the value and give it again.",
    },
  }),
} satisfies Record<string, (details: Details) => Texts>;

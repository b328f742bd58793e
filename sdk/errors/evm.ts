import type { Texts } from "../errors.ts";

const tellOperators = {
  th: "เก็บคำสั่งที่ส่งไว้เป็นหลักฐาน แล้วแจ้งผู้ดูแลระบบ",
  en: "Keep the request as evidence and tell the operators.",
};

/** Meanings of Solidity's panic codes. Source: Solidity documentation, "Panic via assert and Error via require". */
const panics: Readonly<Record<string, { th: string; en: string }>> = {
  "1": { th: "เงื่อนไขที่ต้องเป็นจริงเสมอไม่เป็นจริง", en: "Something that must always hold does not." },
  "17": { th: "ผลคำนวณใหญ่หรือเล็กเกินกว่าที่เก็บได้", en: "A calculation went out of range." },
  "18": { th: "มีการหารด้วยศูนย์", en: "Something was divided by zero." },
  "33": { th: "ค่าของตัวเลือกอยู่นอกรายการ", en: "A choice is none of the known ones." },
  "50": { th: "อ้างถึงลำดับที่ไม่มีอยู่", en: "An item was asked for that is not there." },
};

/** Texts for reverts that are no custom error of a contract. */
export const evmTexts = {
  panic: (code: bigint): Texts => {
    const meaning = panics[String(code)] ?? { th: "เกิดข้อผิดพลาดภายในสัญญา", en: "The contract failed inside." };
    return {
      th: { what: "สัญญาหยุดทำงานกลางคัน", why: `${meaning.th} (รหัส ${code})`, mend: tellOperators.th },
      en: { what: "The contract stopped.", why: `${meaning.en} (Panic ${code})`, mend: tellOperators.en },
    };
  },
  reason: (reason: string): Texts => ({
    th: { what: "สัญญาปฏิเสธรายการ", why: `เหตุผลที่สัญญาแจ้งคือ “${reason}”`, mend: tellOperators.th },
    en: { what: "The contract refused this.", why: `It says: “${reason}”.`, mend: tellOperators.en },
  }),
  silent: (): Texts => ({
    th: {
      what: "สัญญาปฏิเสธรายการโดยไม่แจ้งเหตุผล",
      why: "อาจเรียกคำสั่งที่สัญญาไม่มี ส่งข้อมูลผิดรูปแบบ หรือส่งไปผิดที่อยู่",
      mend: "ตรวจสอบว่าใช้ที่อยู่และรุ่นของสัญญาที่ถูกต้อง",
    },
    en: {
      what: "The contract refused this without a reason.",
      why: "The function may not exist, the data may be malformed, or the address may be wrong.",
      mend: "Check that address and version of the contract are right.",
    },
  }),
  unknown: (selector: string): Texts => ({
    th: {
      what: "สัญญาปฏิเสธรายการด้วยเหตุผลที่ระบบนี้ไม่รู้จัก",
      why: `รหัสเหตุผลคือ ${selector} สัญญาอาจเป็นรุ่นที่ใหม่กว่า`,
      mend: "ปรับปรุงโปรแกรมให้เป็นรุ่นล่าสุด แล้วลองใหม่",
    },
    en: {
      what: "The contract refused this for a reason that is not known here.",
      why: `The reason's selector is ${selector}; the contract may be newer than this program.`,
      mend: "Update the program and try again.",
    },
  }),
};

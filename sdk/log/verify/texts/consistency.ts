import type { TextsOf } from "./step-texts.ts";

/** Two heads of one log. */
export const consistencyTexts: TextsOf<"SAME_LOG" | "NEVER_SHORTER" | "EXTENDS"> = {
  SAME_LOG: {
    title: { th: "บันทึกเดียวกัน", en: "The same log" },
    holds: ({ older }) => ({
      th: `ใบสรุปบันทึกทั้งสองเป็นของ ${older}`,
      en: `Both checkpoints are of ${older}.`,
    }),
    fails: ({ older, newer }) => ({
      th: `ใบสรุปบันทึกเป็นของคนละบันทึก: ${older} และ ${newer}`,
      en: `The checkpoints are of two logs: ${older} and ${newer}.`,
    }),
    unknown: () => ({ th: "ไม่ทราบว่าเป็นบันทึกใด", en: "It is not known which logs they are of." }),
  },
  NEVER_SHORTER: {
    title: { th: "ไม่สั้นลง", en: "Never shorter" },
    holds: ({ from, to }) => ({
      th: `บันทึกโตจาก ${from} เป็น ${to} รายการ`,
      en: `The log grew from ${from} to ${to} entries.`,
    }),
    fails: ({ from, to }) => ({
      th: `ใบสรุปบันทึกใหม่มี ${to} รายการ น้อยกว่าเดิมที่มี ${from}`,
      en: `The newer checkpoint has ${to} entries, fewer than the ${from} of the older one.`,
    }),
    unknown: () => ({ th: "ไม่ทราบขนาด", en: "The sizes are not known." }),
  },
  EXTENDS: {
    title: { th: "เก็บของเดิมไว้ครบ", en: "Keeps all that was there" },
    holds: ({ from }) => ({
      th: `บันทึกใหม่ขึ้นต้นด้วย ${from} รายการเดิมทุกประการ`,
      en: `The newer log begins with the very ${from} entries of the older one.`,
    }),
    fails: () => ({
      th: "หลักฐานไม่แสดงว่าบันทึกใหม่ต่อจากบันทึกเดิม รายการเก่าถูกแก้ ลบ หรือสลับ หรือหลักฐานผิด",
      en: "It is not shown that the newer log extends the older: old entries were altered, removed or moved, or the proof is wrong.",
    }),
    unknown: () => ({
      th: "ตรวจไม่ได้ เพราะใบสรุปบันทึกใหม่สั้นกว่าเดิม",
      en: "It cannot be checked, since the newer checkpoint is the shorter one.",
    }),
  },
};

import type { TextsOf } from "./step-texts.ts";

type Code = "RECORD_LEAF" | "RECORD_SERVICE" | "LEAF_INCLUDED" | "ORIGIN_SERVICE" | "COSE_SIGNED";

/** The entry and its place in the log. */
export const receiptTexts: TextsOf<Code> = {
  RECORD_LEAF: {
    title: { th: "เนื้อหารายการ", en: "Content of the entry" },
    holds: () => ({
      th: "เนื้อหาตรงกับลายนิ้วมือที่อยู่ในบันทึกทุกไบต์",
      en: "The content is, byte for byte, what the log's fingerprint stands for.",
    }),
    fails: () => ({
      th: "เนื้อหาไม่ตรงกับลายนิ้วมือที่อยู่ในบันทึก เนื้อหานี้ถูกแก้ไข หรือเป็นของรายการอื่น",
      en: "The content does not have the fingerprint that is in the log: it was altered, or belongs to another entry.",
    }),
    unknown: () => ({
      th: "ใบรับไม่มีเนื้อหารายการ จึงตรวจได้เฉพาะลายนิ้วมือ",
      en: "The receipt does not carry the entry's content, so only its fingerprint can be checked.",
    }),
  },
  RECORD_SERVICE: {
    title: { th: "บริการของรายการ", en: "Service of the entry" },
    holds: ({ service }) => ({
      th: `รายการเป็นของบริการ ${service}`,
      en: `The entry is of the service ${service}.`,
    }),
    fails: ({ service, found }) => ({
      th: `ใบรับเป็นของบริการ ${service} แต่รายการระบุบริการ ${found}`,
      en: `The receipt is of the service ${service}, but the entry names ${found}.`,
    }),
    unknown: () => ({
      th: "ไม่มีเนื้อหารายการให้เทียบบริการ",
      en: "There is no content to compare the service with.",
    }),
  },
  LEAF_INCLUDED: {
    title: { th: "อยู่ในบันทึก", en: "Included in the log" },
    holds: ({ index, size }) => ({
      th: `รายการอยู่ที่ลำดับ ${index} ของบันทึกที่มี ${size} รายการ`,
      en: `The entry is at place ${index} of the log of ${size} entries.`,
    }),
    fails: ({ index, size }) => ({
      th: `หลักฐานไม่นำไปสู่ลายนิ้วมือของบันทึก รายการไม่ได้อยู่ที่ลำดับ ${index} ของบันทึกที่มี ${size} รายการ`,
      en: `The proof does not lead to the log's root: the entry is not shown to be at place ${index} of ${size}.`,
    }),
    unknown: () => ({
      th: "ไม่มีหลักฐานว่าอยู่ในบันทึก",
      en: "There is no proof of inclusion.",
    }),
  },
  ORIGIN_SERVICE: {
    title: { th: "บันทึกของบริการนี้", en: "The service's own log" },
    holds: ({ service, origin }) => ({
      th: `${origin} เป็นบันทึกของบริการ ${service}`,
      en: `${origin} is a log of the service ${service}.`,
    }),
    fails: ({ service, origin }) => ({
      th: `${origin} ไม่ใช่บันทึกของบริการ ${service}`,
      en: `${origin} is not a log of the service ${service}.`,
    }),
    unknown: () => ({ th: "ไม่ทราบว่าเป็นบันทึกของบริการใด", en: "It is not known whose log it is." }),
  },
  COSE_SIGNED: {
    title: { th: "ลายเซ็นของใบรับ COSE", en: "Signature of the COSE receipt" },
    holds: ({ origin, size }) => ({
      th: `กุญแจที่เชื่อถือของ ${origin} ลงนามในลายนิ้วมือของบันทึกที่มี ${size} รายการ`,
      en: `A trusted key of ${origin} signed the root of the log of ${size} entries.`,
    }),
    fails: ({ origin }) => ({
      th: `ลายเซ็นไม่ใช่ของกุญแจที่เชื่อถือของ ${origin} หรือไม่ตรงกับลายนิ้วมือ`,
      en: `The signature is not of a trusted key of ${origin}, or not over this root.`,
    }),
    unknown: ({ origin }) => ({
      th: `ยังไม่มีกุญแจที่เชื่อถือของ ${origin} จึงตรวจลายเซ็นไม่ได้`,
      en: `No trusted key of ${origin} was given, so the signature cannot be checked.`,
    }),
  },
};

import type { Details, Texts } from "../errors.ts";

/** Why a figure could not be checked against the ledger. */
export const verifyTexts = {
  VERIFY_OTHER_CHAIN: ({ found, expected }: Details): Texts => ({
    th: {
      what: "ที่อยู่นี้เป็นของบัญชีอื่น",
      why: `บัญชีที่ตอบมีหมายเลข ${found} แต่ตัวเลขนี้มาจากบัญชีหมายเลข ${expected}`,
      mend: "เลือกที่อยู่ของบัญชีที่ถูกต้อง แล้วตรวจใหม่",
    },
    en: {
      what: "This address belongs to another ledger.",
      why: `It serves chain ${found}; the figure is of chain ${expected}.`,
      mend: "Choose an address of the right ledger and check again.",
    },
  }),
  VERIFY_BLOCK_UNKNOWN: ({ block }: Details): Texts => ({
    th: {
      what: `บัญชีที่ถามยังไม่มีบล็อกที่ ${block}`,
      why: "อาจตามหลังอยู่ หรือเริ่มต้นใหม่",
      mend: "รอสักครู่แล้วตรวจใหม่ หรือเลือกที่อยู่อื่น",
    },
    en: {
      what: `The ledger that was asked does not have block ${block}.`,
      why: "It may be behind, or have begun anew.",
      mend: "Wait a little and check again, or choose another address.",
    },
  }),
  VERIFY_NO_JOURNAL: ({ address }: Details): Texts => ({
    th: {
      what: `ไม่พบสมุดรายการที่ ${address}`,
      why: "ที่อยู่นี้ไม่มีสัญญา หรือเป็นสัญญาที่ไม่มีสมุดรายการ",
      mend: "ตรวจสอบที่อยู่ของสัญญาและของบัญชี",
    },
    en: {
      what: `There is no journal at ${address}.`,
      why: "There is no contract, or one without a journal.",
      mend: "Check the address of the contract and of the ledger.",
    },
  }),
  VERIFY_REORGANISED: ({ block }: Details): Texts => ({
    th: {
      what: "บัญชีเปลี่ยนไประหว่างการตรวจ",
      why: `บล็อกที่ ${block} ไม่ใช่บล็อกเดียวกับเมื่อเริ่มตรวจ`,
      mend: "ตรวจใหม่อีกครั้ง",
    },
    en: {
      what: "The ledger changed during the check.",
      why: `Block ${block} is not the one that it was at the beginning.`,
      mend: "Check again.",
    },
  }),
  VERIFY_RECEIPT_MISSING: ({ txHash }: Details): Texts => ({
    th: {
      what: "บัญชีที่ถามไม่เก็บผลของธุรกรรมนี้ไว้แล้ว",
      why: `มีธุรกรรม ${txHash} อยู่ในบล็อก แต่เรียกดูผลไม่ได้`,
      mend: "เลือกที่อยู่ของบัญชีที่เก็บข้อมูลครบ แล้วตรวจใหม่",
    },
    en: {
      what: "The ledger that was asked no longer keeps this transaction's outcome.",
      why: `The transaction ${txHash} is in its block, but the receipt cannot be read.`,
      mend: "Choose an address that keeps the whole history and check again.",
    },
  }),
} satisfies Record<string, (details: Details) => Texts>;

import type { Details, Texts } from "../errors.ts";

/** Errors of what a log published with its anchors, where it does not fit the chain. */
export const logBundleTexts = {
  LOG_PUBLISHED_TOO_LARGE: ({ cid, limit }: Details): Texts => ({
    th: {
      what: `เอกสาร ${cid} ที่บันทึกเผยแพร่มีขนาดใหญ่เกินไป`,
      why: `เอกสารชนิดนี้มีได้ไม่เกิน ${limit} ไบต์`,
      mend: "แจ้งผู้ดูแลบันทึกว่าเผยแพร่เอกสารผิดรูปแบบ",
    },
    en: {
      what: `The document ${cid} that a log published is too large.`,
      why: `A document of this kind has at most ${limit} bytes.`,
      mend: "Tell the log's operator that what it published is not of its form.",
    },
  }),
  LOG_BUNDLE_NOT_ANCHORED: ({ bundle, member, found, anchored }: Details): Texts => ({
    th: {
      what: `สารบัญชุดเผยแพร่ ${bundle} ไม่ตรงกับที่บันทึกบนบัญชีกลาง`,
      why: `สารบัญระบุ ${member} เป็น ${found} แต่บัญชีกลางระบุ ${anchored}`,
      mend: "เก็บสารบัญนี้ไว้เป็นหลักฐาน และแจ้งผู้ดูแลบันทึกกับหน่วยงานพยาน",
    },
    en: {
      what: `The manifest of the bundle ${bundle} is not what the chain says.`,
      why: `It gives ${found} as its ${member}; the chain has ${anchored}.`,
      mend: "Keep the manifest as evidence, and tell the log's operator and its witnesses.",
    },
  }),
  LOG_BUNDLE_ROOT: ({ service, size, part }: Details): Texts => ({
    th: {
      what: `ชิ้นส่วนของบันทึก ${service} ที่มี ${size} รายการ ไม่ให้ค่าแฮชรากที่ยืนยันไว้`,
      why: `ส่วนแรกที่ไม่ตรงคือ ${part}`,
      mend: "เก็บเอกสารเหล่านี้ไว้เป็นหลักฐาน และแจ้งผู้ดูแลบันทึกกับหน่วยงานพยาน",
    },
    en: {
      what: `The hash tiles of the log ${service} of ${size} entries do not give the anchored root.`,
      why: `The first part that does not fit: ${part}.`,
      mend: "Keep the documents as evidence, and tell the log's operator and its witnesses.",
    },
  }),
  LOG_BUNDLE_ENTRY: ({ service, index }: Details): Texts => ({
    th: {
      what: `รายการที่ ${index} ของบันทึก ${service} ไม่ใช่รายการที่ยืนยันไว้บนบัญชีกลาง`,
      why: "ลายนิ้วมือของรายการที่เผยแพร่ต่างจากที่อยู่ใต้ค่าแฮชราก รายการถูกแก้ ลบ เพิ่ม หรือสลับ",
      mend: "เก็บเอกสารนี้ไว้เป็นหลักฐาน และแจ้งผู้ดูแลบันทึกกับหน่วยงานพยาน",
    },
    en: {
      what: `Entry ${index} of the log ${service} is not the one that was anchored.`,
      why: "What was published has another fingerprint than the one under the anchored root: it was altered, removed, added or moved.",
      mend: "Keep the document as evidence, and tell the log's operator and its witnesses.",
    },
  }),
} satisfies Record<string, (details: Details) => Texts>;

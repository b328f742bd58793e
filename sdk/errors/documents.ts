import type { ContractErrorTexts } from "./contract-text.ts";

/** Errors of the evidence that registers take. */
export const documentErrors: ContractErrorTexts = {
  DocumentMissing: {
    th: [
      "ยังไม่ได้แนบเอกสารหลักฐาน",
      "รายการนี้ต้องมีที่เก็บเอกสาร (CID) และลายนิ้วมือของเอกสาร (SHA-256)",
      "แนบเอกสารหลักฐาน แล้วส่งใหม่",
    ],
    en: [
      "The evidence is missing.",
      "This entry needs a document's address (CID) and fingerprint (SHA-256).",
      "Attach the document and send it again.",
    ],
  },
  DocumentFromTheFuture: {
    th: [
      "เอกสารลงวันที่ {date:date} ซึ่งยังมาไม่ถึง",
      "วันที่ของเอกสารต้องไม่เกินเวลาที่บันทึก คือ {blockTime:time}",
      "ตรวจสอบวันที่บนเอกสาร โดยเฉพาะปี พ.ศ. และ ค.ศ.",
    ],
    en: [
      "The document is dated {date:date}, which has not come yet.",
      "A document cannot be dated after it is recorded, {blockTime:time}.",
      "Check the date on the document, above all Buddhist era against common era.",
    ],
  },
  DocumentCidMalformed: {
    th: [
      "ที่เก็บเอกสาร {cid} ผิดรูปแบบ",
      "ต้องเป็น CIDv1 แบบไบนารีที่ใช้ SHA-256 ความยาว 36 ไบต์",
      "ใช้ CID ที่ระบบจัดเก็บเอกสารให้มา โดยไม่แก้ไข",
    ],
    en: [
      "The document's address {cid} is malformed.",
      "It must be a binary CIDv1 with SHA-256, 36 bytes.",
      "Use the CID that the document store gave, unchanged.",
    ],
  },
};

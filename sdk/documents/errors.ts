import { ProngsaiError } from "../errors.ts";
import type { Details, Texts } from "../errors.ts";

const texts = {
  CID_MALFORMED: ({ cid }: Details): Texts => ({
    th: {
      what: `“${cid}” ไม่ใช่รหัสเอกสาร (CID) ที่ใช้ได้`,
      why: "รหัสเอกสารต้องเป็น CIDv1 แบบ raw หรือ dag-pb ที่ใช้ SHA-256",
      mend: "คัดลอกรหัสเอกสารจากต้นทางใหม่ทั้งหมด",
    },
    en: {
      what: `“${cid}” is not a usable document identifier (CID).`,
      why: "It must be a CIDv1, raw or dag-pb, with SHA-256.",
      mend: "Copy the whole identifier from its source again.",
    },
  }),
  DOCUMENT_UNAVAILABLE: ({ cid, block }: Details): Texts => ({
    th: {
      what: `ขณะนี้เรียกเอกสาร ${cid} ไม่ได้`,
      why: `ที่เก็บเอกสารยังส่งส่วน ${block} ให้ไม่ได้ ไม่ได้แปลว่าไม่มีเอกสารนี้`,
      mend: "ลองใหม่ภายหลัง หรือนำเอกสารจากผู้ถือสำเนารายอื่นมาเก็บไว้",
    },
    en: {
      what: `Document ${cid} cannot be fetched now.`,
      why: `The store could not give block ${block}; this does not mean that the document does not exist.`,
      mend: "Try again later, or keep a copy of the document from somebody who has it.",
    },
  }),
  DOCUMENT_ALTERED: ({ cid, block }: Details): Texts => ({
    th: {
      what: `เอกสาร ${cid} ในที่เก็บไม่ตรงกับรหัสของเอกสาร`,
      why: `ส่วน ${block} ถูกแก้ไขหรือเสียหาย`,
      mend: "ลบส่วนที่เสียหาย แล้วเก็บเอกสารฉบับเดิมใหม่",
    },
    en: {
      what: `Document ${cid} in the store does not match its identifier.`,
      why: `Block ${block} was altered or is damaged.`,
      mend: "Remove the damaged block and keep the original document again.",
    },
  }),
  DOCUMENT_NOT_A_FILE: ({ cid }: Details): Texts => ({
    th: {
      what: `${cid} ไม่ใช่แฟ้มเอกสาร`,
      why: "รหัสนี้ชี้ไปยังโฟลเดอร์หรือข้อมูลรูปแบบอื่น",
      mend: "ใช้รหัสของแฟ้มเอกสาร",
    },
    en: {
      what: `${cid} is not a file.`,
      why: "The identifier names a directory or data of another kind.",
      mend: "Use the identifier of a file.",
    },
  }),
  DOCUMENTS_UNWRITABLE: ({ reason }: Details): Texts => ({
    th: {
      what: "เก็บเอกสารไม่สำเร็จ",
      why: `ที่เก็บเอกสารแจ้งว่า ${reason}`,
      mend: "ตรวจสอบพื้นที่ว่าง สิทธิ์ของโฟลเดอร์ หรือการเชื่อมต่อกับ IPFS แล้วลองใหม่",
    },
    en: {
      what: "The document could not be kept.",
      why: `The store says: ${reason}`,
      mend: "Check free space, the folder's permissions or the connection to IPFS, and try again.",
    },
  }),
} satisfies Record<string, (details: Details) => Texts>;

export type DocumentsErrorCode = keyof typeof texts;

export function documentsError(code: DocumentsErrorCode, details: Details, cause?: unknown): ProngsaiError {
  return new ProngsaiError(code, texts[code](details), details, cause);
}

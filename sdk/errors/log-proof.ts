import type { Details, Texts } from "../errors.ts";
import { reasonTh } from "./log-reasons.ts";

/** Kinds of files in Thai. */
const kinds: Readonly<Record<string, string>> = {
  receipt: "ใบรับ",
  promise: "คำสัญญา",
  bundle: "ชุดรายการ",
  consistency: "หลักฐานความต่อเนื่อง",
  trust: "รายการกุญแจที่เชื่อถือ",
};
const kindTh = (kind: unknown): string => kinds[String(kind)] ?? ` ${String(kind)} `;

/** Errors of a log's published pieces: tiles, bundles, checkpoints, receipts, and what is trusted. */
export const logProofTexts = {
  LOG_TILE_NAME: ({ input }: Details): Texts => ({
    th: {
      what: `“${input}” ไม่ใช่ชื่อชิ้นส่วนของบันทึก`,
      why: "ชื่อต้องเป็น tile/ระดับ/ลำดับ ตามมาตรฐาน C2SP tlog-tiles เช่น tile/0/x001/234 หรือ tile/entries/000.p/17",
      mend: "ใช้ชื่อตามที่ระบบเผยแพร่ โดยไม่แก้ไข",
    },
    en: {
      what: `“${input}” is not the name of a tile.`,
      why: "A name is tile/level/index as in C2SP tlog-tiles, such as tile/0/x001/234 or tile/entries/000.p/17.",
      mend: "Use the name as it was published.",
    },
  }),
  LOG_TILE_MALFORMED: ({ length, width }: Details): Texts => ({
    th: {
      what: `ชิ้นส่วนของต้นไม้ยาว ${length} ไบต์ ใช้ไม่ได้`,
      why: `ต้องเป็นค่าแฮช 1–256 ค่า ค่าละ 32 ไบต์${width === undefined ? "" : ` และอย่างน้อย ${width} ค่า`}`,
      mend: "ดาวน์โหลดชิ้นส่วนนั้นใหม่จากแหล่งอื่น",
    },
    en: {
      what: `A hash tile of ${length} bytes cannot be used.`,
      why: `It must hold 1 to 256 hashes of 32 bytes${width === undefined ? "" : `, and at least ${width}`}.`,
      mend: "Get the tile again, from another source.",
    },
  }),
  LOG_TILE_MISSING: ({ tile }: Details): Texts => ({
    th: {
      what: `ไม่มีชิ้นส่วน ${tile}`,
      why: "แหล่งเก็บไม่มีชิ้นส่วนนี้ หรือมีไม่กว้างพอ",
      mend: "ดาวน์โหลดชิ้นส่วนให้ครบตามขนาดของบันทึก แล้วลองใหม่",
    },
    en: {
      what: `The tile ${tile} is missing.`,
      why: "The store does not have it, or not so wide.",
      mend: "Get all tiles of the log at this size and try again.",
    },
  }),
  LOG_BUNDLE_MALFORMED: ({ reason, at, found }: Details): Texts => ({
    th: {
      what: `ชุดรายการใช้ไม่ได้ที่ไบต์ที่ ${at} (${reasonTh(reason)}: ${found})`,
      why: "ชุดรายการคือรายการ 1–256 รายการ แต่ละรายการนำหน้าด้วยความยาวสองไบต์ และยาวไม่เกิน 65,535 ไบต์",
      mend: "ดาวน์โหลดชุดรายการใหม่จากแหล่งอื่น",
    },
    en: {
      what: `The entry bundle cannot be used at byte ${at} (${reason}: ${found}).`,
      why: "A bundle is 1 to 256 entries, each after its length in two bytes, of at most 65,535 bytes.",
      mend: "Get the bundle again, from another source.",
    },
  }),
  LOG_NOTE_MALFORMED: ({ reason }: Details): Texts => ({
    th: {
      what: "ข้อความที่ลงนามผิดรูปแบบ",
      why: `ไม่เป็นไปตาม C2SP signed-note (${reasonTh(reason)})`,
      mend: "คัดลอกข้อความทั้งหมดอีกครั้ง รวมบรรทัดว่างและบรรทัดลายเซ็น",
    },
    en: {
      what: "The signed note is malformed.",
      why: `It does not follow C2SP signed-note (${reason}).`,
      mend: "Copy the whole note again, with its empty line and its signature lines.",
    },
  }),
  LOG_KEY_MALFORMED: ({ input, reason }: Details): Texts => ({
    th: {
      what: `“${input}” ไม่ใช่กุญแจสำหรับตรวจลายเซ็น`,
      why: `กุญแจต้องเป็น ชื่อ+เลขกุญแจ+ข้อมูล base64 ตาม C2SP signed-note (${reasonTh(reason)})`,
      mend: "คัดลอกกุญแจจากแหล่งที่เชื่อถือได้อีกครั้ง",
    },
    en: {
      what: `“${input}” is not a verifier key.`,
      why: `A key is name+id+base64 as in C2SP signed-note (${reason}).`,
      mend: "Copy the key again from a source that you trust.",
    },
  }),
  LOG_CHECKPOINT_MALFORMED: ({ reason }: Details): Texts => ({
    th: {
      what: "หัวบันทึก (checkpoint) ผิดรูปแบบ",
      why: `ต้องมีบรรทัดชื่อบันทึก ขนาด และค่าแฮชราก ตาม C2SP tlog-checkpoint (${reasonTh(reason)})`,
      mend: "คัดลอกหัวบันทึกอีกครั้งโดยไม่แก้ไข",
    },
    en: {
      what: "The checkpoint is malformed.",
      why: `It must have lines of origin, size and root hash as in C2SP tlog-checkpoint (${reason}).`,
      mend: "Copy the checkpoint again, unchanged.",
    },
  }),
  LOG_FILE_MALFORMED: ({ kind, path, wanted, wantedTh }: Details): Texts => ({
    th: {
      what: `แฟ้ม${kindTh(kind)}ใช้ไม่ได้ที่ ${path}`,
      why: `ตรงนั้นต้องเป็น ${wantedTh}`,
      mend: "ดาวน์โหลดแฟ้มใหม่ และอย่าแก้ไข",
    },
    en: {
      what: `The ${kind} file cannot be used at ${path}.`,
      why: `There must be ${wanted}.`,
      mend: "Download the file again, and leave it unchanged.",
    },
  }),
  LOG_FILE_PROMISE: (): Texts => ({
    th: {
      what: "แฟ้มนี้เป็นคำสัญญา ไม่ใช่ใบรับ",
      why: "คำสัญญาคือคำตอบที่ได้ทันทีเมื่อส่งรายการ ส่วนใบรับจะมีหลังยืนยันรายการบนบัญชีกลางแล้ว",
      mend: "ขอใบรับได้ที่ /v1/receipts/{ชื่อบริการ}/{ลำดับ} หรือตรวจว่าทำตามสัญญาหรือไม่ด้วย npm run verify -- promise แฟ้ม",
    },
    en: {
      what: "This is a promise, not a receipt.",
      why: "A promise is what is answered at once when an action is handed in; there is a receipt once it is anchored.",
      mend: "Get the receipt at /v1/receipts/{service}/{index}, or see whether the promise was kept with npm run verify -- promise FILE.",
    },
  }),
  LOG_FILE_VERSION: ({ kind, version }: Details): Texts => ({
    th: {
      what: `แฟ้ม${kindTh(kind)}เป็นรุ่น ${version} ซึ่งโปรแกรมนี้อ่านไม่ได้`,
      why: "โปรแกรมนี้อ่านได้เฉพาะรุ่น 1",
      mend: "ใช้โปรแกรมรุ่นใหม่กว่า",
    },
    en: {
      what: `The ${kind} file is of version ${version}, which this program cannot read.`,
      why: "This program reads version 1.",
      mend: "Use a newer version of the program.",
    },
  }),
  LOG_COSE_MALFORMED: ({ reason }: Details): Texts => ({
    th: {
      what: "ใบรับแบบ COSE ใช้ไม่ได้",
      why: `ต้องเป็น COSE_Sign1 ตาม RFC 9942 ที่เข้ารหัส CBOR แบบเดียวแน่นอน (${reasonTh(reason)})`,
      mend: "ดาวน์โหลดใบรับใหม่ หรือใช้ใบรับแบบ JSON",
    },
    en: {
      what: "The COSE receipt cannot be used.",
      why: `It must be a COSE_Sign1 by RFC 9942 in deterministic CBOR (${reason}).`,
      mend: "Download the receipt again, or use the one in JSON.",
    },
  }),
} satisfies Record<string, (details: Details) => Texts>;

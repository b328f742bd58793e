import type { ContractErrorTexts } from "../contract-text.ts";

/** Errors of ImportAnchor. */
export const importErrors: ContractErrorTexts = {
  ImportAnchorFormatMissing: {
    th: ["ยังไม่ได้ระบุรูปแบบของข้อมูลนำเข้า", "ชุดข้อมูลทุกชุดต้องบอกรูปแบบ เช่น egp หรือ ocds", "ระบุรูปแบบ แล้วส่งใหม่"],
    en: [
      "The format of the import is missing.",
      "Every batch states its format, such as egp or ocds.",
      "Give the format and send it again.",
    ],
  },
  ImportAnchorDigestMissing: {
    th: [
      "ยังไม่มีลายนิ้วมือของแฟ้มหรือของแถวข้อมูล",
      "ชุดข้อมูลต้องมี SHA-256 ของแฟ้มและรากเมอร์เคิลของแถว เพื่อให้ผู้อื่นตรวจซ้ำได้",
      "นำเข้าใหม่ด้วยโปรแกรมนำเข้าของระบบ",
    ],
    en: [
      "A fingerprint of the file or of its rows is missing.",
      "A batch carries the files' SHA-256 and the rows' Merkle root, so that others can check it.",
      "Import again with the project's importer.",
    ],
  },
  ImportAnchorCidMalformed: {
    th: [
      "ที่เก็บแฟ้ม {cid} ผิดรูปแบบ",
      "ต้องเป็น CIDv1 แบบไบนารีที่ใช้ SHA-256 ความยาว 36 ไบต์",
      "ใช้ CID ที่ระบบจัดเก็บเอกสารให้มา โดยไม่แก้ไข",
    ],
    en: [
      "The file's address {cid} is malformed.",
      "It must be a binary CIDv1 with SHA-256, 36 bytes.",
      "Use the CID that the document store gave, unchanged.",
    ],
  },
  ImportAnchorRowsInconsistent: {
    th: [
      "จำนวนแถวไม่สอดคล้องกัน",
      "อ่านได้ {rowCount} แถว แต่แยกไว้ตรวจ {quarantined} แถว ต้องมีอย่างน้อยหนึ่งแถวและแยกไว้ไม่เกินที่อ่านได้",
      "นำเข้าใหม่ และตรวจสอบสรุปผลการอ่าน",
    ],
    en: [
      "The numbers of rows do not fit.",
      "{rowCount} rows read, {quarantined} set aside; at least one row is needed and no more can be set aside than read.",
      "Import again and look at the summary.",
    ],
  },
  ImportAnchorFromTheFuture: {
    th: [
      "แฟ้มระบุว่าดึงมาเมื่อ {retrievedAt:time} ซึ่งยังมาไม่ถึง",
      "เวลาที่ดึงแฟ้มต้องไม่เกินเวลาที่บันทึก คือ {blockTime:time}",
      "ตรวจสอบนาฬิกาของเครื่องและคำอธิบายแหล่งข้อมูล",
    ],
    en: [
      "The file claims to be fetched at {retrievedAt:time}, which has not come yet.",
      "A file cannot be fetched after it is anchored, {blockTime:time}.",
      "Check the machine's clock and the description of the source.",
    ],
  },
  ImportAnchorParserVersionMissing: {
    th: ["ยังไม่ได้ระบุรุ่นของกติกาการอ่าน", "ผู้ตรวจซ้ำต้องรู้ว่าอ่านแฟ้มด้วยกติกาใด", "นำเข้าใหม่ด้วยโปรแกรมนำเข้าของระบบ"],
    en: [
      "The version of the reading rules is missing.",
      "Whoever checks the batch must know by which rules it was read.",
      "Import again with the project's importer.",
    ],
  },
  ImportAnchorAlreadyAnchored: {
    th: [
      "แฟ้มนี้นำเข้าแล้วเป็นชุดที่ {batchId}",
      "แฟ้มเดียวกันที่อ่านด้วยกติกาเดียวกันบันทึกได้ครั้งเดียว เว้นแต่ชุดเดิมถูกแทนที่ไปแล้ว",
      "ไม่ต้องดำเนินการ ดูข้อมูลได้ที่ชุดที่ {batchId}",
    ],
    en: [
      "This file is anchored already as batch {batchId}.",
      "The same file read by the same rules is anchored once, unless its batch was superseded.",
      "Nothing needs to be done; see batch {batchId}.",
    ],
  },
  ImportAnchorUnknown: {
    th: ["ไม่พบชุดข้อมูลที่ {batchId}", "ยังไม่มีการบันทึกชุดข้อมูลหมายเลขนี้", "ตรวจสอบหมายเลขชุดข้อมูล"],
    en: ["There is no batch {batchId}.", "No batch of this number was anchored.", "Check the number."],
  },
  ImportAnchorAlreadySuperseded: {
    th: [
      "ชุดข้อมูลที่ {batchId} ถูกแทนที่แล้ว",
      "ชุดที่ {byBatchId} แทนที่ไปแล้ว และแทนที่ได้ครั้งเดียว",
      "หากต้องการแก้อีก ให้แทนที่ชุดที่ {byBatchId}",
    ],
    en: [
      "Batch {batchId} is superseded already.",
      "Batch {byBatchId} has replaced it, and a batch is replaced once.",
      "To correct it again, supersede batch {byBatchId}.",
    ],
  },
  ImportAnchorReplacementInvalid: {
    th: [
      "ชุดที่ {byBatchId} แทนที่ชุดที่ {batchId} ไม่ได้",
      "ชุดที่จะใช้แทนต้องเป็นคนละชุดกัน และต้องไม่ถูกชุดอื่นแทนที่ไปแล้ว",
      "เลือกชุดที่ยังไม่ถูกแทนที่ หากต้องการใช้แฟ้มของชุดที่ถูกแทนที่แล้ว ให้นำเข้าแฟ้มนั้นใหม่เป็นชุดใหม่",
    ],
    en: [
      "Batch {byBatchId} cannot supersede batch {batchId}.",
      "What replaces a batch must be another batch, and not be superseded itself.",
      "Choose a batch that is not superseded; to use the file of one that is, import that file again as a new batch.",
    ],
  },
};

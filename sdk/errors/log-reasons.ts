/** What is wrong with a signed or encoded piece of a log: words of errors in English, and the same in Thai. */
const reasons = {
  // of notes and checkpoints
  "too long": "ยาวเกินไป",
  "signature line": "บรรทัดลายเซ็น",
  "control characters": "มีอักขระควบคุม",
  "no empty line before the signatures": "ไม่มีบรรทัดว่างก่อนลายเซ็น",
  "no newline at the end": "ไม่ขึ้นบรรทัดใหม่ที่ท้ายข้อความ",
  "no signature": "ไม่มีลายเซ็น",
  "too many signatures": "ลายเซ็นมากเกินไป",
  origin: "ชื่อบันทึก",
  size: "ขนาด",
  "root hash": "ค่าแฮชราก",
  "empty line": "มีบรรทัดว่าง",
  // of keys
  name: "ชื่อ",
  "public key is not of 32 bytes": "กุญแจสาธารณะไม่ยาว 32 ไบต์",
  form: "รูปแบบ",
  base64: "base64",
  "signature type": "ชนิดของลายเซ็น",
  id: "เลขกุญแจ",
  "signs a note": "เป็นกุญแจสำหรับลงนามหัวบันทึก",
  "signs a cosignature": "เป็นกุญแจสำหรับลายเซ็นร่วม",
  "is not the checkpoint's origin": "ไม่ใช่ชื่อบันทึกในหัวบันทึก",
  // of receipts as COSE
  "no COSE_Sign1": "ไม่ใช่ COSE_Sign1",
  COSE_Sign1: "COSE_Sign1",
  "protected header": "ส่วนหัวที่ลงนาม",
  "unprotected header": "ส่วนหัวที่ไม่ได้ลงนาม",
  proofs: "หลักฐาน",
  "one inclusion proof": "ต้องมีหลักฐานการอยู่ในบันทึกหนึ่งชุด",
  "inclusion proof": "หลักฐานการอยู่ในบันทึก",
  "inclusion path": "เส้นทางของหลักฐาน",
  "leaf index": "ลำดับของรายการ",
  "tree size": "ขนาดของต้นไม้",
  "a key that is no text": "มีชื่อฟิลด์ที่ไม่ใช่ข้อความ",
  "two leaf indices": "ลำดับของรายการสองค่าไม่ตรงกัน",
  algorithm: "อัลกอริทึม",
  "verifiable data structure": "โครงสร้างข้อมูลที่ตรวจสอบได้",
  claims: "ข้อความที่อ้าง",
  issuer: "ผู้ออก",
  "the payload must be detached": "เนื้อหาต้องแยกอยู่ต่างหาก",
  "the proof leads to no root": "หลักฐานไม่นำไปสู่รากใด",
  "key id": "เลขกุญแจ",
  signature: "ลายเซ็น",
  "prongsai-log-receipt": "ข้อมูลที่แนบมาด้วย",
  // of entry bundles
  count: "จำนวน",
  "entry too long": "รายการยาวเกินไป",
  "cut off": "ถูกตัดขาด",
  "not a Zstandard frame": "ไม่ใช่เฟรมของ Zstandard",
  // of request signatures
  "longer than 2048": "ยาวเกิน 2048 อักขระ",
  "not printable ASCII": "มีอักขระที่ไม่ใช่ ASCII ที่พิมพ์ได้",
  "not canonical (RFC 9651 section 4.1)": "ไม่เขียนแบบบัญญัติ (RFC 9651 ข้อ 4.1)",
  empty: "ว่างเปล่า",
  "its label is not that of signature-input": "ป้ายชื่อไม่ตรงกับของ signature-input",
  "no list of components": "ไม่ใช่รายการส่วนประกอบ",
  "1–128, ASCII": "ต้องเป็น ASCII 1–128 อักขระ",
  // forms, which read the same in every language
  "RFC 9651": "RFC 9651",
  ":base64:": ":base64:",
  "sha-256=:…:": "sha-256=:…:",
} as const;

export type LogReason = keyof typeof reasons;

/** The reason in Thai. */
export const reasonTh = (reason: unknown): string => reasons[reason as LogReason] ?? String(reason);

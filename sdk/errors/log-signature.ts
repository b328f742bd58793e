import type { Details, Texts } from "../errors.ts";
import { reasonTh } from "./log-reasons.ts";

const signAgain = {
  th: "ลงลายมือชื่อคำขอใหม่ตามตัวอย่างในเอกสาร (RFC 9421) แล้วส่งอีกครั้ง",
  en: "Sign the request anew as the example in the documentation shows (RFC 9421), and send it again.",
};

/** Errors of signed requests to the log. */
export const logSignatureTexts = {
  LOG_SIGNATURE_MISSING: ({ field }: Details): Texts => ({
    th: { what: `คำขอไม่มี ${field}`, why: "ทุกคำขอถึงบันทึกต้องลงลายมือชื่อ", mend: signAgain.th },
    en: {
      what: `The request has no ${field}.`,
      why: "Every request to the log is signed.",
      mend: signAgain.en,
    },
  }),
  LOG_SIGNATURE_MALFORMED: ({ field, reason }: Details): Texts => ({
    th: { what: `อ่าน ${field} ของคำขอไม่ได้`, why: `ผิดรูปแบบ (${reasonTh(reason)})`, mend: signAgain.th },
    en: {
      what: `The request's ${field} cannot be read.`,
      why: `It is malformed (${reason}).`,
      mend: signAgain.en,
    },
  }),
  LOG_SIGNATURE_SEVERAL: ({ field, count }: Details): Texts => ({
    th: { what: `${field} มี ${count} รายการ`, why: "คำขอหนึ่งมีลายมือชื่อได้เพียงหนึ่ง", mend: signAgain.th },
    en: {
      what: `${field} has ${count} members.`,
      why: "A request bears exactly one signature, so that it is clear which one counts.",
      mend: signAgain.en,
    },
  }),
  LOG_SIGNATURE_COMPONENTS: ({ component }: Details): Texts => ({
    th: {
      what: `ส่วนที่ลงลายมือชื่อ “${component}” ใช้ไม่ได้`,
      why: "ลายมือชื่อต้องครอบคลุม @method @target-uri content-digest และ idempotency-key อย่างละหนึ่งครั้ง เพิ่มได้เฉพาะฟิลด์ธรรมดา",
      mend: signAgain.th,
    },
    en: {
      what: `The covered component “${component}” is missing, stands twice or is not supported.`,
      why: "A signature covers @method, @target-uri, content-digest and idempotency-key, each once; only plain fields may be added.",
      mend: signAgain.en,
    },
  }),
  LOG_SIGNATURE_PARAMETER: ({ parameter }: Details): Texts => ({
    th: {
      what: `พารามิเตอร์ ${parameter} ของลายมือชื่อขาดไปหรือผิดรูปแบบ`,
      why: "ต้องมี created (วินาที Unix) keyid (0x และเลขฐานสิบหก 64 ตัว) และ nonce (8–64 อักขระ)",
      mend: signAgain.th,
    },
    en: {
      what: `The signature's parameter ${parameter} is missing or malformed.`,
      why: "It needs created (Unix seconds), keyid (0x and 64 hexadecimal digits) and nonce (8 to 64 characters).",
      mend: signAgain.en,
    },
  }),
  LOG_SIGNATURE_TIME: ({ created, expires, now, window }: Details): Texts => ({
    th: {
      what: "ลายมือชื่อของคำขออยู่นอกช่วงเวลาที่รับได้",
      why: `ลงไว้เมื่อ ${created}${expires === undefined ? "" : ` หมดอายุ ${expires}`} แต่นาฬิกาของผู้รับคือ ${now} (ต่างได้ ${window} วินาที)`,
      mend: "ตั้งนาฬิกาให้ตรง (NTP) แล้วลงลายมือชื่อใหม่",
    },
    en: {
      what: "The request's signature is outside the time in which it is taken.",
      why: `It was created at ${created}${expires === undefined ? "" : `, expires at ${expires}`}, and the receiver's clock says ${now}; ${window} s either way are taken.`,
      mend: "Set the clock (NTP) and sign again.",
    },
  }),
  LOG_SIGNATURE_KEY_UNKNOWN: ({ keyId }: Details): Texts => ({
    th: {
      what: `ไม่รู้จักกุญแจ ${keyId} หรือใช้ในขณะนี้ไม่ได้`,
      why: "กุญแจต้องขึ้นทะเบียนให้ผู้ส่งของบริการนี้ และอยู่ในช่วงเวลาที่ใช้ได้",
      mend: "ขึ้นทะเบียนกุญแจ หรือใช้กุญแจที่ขึ้นทะเบียนแล้ว",
    },
    en: {
      what: `The key ${keyId} is not known, or not valid now.`,
      why: "A key must be registered for a submitter of this service and be within its time.",
      mend: "Register the key, or sign with one that is registered.",
    },
  }),
  LOG_SIGNATURE_KEY_MALFORMED: ({ algorithm, length }: Details): Texts => ({
    th: {
      what: `กุญแจสาธารณะ ${algorithm} ยาว ${length} ไบต์ใช้ไม่ได้`,
      why: "Ed25519 ยาว 32 ไบต์ P-256 แบบบีบอัด (SEC 1) ยาว 33 ไบต์ และต้องเป็นจุดบนเส้นโค้ง",
      mend: "ตรวจสอบว่าคัดลอกกุญแจมาครบและถูกชนิด",
    },
    en: {
      what: `The public key of ${length} bytes is no key for ${algorithm}.`,
      why: "Ed25519 keys have 32 bytes, P-256 keys 33 (SEC 1, compressed), and are points of their curve.",
      mend: "Check that the key was copied completely and is of this kind.",
    },
  }),
  LOG_SIGNATURE_ALGORITHM: ({ found, expected }: Details): Texts => ({
    th: { what: `ใช้วิธีลงลายมือชื่อ ${found} ไม่ได้`, why: `กุญแจนี้ใช้กับ ${expected}`, mend: signAgain.th },
    en: {
      what: `The signature algorithm ${found} cannot be used.`,
      why: `This key is for ${expected}.`,
      mend: signAgain.en,
    },
  }),
  LOG_SIGNATURE_WRONG: ({ keyId }: Details): Texts => ({
    th: {
      what: "ลายมือชื่อของคำขอไม่ถูกต้อง",
      why: `ไม่ใช่ลายมือชื่อของกุญแจ ${keyId} บนคำขอนี้ วิธี ที่อยู่ หรือฟิลด์อาจถูกเปลี่ยนระหว่างทาง`,
      mend: "ตรวจสอบที่อยู่ที่เรียก (รวมพารามิเตอร์) และกุญแจ แล้วลงลายมือชื่อใหม่",
    },
    en: {
      what: "The request's signature is wrong.",
      why: `It is not the key ${keyId}'s signature of this request: method, address or fields may have been changed on the way.`,
      mend: "Check the address (its query included) and the key, and sign again.",
    },
  }),
  LOG_SIGNATURE_DIGEST: (): Texts => ({
    th: {
      what: "เนื้อหาของคำขอไม่ตรงกับ Content-Digest",
      why: "เนื้อหาถูกเปลี่ยนหลังลงลายมือชื่อ หรือคำนวณจากข้อมูลอื่น",
      mend: "คำนวณ Content-Digest (sha-256) จากไบต์ที่ส่งจริง แล้วลงลายมือชื่อใหม่",
    },
    en: {
      what: "The request's body is not the one of its Content-Digest.",
      why: "It was changed after signing, or the digest was made of other bytes.",
      mend: "Compute Content-Digest (sha-256) of the very bytes that are sent, and sign again.",
    },
  }),
} satisfies Record<string, (details: Details) => Texts>;

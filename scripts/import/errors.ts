import type { ProngsaiError } from "../../sdk/errors.ts";
import { commandError } from "../platform/errors.ts";
import type { Said } from "../platform/errors.ts";

const USAGE =
  "npm run import -- egp FILE --source SOURCE.json / npm run import -- ocds FILE|FOLDER [--supersedes NUMBER]";

/** How to mend each. */
const mends = {
  IMPORT_USAGE: { th: USAGE, en: USAGE },
  IMPORT_BATCH_UNKNOWN: {
    th: "ดูเลขที่ชุดข้อมูลในหน้ารายการชุดข้อมูล ยังไม่มีการบันทึกสิ่งใด",
    en: "take the number from the page of data sets; nothing was anchored",
  },
  IMPORT_FILE_MISSING: { th: "ตรวจที่อยู่ของแฟ้ม", en: "check the path" },
  IMPORT_SOURCE_MISSING: {
    th: "ระบุแฟ้มคำอธิบายแหล่งที่มาด้วย --source SOURCE.json",
    en: "give the description of the source with --source SOURCE.json",
  },
  IMPORT_SOURCE_UNREADABLE: {
    th: "SOURCE.json ต้องมี sha256, source_url, retrieved_at (รูปแบบ ISO 8601) และ license",
    en: "SOURCE.json needs sha256, source_url, retrieved_at (ISO 8601) and license",
  },
  IMPORT_SOURCE_PERSONAL: {
    th: "ลบข้อมูลของบุคคลออกจาก SOURCE.json แล้วนำเข้าอีกครั้ง ยังไม่มีการบันทึกสิ่งใด",
    en: "take it out of SOURCE.json and import again; nothing was stored",
  },
  IMPORT_SOURCE_MISMATCH: {
    th: "ดาวน์โหลดแฟ้มใหม่ หรือใช้ SOURCE.json ที่เป็นของแฟ้มนี้",
    en: "fetch the file again, or give the SOURCE.json that belongs to it",
  },
  IMPORT_SOURCE_CHANGED: {
    th: "รอให้แฟ้มเขียนเสร็จสมบูรณ์ แล้วนำเข้าอีกครั้ง",
    en: "wait until the file is complete and import again",
  },
  IMPORT_NO_ROWS: { th: "ตรวจว่าแฟ้มครบถ้วน", en: "check that the file is complete" },
  IMPORT_NO_ROW_READABLE: {
    th: "ตรวจว่าเป็นแฟ้มที่ต้องการและหัวตารางตรงกับข้อมูล ยังไม่มีการบันทึกสิ่งใด",
    en: "check that it is the right file and that its header fits its rows; nothing was anchored",
  },
  IMPORT_KEPT_DIFFERS: {
    th: "แจ้งผู้พัฒนาพร้อมแฟ้มนี้ เพราะเป็นความผิดพลาดของโปรแกรม ยังไม่มีการบันทึกสิ่งใด",
    en: "report this with the file: it is a fault of this program; nothing was anchored",
  },
  IMPORT_REFUSED: {
    th: "แก้ไขตามที่ระบบแจ้ง แล้วนำเข้าอีกครั้ง สิ่งที่บันทึกไว้แล้วจะไม่ถูกบันทึกซ้ำ",
    en: "mend what the ledger names, and import again; what is anchored already is not anchored twice",
  },
  IMPORT_KEY_MISSING: {
    th: "ระบุแฟ้มกุญแจเข้ารหัสของเจ้าหน้าที่ผู้มีหน้าที่นำเข้าใน IMPORTER_KEYSTORE และแฟ้มรหัสผ่านใน IMPORTER_PASSWORD_FILE",
    en: "set IMPORTER_KEYSTORE to the encrypted keystore file of an officer with the duty of importing, and IMPORTER_PASSWORD_FILE to the file with its password",
  },
} as const satisfies Record<string, Said>;

export function importCommandError(code: keyof typeof mends, what: Said, cause?: unknown): ProngsaiError {
  return commandError(code, what, mends[code], cause);
}

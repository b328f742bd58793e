import type { ProngsaiError } from "../../sdk/errors.ts";
import { commandError } from "../platform/errors.ts";
import type { Said } from "../platform/errors.ts";

const mends = {
  AUDIT_USAGE: {
    th: "npm run audit (ขณะที่ระบบทำงาน) หรือ npm run audit -- --rpc URL --directory 0x… (หรือ --deployment FILE) --documents FOLDER (หรือ --ipfs URL, --gateway URL, --no-documents) [--api URL] [--block N] [--fast] [--json]; เฉพาะบันทึกของบริการ: npm run audit -- log … [--api URL] [--payloads FOLDER]",
    en: "npm run audit (while an instance runs), or npm run audit -- --rpc URL --directory 0x… (or --deployment FILE) --documents FOLDER (or --ipfs URL, or --gateway URL, or --no-documents) [--api URL] [--block N] [--fast] [--json]; npm run audit -- log … [--api URL] [--payloads FOLDER] for the action logs alone",
  },
  AUDIT_BLOCK_UNKNOWN: {
    th: "ระบุบล็อกที่โหนดมี หรือไม่ระบุ --block เพื่อใช้บล็อกล่าสุด",
    en: "Give a block that the node has, or leave --block out for its newest.",
  },
  AUDIT_NO_DIRECTORY: {
    th: "ตรวจที่อยู่ของสารบบ (Directory) และตรวจว่าโหนดเป็นของบล็อกเชนที่ถูกต้อง",
    en: "Check the Directory's address and that the node serves the right chain.",
  },
  AUDIT_DOCUMENTS_UNREACHABLE: {
    th: "ตรวจโฟลเดอร์หรือที่อยู่ของเครื่องบริการ IPFS หรือตรวจโดยไม่มีเอกสารด้วย --no-documents",
    en: "Check the folder or the IPFS node's address, or leave documents out with --no-documents.",
  },
  AUDIT_REORGANISED: { th: "ตรวจใหม่อีกครั้ง", en: "Audit again." },
} as const satisfies Record<string, Said>;

/** Why the audit could not be made at all. */
export function auditError(code: keyof typeof mends, what: Said, cause?: unknown): ProngsaiError {
  return commandError(code, what, mends[code], cause);
}

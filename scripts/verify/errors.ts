import type { ProngsaiError } from "../../sdk/errors.ts";
import { commandError } from "../platform/errors.ts";
import type { Said } from "../platform/errors.ts";

/** The command line, or a file that it names, cannot be used. */
export const verifyUsage = (what: Said, mend: Said, cause?: unknown): ProngsaiError =>
  commandError("VERIFY_USAGE", what, mend, cause);

/** What was asked for cannot be checked. */
export const cannotVerify = (what: Said, mend: Said, cause?: unknown): ProngsaiError =>
  commandError("VERIFY_CANNOT", what, mend, cause);

/** The file is not one that a check on a page writes. */
export const noEvidence = (what: Said, cause?: unknown): ProngsaiError =>
  commandError(
    "VERIFY_EVIDENCE",
    what,
    {
      th: "ระบุแฟ้มหลักฐานที่ดาวน์โหลดจากข้างตัวเลขบนหน้าเว็บ โดยไม่แก้ไข",
      en: "Name a file that was downloaded beside a figure, unchanged.",
    },
    cause,
  );

export const CHECK_DIRECTORY: Said = {
  th: "ตรวจ --directory และ --rpc",
  en: "Check --directory and --rpc.",
};

/** @param locale what was given as `--lang` */
export const noLocale = (locale: string): Said => ({
  th: `--lang ต้องเป็น th หรือ en ไม่ใช่ ${locale}`,
  en: `--lang ${locale} is neither th nor en.`,
});

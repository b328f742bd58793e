import { ProngsaiError } from "./errors.ts";

/**
 * What a process tells its owner when it ends on an error: an error that a person can mend as it is, any other as one whose
 * message is all that is known.
 *
 * @param code stable code of this process for errors that it does not know; listed in docs/errors.md
 */
export function endedBy(error: unknown, code: string): ProngsaiError {
  if (error instanceof ProngsaiError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const texts = {
    th: {
      what: "กระบวนการหยุดเพราะข้อผิดพลาดที่ระบบไม่รู้จัก",
      why: `ข้อความของข้อผิดพลาดคือ “${reason}”`,
      mend: "อ่านบันทึกการทำงานของกระบวนการ แล้วแจ้งผู้พัฒนาพร้อมบันทึกนั้น",
    },
    en: {
      what: "The process stopped on an error that it does not know.",
      why: `The error says: “${reason}”`,
      mend: "Read the process's log, and give it to the developers.",
    },
  };
  return new ProngsaiError(code, texts, {}, error);
}

/** The message of such an end, over the channel to the owner. */
export const fatalMessage = ({ code, message, mend, texts }: ProngsaiError) => ({
  ...{ type: "fatal" as const, code, message, mend, texts },
});

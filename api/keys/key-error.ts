import { both } from "../intake/errors/both.ts";
import { ProngsaiError } from "../../sdk/errors.ts";
import type { Details } from "../../sdk/errors.ts";

/** Keys of gateways, witnesses and checkpoints, by code; each is listed in docs/errors.md. */
export const keyFileTexts = {
  LOG_KEY_FILE: ({ name, reason, reasonTh }: Details) =>
    both(
      [
        `ใช้แฟ้มกุญแจของ ${name} ไม่ได้`,
        `${reasonTh}`,
        "ให้แฟ้มมีกุญแจหนึ่งบรรทัด (0x และเลขฐานสิบหก 64 ตัว) ที่อ่านได้เฉพาะเจ้าของแฟ้ม (chmod 600)",
      ],
      [
        `The key file of ${name} cannot be used.`,
        `${reason}`,
        "It must hold one key on a line (0x and 64 hexadecimal digits) and be readable by its owner only (chmod 600).",
      ],
    ),
  LOG_KEY_DEMONSTRATION: ({ name, chainId }: Details) =>
    both(
      [
        `กุญแจของ ${name} เป็นกุญแจสาธิตที่ทุกคนรู้`,
        `กุญแจสาธิตใช้ได้เฉพาะบนเครือข่ายสาธิต แต่เครือข่ายนี้คือหมายเลข ${chainId}`,
        "สร้างกุญแจของหน่วยงานเอง แล้วขึ้นทะเบียนกุญแจนั้น",
      ],
      [
        `The key of ${name} is one of the demonstration's, which everybody knows.`,
        `Those sign on the demonstration's chain only; this is chain ${chainId}.`,
        "Make a key of your own and register it.",
      ],
    ),
};

/** The error with this code; `details` must hold the values that its texts name, and never a key. */
export const keyError = (code: keyof typeof keyFileTexts, details: Details, cause?: unknown): ProngsaiError =>
  new ProngsaiError(code, keyFileTexts[code](details), details, cause);

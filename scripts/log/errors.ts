import { ProngsaiError } from "../../sdk/errors.ts";
import type { Details } from "../../sdk/errors.ts";
import { both } from "../platform/texts/both.ts";
import type { MakeTexts } from "../platform/texts/both.ts";

const UNUSABLE_MEND = [
  "แก้ตาม docs/services.md ยังไม่มีการเก็บสิ่งใด",
  "Correct it as docs/services.md says; nothing was stored.",
] as const;

/** What `npm run log` cannot do, by code; each is listed in docs/errors.md. */
export const logCommandTexts = {
  LOG_KEY_UNWRITABLE: ({ path, exists }) =>
    both(
      [
        `เขียนแฟ้มกุญแจ ${path} ไม่ได้`,
        exists ? "มีแฟ้มชื่อนี้อยู่แล้ว และระบบไม่เขียนทับกุญแจ" : "เขียนลงโฟลเดอร์นั้นไม่ได้",
        "ระบุชื่อแฟ้มอื่น",
      ],
      [
        `The key's file ${path} cannot be written.`,
        exists
          ? "There is a file of this name already, and a key is never overwritten."
          : "The folder cannot be written to.",
        "Name another file.",
      ],
    ),
  LOG_SCHEMA_FILE: ({ path }) =>
    both(
      [`อ่านแฟ้มสคีมา ${path} ไม่ได้`, "ไม่มีแฟ้มนี้ หรือไม่มีสิทธิ์อ่าน", "ตรวจชื่อแฟ้ม"],
      [
        `The schema's file ${path} cannot be read.`,
        "There is none, or you may not read it.",
        "Check the name of the file.",
      ],
    ),
  LOG_SCHEMA_UNUSABLE: ({ reason, most }) =>
    most
      ? both(
          ["ใช้แฟ้มนี้เป็นสคีมาของชนิดรายการไม่ได้", `แฟ้มใหญ่เกิน ${most} ไบต์`, UNUSABLE_MEND[0]],
          [
            "The schema cannot be one of an action type.",
            `It has more than ${most} bytes.`,
            UNUSABLE_MEND[1],
          ],
        )
      : both(
          ["ใช้แฟ้มนี้เป็นสคีมาของชนิดรายการไม่ได้", `ตัวรับรายการใช้สคีมานี้ไม่ได้: ${reason}`, UNUSABLE_MEND[0]],
          [
            "The schema cannot be one of an action type.",
            `The intake could not use it: ${reason}`,
            UNUSABLE_MEND[1],
          ],
        ),
  LOG_OUTBOX_DATABASE: () =>
    both(
      [
        "ไม่มีกล่องขาออกให้อ่าน",
        "OUTBOX_DATABASE_URL ไม่ได้กำหนดไว้ ไม่ใช่ที่อยู่ของ PostgreSQL หรือฐานข้อมูลนั้นไม่มีตารางของกล่องขาออก ระบบไม่แสดงค่าที่กำหนดไว้เพราะอาจมีรหัสผ่าน",
        "กำหนดเป็นฐานข้อมูลของบริการที่ใช้ logAction เช่น postgresql://ผู้ใช้@เครื่อง/ฐานข้อมูล",
      ],
      [
        "There is no outbox to read.",
        "OUTBOX_DATABASE_URL is not set, is no address of PostgreSQL, or that database has no tables of an outbox. The value is not repeated, because it may hold a password.",
        "Give the database of the service that calls logAction, such as postgresql://user@host/database.",
      ],
    ),
  LOG_REGISTER_FILE: ({ path, member }) =>
    both(
      [
        `ใช้แฟ้ม ${path} ขึ้นทะเบียนบริการไม่ได้`,
        member ? `ไม่มี ${member} หรือค่าไม่ถูกรูปแบบ` : "อ่านเป็น JSON ไม่ได้",
        "แก้แฟ้มตามตัวอย่างใน docs/services.md",
      ],
      [
        `The service's description ${path} cannot be used.`,
        member ? `${member} is missing, or not of its form.` : "It cannot be read as JSON.",
        "Correct it as docs/services.md shows.",
      ],
    ),
  LOG_REGISTER_GATEWAY: ({ service }) =>
    both(
      [
        `หาบัญชีของตัวรับรายการจากบริการ ${service} ไม่ได้`,
        "ไม่มีบริการชื่อนี้ บริการยังไม่มีตัวรับรายการ หรือระบบที่ต้องถามไม่ตอบ",
        "ใส่บัญชีของตัวรับรายการ (0x…) ใน gateway โดยสอบถามจากผู้ดูแลตัวรับรายการ",
      ],
      [
        `The gateway's account cannot be learnt from the service ${service}.`,
        "There is no such service, it has no gateway, or the instance that is asked does not answer.",
        "Give the account (0x…) as gateway; the gateway's operator knows it.",
      ],
    ),
  LOG_SEND_KEY: ({ path }) =>
    both(
      [
        `แฟ้ม ${path} ไม่มีกุญแจที่ลงนามคำขอได้`,
        "ต้องเป็นแฟ้ม PEM ของกุญแจ Ed25519 หรือ P-256",
        "ระบุแฟ้มอื่น หรือสร้างกุญแจด้วย npm run log -- key submission FILE",
      ],
      [
        `${path} holds no key that can sign requests.`,
        "It must be the PEM file of an Ed25519 or P-256 key.",
        "Name another file, or make one with npm run log -- key submission FILE.",
      ],
    ),
  LOG_SEND_FILE: ({ path }) =>
    both(
      [
        `ใช้แฟ้ม ${path} เป็นรายการที่จะส่งไม่ได้`,
        "ไม่ใช่ JSON หรือรายการแรกไม่ได้ระบุชื่อบริการ",
        "เขียนหนึ่งรายการหรือหลายรายการตามตัวอย่างใน docs/services.md",
      ],
      [
        `The records in ${path} cannot be used.`,
        "It is no JSON, or its first record names no service.",
        "Write one record, or a list of them, as docs/services.md shows.",
      ],
    ),
  LOG_SEND_UNREACHABLE: ({ origin }) =>
    both(
      [
        `ตัวรับรายการที่ ${origin} ไม่ตอบ`,
        "ไม่มีระบบทำงานที่ที่อยู่นั้น หรือเครือข่ายขัดข้อง ยังไม่รู้ว่ารายการถูกบันทึกแล้วหรือไม่",
        "สั่ง npm start หรือระบุที่อยู่ด้วย --url แล้วส่งแฟ้มเดิมอีกครั้ง การส่งซ้ำไม่ทำให้บันทึกซ้ำ",
      ],
      [
        `${origin} gives no answer.`,
        "Nothing runs there, or the network fails. Whether the records were logged is not known.",
        "Run npm start, or name the gateway's address with --url; then send the same file again, which logs nothing twice.",
      ],
    ),
} satisfies Record<string, MakeTexts>;

/** The error with this code; `details` must hold the values that its texts name. */
export function logCommandError(
  code: keyof typeof logCommandTexts,
  details: Details = {},
  cause?: unknown,
): ProngsaiError {
  return new ProngsaiError(code, logCommandTexts[code](details), details, cause);
}

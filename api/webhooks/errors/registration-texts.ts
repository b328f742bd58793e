import type { Details, Texts } from "../../../sdk/errors.ts";
import { both } from "../../intake/errors/both.ts";

/** A request that registers, lists or removes webhooks cannot be taken. */
export const registrationTexts = {
  WEBHOOK_BODY: ({ limit }: Details) =>
    both(
      [
        "อ่านคำขอลงทะเบียนเว็บฮุกไม่ได้",
        `ต้องเป็น JSON {"url": "https://…", "from": ลำดับแรก} ไม่เกิน ${limit} ไบต์ โดย from ละไว้ได้`,
        "เทียบกับตัวอย่างในเอกสาร API แล้วส่งใหม่",
      ],
      [
        "The request for a webhook cannot be read.",
        `It must be JSON, {"url": "https://…", "from": first index}, of at most ${limit} bytes; from may be left out.`,
        "Compare it with the example in the API's documentation and send it again.",
      ],
    ),
  WEBHOOK_URL: ({ limit }: Details) =>
    both(
      [
        "ใช้ที่อยู่นี้เป็นเว็บฮุกไม่ได้",
        `ต้องเป็นที่อยู่ https ยาวไม่เกิน ${limit} อักขระ ไม่มีชื่อผู้ใช้ รหัสผ่าน หรือเครื่องหมาย #`,
        "แก้ที่อยู่แล้วส่งใหม่",
      ],
      [
        "The address cannot be that of a webhook.",
        `It must be an https address of at most ${limit} characters, without user, password and #.`,
        "Correct the address and send again.",
      ],
    ),
  WEBHOOK_FROM: ({ size, value }: Details) =>
    both(
      [
        `เริ่มส่งจากลำดับ ${value} ไม่ได้`,
        `บันทึกที่ยืนยันบนบัญชีแล้วมี ${size} รายการ`,
        `ให้ from อยู่ระหว่าง 0 ถึง ${size} หรือละไว้เพื่อเริ่มจากรายการถัดไป`,
      ],
      [
        `Deliveries cannot begin at index ${value}.`,
        `The anchored log has ${size} entries.`,
        `Give a from between 0 and ${size}, or leave it out to begin with what comes next.`,
      ],
    ),
  WEBHOOK_TOO_MANY: ({ limit }: Details) =>
    both(
      ["บริการนี้มีเว็บฮุกครบจำนวนแล้ว", `บริการหนึ่งมีได้ไม่เกิน ${limit} แห่ง`, "ลบแห่งที่ไม่ใช้แล้วก่อนลงทะเบียนใหม่"],
      [
        "The service has all the webhooks that it may have.",
        `A service may have ${limit}.`,
        "Remove one that is not used any more, and register again.",
      ],
    ),
  WEBHOOK_UNKNOWN: () =>
    both(
      ["ไม่มีเว็บฮุกนี้", "บริการนี้ไม่ได้ลงทะเบียนเว็บฮุกรหัสนี้ หรือลบไปแล้ว", "ดูรายการเว็บฮุกของบริการ (GET ที่ที่อยู่เดียวกัน)"],
      [
        "There is no such webhook.",
        "The service has not registered one of this id, or has removed it.",
        "List the service's webhooks (GET of the same address).",
      ],
    ),
  WEBHOOK_STORE_UNREACHABLE: () =>
    both(
      ["ขณะนี้จัดการเว็บฮุกไม่ได้", "ขาดการเชื่อมต่อกับฐานข้อมูล หรือฐานข้อมูลยังไม่พร้อม", "รอสักครู่ ลงลายมือชื่อใหม่ แล้วส่งอีกครั้ง"],
      [
        "Webhooks cannot be managed now.",
        "The connection to the database was lost, or it is not ready.",
        "Wait a moment, sign anew and send again.",
      ],
    ),
  WEBHOOK_STORE_NEWER: ({ found, known }: Details) =>
    both(
      [
        "ตารางของเว็บฮุกเป็นรุ่นใหม่กว่าโปรแกรมนี้",
        `พบรุ่น ${found} โปรแกรมนี้รู้จักถึงรุ่น ${known}`,
        "ใช้โปรแกรมรุ่นที่สร้างตารางนี้หรือใหม่กว่า",
      ],
      [
        "The tables of webhooks were made by a newer program.",
        `They are of version ${found}; this program knows version ${known}.`,
        "Run the version that made them, or a newer one.",
      ],
    ),
} satisfies Record<string, (details: Details) => Texts>;

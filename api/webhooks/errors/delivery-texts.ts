import type { Details, Texts } from "../../../sdk/errors.ts";
import { both } from "../../intake/errors/both.ts";

/** Why a delivery failed, as the list of a service's webhooks tells it, and settings of whoever delivers. */
export const deliveryTexts = {
  WEBHOOK_ADDRESS: () =>
    both(
      [
        "ที่อยู่ของเว็บฮุกไม่ได้อยู่บนอินเทอร์เน็ตสาธารณะ",
        "ชื่อนี้ชี้ไปยังเครื่องเอง เครือข่ายภายใน หรือช่วงที่อยู่ที่สงวนไว้ ซึ่งไม่ส่งให้",
        "ให้ชื่อชี้ไปยังที่อยู่สาธารณะ หรือลงทะเบียนที่อยู่อื่น",
      ],
      [
        "The webhook's address is not on the public internet.",
        "It leads to the machine itself, an internal network or a reserved range, where nothing is sent.",
        "Have the name lead to a public address, or register another one.",
      ],
    ),
  WEBHOOK_NOT_RESOLVED: () =>
    both(
      ["หาที่อยู่ของเว็บฮุกไม่พบ", "ระบบชื่อโดเมนไม่รู้จักชื่อนี้ในขณะนี้", "ตรวจการตั้งค่าชื่อโดเมน ระบบจะลองใหม่เอง"],
      [
        "The webhook's name leads nowhere.",
        "The domain name system does not know it now.",
        "Check its entry; it is tried again by itself.",
      ],
    ),
  WEBHOOK_NOT_REACHED: () =>
    both(
      [
        "ติดต่อปลายทางของเว็บฮุกไม่ได้",
        "เชื่อมต่อไม่ได้ ขาดการเชื่อมต่อ หรือใบรับรอง TLS ใช้ไม่ได้",
        "ตรวจเครื่องและใบรับรองของปลายทาง ระบบจะลองใหม่เอง",
      ],
      [
        "The webhook's receiver cannot be reached.",
        "The connection failed or broke off, or its TLS certificate is not valid.",
        "Check the receiver and its certificate; it is tried again by itself.",
      ],
    ),
  WEBHOOK_TIMEOUT: ({ seconds }: Details) =>
    both(
      [
        "ปลายทางของเว็บฮุกไม่ตอบในเวลา",
        `ต้องตอบภายใน ${seconds} วินาที`,
        "ให้ปลายทางเก็บสิ่งที่ได้รับแล้วตอบทันที จึงค่อยประมวลผล ระบบจะลองใหม่เอง",
      ],
      [
        "The webhook's receiver did not answer in time.",
        `It must answer within ${seconds} seconds.`,
        "Have it store what it gets, answer, and do its work afterwards; it is tried again by itself.",
      ],
    ),
  WEBHOOK_REDIRECT: ({ status }: Details) =>
    both(
      [
        `ปลายทางของเว็บฮุกตอบ ${status} ให้ไปที่อื่น`,
        "ระบบไม่ตามไปยังที่อยู่ที่ไม่ได้ลงทะเบียนด้วยลายมือชื่อของบริการ",
        "ลงทะเบียนที่อยู่ใหม่ แล้วลบที่อยู่เดิม",
      ],
      [
        `The webhook's receiver answered ${status}, a redirection.`,
        "Nothing is sent to an address that the service has not registered under its signature.",
        "Register the new address and remove the old one.",
      ],
    ),
  WEBHOOK_REFUSED: ({ status }: Details) =>
    both(
      [`ปลายทางของเว็บฮุกตอบ ${status}`, "ถือว่าได้รับแล้วเมื่อตอบ 2xx เท่านั้น", "ดูบันทึกของปลายทาง ระบบจะลองใหม่เอง"],
      [
        `The webhook's receiver answered ${status}.`,
        "Only 2xx says that it has the entries.",
        "Look at the receiver's log; it is tried again by itself.",
      ],
    ),
  WEBHOOK_DATABASE: () =>
    both(
      [
        "ขณะนี้ส่งเว็บฮุกไม่ได้",
        "ขาดการเชื่อมต่อกับฐานข้อมูล หรือดัชนียังไม่พร้อม",
        "ตรวจฐานข้อมูลใน DATABASE_URL ระบบจะลองใหม่เอง",
      ],
      [
        "Webhooks cannot be delivered now.",
        "The connection to the database was lost, or the index is not there yet.",
        "Look at the database of DATABASE_URL; it is tried again by itself.",
      ],
    ),
  WEBHOOK_SETTING: ({ name, wanted, wantedTh }: Details) =>
    both(
      [
        `ค่า ${name} ขาดหายหรือใช้ไม่ได้`,
        `ค่านี้ต้องเป็น${wantedTh} กระบวนการส่งเว็บฮุกจึงเริ่มไม่ได้`,
        `กำหนด ${name} ตาม docs/operations.md`,
      ],
      [
        `The setting ${name} is missing or cannot be used.`,
        `It must be ${wanted}; webhooks cannot be delivered otherwise.`,
        `Set ${name} as docs/operations.md says.`,
      ],
    ),
} satisfies Record<string, (details: Details) => Texts>;

import type { Details, Texts } from "../../sdk/errors.ts";

type Triple = [what: string, why: string, mend: string];

const both = (th: Triple, en: Triple): Texts => ({
  th: { what: th[0], why: th[1], mend: th[2] },
  en: { what: en[0], why: en[1], mend: en[2] },
});

/** What the way in refuses by itself, by code; what a contract refuses has the contract's own error. */
export const gatewayTexts = {
  GATEWAY_MALFORMED: () =>
    both(
      [
        "อ่านธุรกรรมนี้ไม่ได้",
        "ข้อมูลไม่ใช่ธุรกรรมที่เข้ารหัสและลงนามครบถ้วน",
        "สร้างและลงนามธุรกรรมใหม่ แล้วส่งข้อความที่ขึ้นต้นด้วย 0x ทั้งหมด",
      ],
      [
        "The transaction cannot be read.",
        "It is not a whole signed transaction in its raw form.",
        "Make and sign it anew, and send all of the text that begins with 0x.",
      ],
    ),
  GATEWAY_OTHER_CHAIN: ({ expected, found }: Details) =>
    both(
      [
        "ธุรกรรมนี้ลงนามไว้สำหรับบล็อกเชนอื่น",
        `บัญชีนี้อยู่บนบล็อกเชนเลข ${expected} แต่ธุรกรรมระบุ ${found}`,
        `ลงนามใหม่โดยระบุเลข ${expected}`,
      ],
      [
        "The transaction was signed for another chain.",
        `This ledger is on chain ${expected}; the transaction names ${found}.`,
        `Sign it again for chain ${expected}.`,
      ],
    ),
  GATEWAY_NOT_LEDGER: ({ to }: Details) =>
    both(
      [
        "ธุรกรรมนี้ไม่ได้ส่งถึงสัญญาของบัญชีนี้",
        `ที่อยู่ปลายทางคือ ${to}`,
        "ตรวจที่อยู่ปลายทางกับรายการสัญญาที่หน้าความถูกต้องของข้อมูล ช่องทางนี้ส่งต่อให้เฉพาะสัญญาของบัญชี",
      ],
      [
        "The transaction is not addressed to a contract of this ledger.",
        `It goes to ${to}.`,
        "Compare the address with the list of contracts on the integrity page; only those are relayed here.",
      ],
    ),
  GATEWAY_CARRIES_VALUE: () =>
    both(
      ["ธุรกรรมนี้โอนเหรียญไปด้วย", "สัญญาของบัญชีนี้ไม่รับเหรียญ", "ลงนามใหม่โดยให้มูลค่าเป็น 0"],
      [
        "The transaction carries coins.",
        "No contract of this ledger takes any.",
        "Sign it again with value 0.",
      ],
    ),
  GATEWAY_TYPE: ({ type }: Details) =>
    both(
      [
        `ไม่รับธุรกรรมชนิด ${type}`,
        "ช่องทางนี้ส่งต่อเฉพาะธุรกรรมที่เรียกสัญญาอย่างเดียว (ชนิด 0, 1 และ 2) ธุรกรรมชนิดอื่นมีผลนอกเหนือจากนั้น เช่น ติดตั้งโปรแกรมไว้ที่บัญชีของผู้ลงนาม",
        "ลงนามใหม่เป็นธุรกรรมชนิด 0 หรือ 2",
      ],
      [
        `Transactions of type ${type} are not taken.`,
        "Only those that do nothing but call a contract (types 0, 1 and 2) are relayed here; others do more, such as putting code on the signer's account.",
        "Sign it again as type 0 or 2.",
      ],
    ),
  GATEWAY_ONLY_READS: () =>
    both(
      [
        "ธุรกรรมนี้อ่านข้อมูลอย่างเดียว ไม่บันทึกสิ่งใด",
        "คำสั่งที่เรียกไม่เปลี่ยนแปลงสมุดบัญชี จึงไม่ต้องส่งเป็นธุรกรรม",
        "อ่านค่าเดียวกันได้จาก API หรือด้วย eth_call ที่ /rpc",
      ],
      [
        "The transaction only reads and would record nothing.",
        "The function that it calls does not change the ledger, and needs no transaction.",
        "Read the same from the API, or with eth_call at /rpc.",
      ],
    ),
  GATEWAY_FLAG_RULE: () =>
    both(
      [
        "ข้อสังเกตนี้ไม่ได้อ้างกฎที่ประกาศไว้",
        "ช่องกฎรับเฉพาะรหัสของกฎที่ประกาศ เพราะสิ่งที่บันทึกแล้วลบไม่ได้ และต้องไม่มีชื่อหรือเลขของบุคคล",
        "ใช้รหัสกฎจาก redFlagRules แล้วลงนามใหม่ ส่วนรายละเอียดให้เขียนในเอกสารของข้อสังเกต",
      ],
      [
        "The flag names no rule that is published.",
        "The rule is the id of a published one: what is recorded cannot be erased, and must hold no name or number of a person.",
        "Take an id from redFlagRules and sign anew; details belong in the flag's statement.",
      ],
    ),
  GATEWAY_NONCE: ({ expected, found }: Details) =>
    both(
      [
        "ลำดับของธุรกรรมไม่ต่อเนื่อง",
        `ลำดับถัดไปของผู้ลงนามคือ ${expected} แต่ธุรกรรมระบุ ${found}`,
        `ลงนามใหม่ด้วยลำดับ ${expected} ถ้าลำดับถูกใช้ไปแล้ว ให้ตรวจว่ารายการเดิมบันทึกสำเร็จแล้วหรือไม่`,
      ],
      [
        "The transaction is out of order.",
        `The signer's next number (nonce) is ${expected}; the transaction has ${found}.`,
        `Sign it with ${expected}; if that number was used, look first whether the earlier transaction did the same.`,
      ],
    ),
  GATEWAY_REFUSED: ({ reason }: Details) =>
    both(
      ["บล็อกเชนไม่รับธุรกรรมนี้", `เหตุผลที่แจ้ง: ${reason}`, "แก้ตามเหตุผล แล้วลงนามและส่งใหม่"],
      [
        "The chain does not take the transaction.",
        `It says: ${reason}`,
        "Mend what it names, sign and send again.",
      ],
    ),
  GATEWAY_UNAVAILABLE: () =>
    both(
      ["ขณะนี้ส่งธุรกรรมเข้าบล็อกเชนไม่ได้", "ติดต่อบล็อกเชนไม่ได้", "รอสักครู่แล้วส่งธุรกรรมเดิมอีกครั้ง การส่งซ้ำไม่ทำให้บันทึกซ้ำ"],
      [
        "Transactions cannot be handed in now.",
        "The chain cannot be reached.",
        "Wait a moment and send the same transaction again; sending twice does not record twice.",
      ],
    ),
} satisfies Record<string, (details: Details) => Texts>;

import { both } from "../../intake/errors/both.ts";
import type { Details } from "../../../sdk/errors.ts";

/** What keeps a witness from beginning. */
export const witnessTexts = {
  LOG_WITNESS_SETTING: ({ name, wanted, wantedTh }: Details) =>
    both(
      [
        `ค่า ${name} ของพยานขาดหายหรือใช้ไม่ได้`,
        `ค่านี้ต้องเป็น${wantedTh} พยานต้องรู้ว่าจะถามบัญชีและขอเอกสารที่ไหน และลงนามด้วยกุญแจใด`,
        `กำหนด ${name} ตาม docs/operations.md`,
      ],
      [
        `The witness's setting ${name} is missing or cannot be used.`,
        `It must be ${wanted}. A witness must know where to ask the chain and for documents, and with which key it signs.`,
        `Set ${name} as docs/operations.md says.`,
      ],
    ),
  LOG_WITNESS_NODE: ({ url }: Details) =>
    both(
      [
        `โหนดที่ ${url} ไม่รับธุรกรรม`,
        "พยานต้องลงนามรับรองบนบัญชีกลาง แต่ที่อยู่นี้ตอบคำถามอย่างเดียว เช่น /rpc ของระบบเผยแพร่",
        "กำหนด RPC_URL เป็นโหนดที่รับธุรกรรม ควรเป็นโหนดของหน่วยงานพยานเอง",
      ],
      [
        `The node at ${url} takes no transactions.`,
        "A witness cosigns on the chain, and this address only answers questions, as the public /rpc of an instance does.",
        "Set RPC_URL to a node that takes transactions, best one of the witness's own.",
      ],
    ),
  LOG_WITNESS_OFFICER: ({ account }: Details) =>
    both(
      [
        `บัญชี ${account} ไม่ใช่ของเจ้าหน้าที่ที่ขึ้นทะเบียน`,
        "รับรองได้เฉพาะเจ้าหน้าที่ที่มีหน้าที่ WITNESS ในทะเบียนหน่วยงาน",
        "ให้ผู้ดูแลทะเบียนขึ้นทะเบียนบัญชีนี้ (enrolOfficer) หรือกำหนด WITNESS_KEY_FILE เป็นกุญแจของเจ้าหน้าที่",
      ],
      [
        `The account ${account} belongs to no registered officer.`,
        "Only officers with the duty WITNESS of the agencies' registry cosign.",
        "Have the registrar enrol it (enrolOfficer), or set WITNESS_KEY_FILE to an officer's key.",
      ],
    ),
} satisfies Record<string, (details: Details) => unknown>;

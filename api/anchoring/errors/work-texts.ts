import { both } from "../../intake/errors/both.ts";
import type { Details } from "../../../sdk/errors.ts";

/** The work itself: it is tried again, and nothing that was acknowledged is lost meanwhile. */
export const workTexts = {
  LOG_ANCHOR_OTHER_CHAIN: ({ expected, found }: Details) =>
    both(
      [
        "RPC_URL ไม่ใช่เครือข่ายของบัญชีนี้",
        `บัญชีอยู่บนเครือข่ายหมายเลข ${expected} แต่ RPC_URL คือหมายเลข ${found}`,
        "แก้ RPC_URL หรือ DEPLOYMENT ให้ตรงกัน",
      ],
      [
        "RPC_URL is not this ledger's chain.",
        `The ledger is on chain ${expected}; RPC_URL is chain ${found}.`,
        "Correct RPC_URL or DEPLOYMENT.",
      ],
    ),
  LOG_ANCHOR_DATABASE: () =>
    both(
      ["ขณะนี้อ่านบันทึกที่รับไว้ไม่ได้", "ขาดการเชื่อมต่อกับฐานข้อมูล", "ตรวจฐานข้อมูลใน DATABASE_URL ระบบจะลองใหม่เอง"],
      [
        "The acknowledged entries cannot be read now.",
        "The connection to the database was lost.",
        "Look at the database of DATABASE_URL; it is tried again by itself.",
      ],
    ),
  LOG_ANCHOR_REFUSED: ({ service, code, reason }: Details) =>
    both(
      [
        `สัญญาไม่รับการยืนยันบันทึกของบริการ ${service}`,
        `${reason} (${code})`,
        "แก้ตามเหตุผลภายในกำหนดของคำมั่นที่ให้ไว้ ระบบจะลองใหม่เอง",
      ],
      [
        `The contract does not take the anchor of the service ${service}.`,
        `${reason} (${code})`,
        "Mend what it names before the promises' deadline; it is tried again by itself.",
      ],
    ),
  LOG_ANCHOR_NOT_SENT: ({ reason }: Details) =>
    both(
      [
        "โหนดไม่รับธุรกรรมยืนยันบันทึก",
        `เหตุผลที่แจ้ง: ${reason}`,
        "ตรวจโหนดและลำดับธุรกรรม (nonce) ของบัญชี ระบบจะลองใหม่เอง",
      ],
      [
        "The node does not take the transaction that anchors.",
        `It says: ${reason}`,
        "Look at the node and at the account's transaction number (nonce); it is tried again by itself.",
      ],
    ),
  LOG_ANCHOR_REPLACED: ({ txHash, nonce }: Details) =>
    both(
      [
        "ธุรกรรมยืนยันบันทึกถูกธุรกรรมอื่นแทนที่",
        `ลำดับ ${nonce} ของบัญชีถูกใช้โดยธุรกรรมอื่น แทน ${txHash}`,
        "ให้มีผู้ใช้บัญชีนี้เพียงรายเดียว ระบบจะอ่านสถานะแล้วลองใหม่เอง",
      ],
      [
        "The transaction that anchors was replaced by another.",
        `The account's number ${nonce} was used by another transaction than ${txHash}.`,
        "Let nobody else use the account; the state is read and it is tried again by itself.",
      ],
    ),
  LOG_ANCHOR_PENDING: ({ txHash, seconds }: Details) =>
    both(
      [
        "ธุรกรรมยืนยันบันทึกยังไม่เข้าบล็อก",
        `รอ ${txHash} มาแล้ว ${seconds} วินาที`,
        "ตรวจว่าเครือข่ายสร้างบล็อกอยู่หรือไม่ ระบบจะดูและลองใหม่เอง",
      ],
      [
        "The transaction that anchors is in no block yet.",
        `${txHash} has been waited for for ${seconds} seconds.`,
        "Look whether the chain makes blocks; it is looked for and tried again by itself.",
      ],
    ),
  LOG_ANCHOR_REVERTED: ({ txHash }: Details) =>
    both(
      [
        "ธุรกรรมยืนยันบันทึกถูกปฏิเสธในบล็อก",
        `${txHash} ผ่านการจำลองแต่สถานะเปลี่ยนก่อนเข้าบล็อก เช่นผู้อื่นยืนยันไปก่อน`,
        "ไม่ต้องทำสิ่งใด ระบบจะอ่านสถานะแล้วลองใหม่เอง",
      ],
      [
        "The transaction that anchors was refused in its block.",
        `${txHash} was fine when it was simulated; the state changed before, such as by another's anchor.`,
        "Nothing need be done: the state is read and it is tried again by itself.",
      ],
    ),
  LOG_ANCHOR_LATE: ({ service, index, deadline }: Details) =>
    both(
      [
        `บันทึกของบริการ ${service} ตั้งแต่รายการที่ ${index} เลยกำหนดยืนยัน`,
        `คำมั่นครบกำหนดเมื่อ ${deadline} (วินาที Unix) ผู้ถือคำมั่นแสดงการผิดคำมั่นบนบัญชีได้แล้ว`,
        "หาสาเหตุจากข้อความก่อนหน้า และแก้โดยเร็ว",
      ],
      [
        `The log of the service ${service} is not anchored in time from entry ${index} on.`,
        `A promise was due at ${deadline} (Unix seconds); whoever holds it can show on the chain that it was broken.`,
        "Find the cause in the messages before, and mend it soon.",
      ],
    ),
} satisfies Record<string, (details: Details) => unknown>;

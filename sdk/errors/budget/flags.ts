import type { ContractErrorTexts } from "../contract-text.ts";

/** Errors of BudgetFlags. */
export const flagErrors: ContractErrorTexts = {
  BudgetFlagsUnknown: {
    th: ["ไม่พบข้อสังเกตที่ {flagId}", "ยังไม่มีการตั้งข้อสังเกตหมายเลขนี้", "ตรวจสอบเลขที่ข้อสังเกต"],
    en: ["There is no flag {flagId}.", "None of this number was raised.", "Check the number."],
  },
  BudgetFlagsStateWrong: {
    th: [
      "ทำรายการกับข้อสังเกตที่ {flagId} ในขั้นนี้ไม่ได้",
      "ข้อสังเกตอยู่ในสถานะ “{state:flagState}”",
      "หน่วยงานชี้แจงก่อน แล้วผู้ตรวจสอบจึงเริ่มตรวจสอบและวินิจฉัยตามลำดับ",
    ],
    en: [
      "The flag {flagId} is not at this stage.",
      "It is “{state:flagState}”.",
      "The agency replies first; then an auditor reviews and decides, in this order.",
    ],
  },
  BudgetFlagsRuleMissing: {
    th: ["ยังไม่ได้ระบุข้อสังเกตตามกติกาใด", "ข้อสังเกตทุกข้อต้องอ้างกติกา", "เลือกกติกา แล้วลงนามใหม่"],
    en: ["The flag names no rule.", "Every flag refers to a rule.", "Choose the rule and sign again."],
  },
  BudgetFlagsSignatureInvalid: {
    th: [
      "ลายมือชื่อของข้อสังเกตไม่ถูกต้อง",
      "บัญชีที่ลงนามจริงคือ {recovered} ไม่ตรงกับผู้ลงนามที่ระบุ หรือข้อความถูกแก้หลังลงนาม",
      "ลงนามใหม่ด้วยบัญชีของท่าน แล้วส่งโดยไม่แก้ไข",
    ],
    en: [
      "The flag's signature does not fit.",
      "It was made by {recovered}, which is not the named signer, or the flag was changed after signing.",
      "Sign again with your own key and send it unchanged.",
    ],
  },
  BudgetFlagsExpired: {
    th: [
      "ข้อสังเกตที่ลงนามไว้เลยกำหนดส่งแล้ว",
      "กำหนดส่งคือ {deadline:time} ขณะนี้คือ {blockTime:time}",
      "ลงนามใหม่ แล้วส่งภายในกำหนด",
    ],
    en: [
      "The signed flag came too late.",
      "It was to be sent by {deadline:time}; it is now {blockTime:time}.",
      "Sign again and send it in time.",
    ],
  },
  BudgetFlagsNonceWrong: {
    th: [
      "ข้อสังเกตนี้ส่งไปแล้ว หรือส่งผิดลำดับ",
      "ลำดับถัดไปของ {signer} คือ {expected} แต่ได้รับลำดับ {nonce}",
      "ดูว่าข้อสังเกตถูกบันทึกแล้วหรือไม่ ถ้ายังให้ลงนามใหม่",
    ],
    en: [
      "This flag was sent before, or out of order.",
      "The next number of {signer} is {expected}; {nonce} was sent.",
      "See whether the flag is recorded already; if not, sign again.",
    ],
  },
  BudgetFlagsTooMany: {
    th: [
      "ตั้งข้อสังเกตครบจำนวนแล้ว",
      "ผู้ลงนาม {signer} ตั้งได้ไม่เกิน {limit} ข้อใน 24 ชั่วโมง",
      "ตั้งข้อสังเกตใหม่ได้หลัง {windowEndsAt:time}",
    ],
    en: [
      "The number of flags is used up.",
      "The signer {signer} may raise {limit} within 24 hours.",
      "Raise the next one after {windowEndsAt:time}.",
    ],
  },
  BudgetFlagsReplyNotDue: {
    th: [
      "ยังบันทึกว่าข้อสังเกตที่ {flagId} ไม่ได้รับคำตอบไม่ได้",
      "หน่วยงานมีเวลาชี้แจงถึง {replyDueAt:time} ขณะนี้คือ {blockTime:time}",
      "รอให้เลยกำหนดชี้แจงก่อน",
    ],
    en: [
      "The flag {flagId} cannot be marked unanswered yet.",
      "The agency has until {replyDueAt:time}; it is now {blockTime:time}.",
      "Wait until the time to reply is over.",
    ],
  },
  BudgetFlagsAlreadyUnanswered: {
    th: ["ข้อสังเกตที่ {flagId} บันทึกแล้วว่าไม่ได้รับคำตอบในกำหนด", "บันทึกได้ครั้งเดียว", "ไม่ต้องดำเนินการ"],
    en: [
      "The flag {flagId} is marked unanswered already.",
      "It is marked once.",
      "Nothing needs to be done.",
    ],
  },
  BudgetFlagsOwnAgency: {
    th: [
      "ปิดข้อสังเกตที่ {flagId} ไม่ได้",
      "ท่านปฏิบัติหน้าที่ในหน่วยงานรหัส {agency} ที่ถูกตั้งข้อสังเกต",
      "ให้ผู้ตรวจสอบที่ไม่ได้อยู่ในหน่วยงานนั้นดำเนินการ",
    ],
    en: [
      "You cannot close the flag {flagId}.",
      "You serve the flagged agency {agency}.",
      "Let an auditor who does not serve it decide.",
    ],
  },
  BudgetFlagsVerdictInvalid: {
    th: [
      "ผลวินิจฉัย “{verdict:flagState}” ใช้ไม่ได้",
      "ผลวินิจฉัยมีสามอย่าง คือ มีมูล ยกข้อสังเกต หรือส่งต่อหน่วยงานอื่น",
      "เลือกผลวินิจฉัยใหม่",
    ],
    en: [
      "“{verdict:flagState}” is not a verdict.",
      "A flag is upheld, dismissed or referred.",
      "Choose one of the three.",
    ],
  },
};

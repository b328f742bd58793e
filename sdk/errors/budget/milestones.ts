import type { ContractErrorTexts } from "../contract-text.ts";

/** Errors of BudgetCommitments about milestones. */
export const milestoneErrors: ContractErrorTexts = {
  BudgetCommitmentsMilestonesMismatch: {
    th: [
      "งวดงานรวมกันไม่เท่ากับมูลค่าสัญญา",
      "รวมทุกงวดได้ {milestones:baht} แต่มูลค่าสัญญาคือ {value:baht}",
      "แก้จำนวนเงินของงวดงานให้รวมเท่ามูลค่าสัญญา",
    ],
    en: [
      "The milestones do not make up the contract's value.",
      "They add up to {milestones:baht}; the value is {value:baht}.",
      "Correct the milestones so that they add up.",
    ],
  },
  BudgetCommitmentsMilestoneUnknown: {
    th: ["ไม่พบงวดงานเลขที่ {milestoneId}", "ยังไม่มีการกำหนดงวดงานหมายเลขนี้", "ตรวจสอบเลขที่งวดงาน"],
    en: ["There is no milestone {milestoneId}.", "None of this number was scheduled.", "Check the number."],
  },
  BudgetCommitmentsMilestoneStateWrong: {
    th: [
      "ทำรายการกับงวดงานเลขที่ {milestoneId} ในขั้นนี้ไม่ได้",
      "งวดงานอยู่ในสถานะ “{state:milestoneState}” แต่รายการนี้ต้องอยู่ในสถานะ “{wanted:milestoneState}”",
      "ดำเนินการขั้นก่อนหน้าให้เสร็จ แล้วส่งใหม่",
    ],
    en: [
      "The milestone {milestoneId} is not at this stage.",
      "It is “{state:milestoneState}”; this needs “{wanted:milestoneState}”.",
      "Finish the stage before and send it again.",
    ],
  },
  BudgetCommitmentsMilestoneOfOtherCommitment: {
    th: [
      "งวดงานเลขที่ {milestoneId} ไม่ใช่ของสัญญาที่ {commitmentId}",
      "งวดงานและรายการจ่ายต้องเป็นของสัญญาเดียวกัน",
      "เลือกงวดงานของสัญญานี้",
    ],
    en: [
      "The milestone {milestoneId} is not of the commitment {commitmentId}.",
      "Both must be of one contract.",
      "Choose one of its milestones.",
    ],
  },
  BudgetCommitmentsMilestoneAmountZero: {
    th: ["จำนวนเงินของงวดงานเป็นศูนย์", "งวดงานต้องมีจำนวนเงินมากกว่าศูนย์", "ระบุจำนวนเงินของงวดงาน"],
    en: ["The milestone's amount is zero.", "A milestone is worth more than zero.", "Give its amount."],
  },
  BudgetCommitmentsMilestoneBelowAccepted: {
    th: [
      "ลดงวดงานเลขที่ {milestoneId} เหลือ {amount:baht} ไม่ได้",
      "ตรวจรับไปแล้ว {accepted:baht}",
      "กำหนดจำนวนเงินไม่น้อยกว่าที่ตรวจรับแล้ว",
    ],
    en: [
      "The milestone {milestoneId} cannot become {amount:baht}.",
      "{accepted:baht} are accepted already.",
      "Set an amount that is not below that.",
    ],
  },
  BudgetCommitmentsAcceptanceOutOfRange: {
    th: [
      "ตรวจรับงวดงานเลขที่ {milestoneId} เป็นเงิน {accepted:baht} ไม่ได้",
      "ต้องมากกว่าศูนย์และไม่เกินส่วนที่ยังไม่ตรวจรับ {open:baht}",
      "ระบุจำนวนเงินที่ตรวจรับใหม่",
    ],
    en: [
      "{accepted:baht} of the milestone {milestoneId} cannot be accepted.",
      "It must be more than zero and at most the open {open:baht}.",
      "Give the accepted amount again.",
    ],
  },
  BudgetCommitmentsPaymentExceedsAcceptance: {
    th: [
      "ขอเบิก {amount:baht} ตามงวดงานเลขที่ {milestoneId} ไม่ได้",
      "ส่วนที่ตรวจรับแล้วและยังไม่เบิกเหลือ {available:baht}",
      "ลดจำนวนเงิน หรือตรวจรับงานให้ครบก่อน",
    ],
    en: [
      "{amount:baht} cannot be requested for the milestone {milestoneId}.",
      "{available:baht} are accepted and not yet drawn.",
      "Lower the amount, or have more accepted first.",
    ],
  },
};

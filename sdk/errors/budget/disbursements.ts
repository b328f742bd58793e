import type { ContractErrorTexts } from "../contract-text.ts";

/** Errors of BudgetDisbursements. */
export const disbursementErrors: ContractErrorTexts = {
  BudgetDisbursementsUnknown: {
    th: ["ไม่พบรายการจ่ายที่ {disbursementId}", "ยังไม่มีการขอเบิกหมายเลขนี้", "ตรวจสอบเลขที่รายการจ่าย"],
    en: [
      "There is no disbursement {disbursementId}.",
      "None of this number was requested.",
      "Check the number.",
    ],
  },
  BudgetDisbursementsStateWrong: {
    th: [
      "ทำรายการกับรายการจ่ายที่ {disbursementId} ในขั้นนี้ไม่ได้",
      "รายการจ่ายอยู่ในสถานะ “{state:disbursementState}” แต่รายการนี้ต้องอยู่ในสถานะ “{wanted:disbursementState}”",
      "ดำเนินการขั้นก่อนหน้าให้เสร็จ แล้วส่งใหม่",
    ],
    en: [
      "The disbursement {disbursementId} is not at this stage.",
      "It is “{state:disbursementState}”; this needs “{wanted:disbursementState}”.",
      "Finish the stage before and send it again.",
    ],
  },
  BudgetDisbursementsAmountZero: {
    th: ["จำนวนเงินเป็นศูนย์", "การขอเบิกหรือคืนเงินต้องมากกว่าศูนย์", "ระบุจำนวนเงินที่มากกว่าศูนย์"],
    en: ["The amount is zero.", "A request or a return moves more than zero.", "Give an amount above zero."],
  },
  BudgetDisbursementsReturnExceedsPaid: {
    th: [
      "คืนเงิน {amount:baht} ของรายการจ่ายที่ {disbursementId} ไม่ได้",
      "ยอดจ่ายที่ยังไม่ได้คืนมี {paid:baht}",
      "ลดจำนวนเงินให้ไม่เกินยอดที่จ่าย",
    ],
    en: [
      "{amount:baht} of the disbursement {disbursementId} cannot be returned.",
      "{paid:baht} of it were paid and not yet returned.",
      "Lower the amount to what was paid.",
    ],
  },
  BudgetDisbursementsSamePerson: {
    th: [
      "บุคคลเดียวกันทำสองหน้าที่ในรายการจ่ายที่ {disbursementId} ไม่ได้",
      "ผู้ขอเบิก ผู้อนุมัติทั้งสองชั้น ผู้ตรวจรับ และผู้จ่ายเงินต้องเป็นคนละคน แม้ใช้คนละบัญชี (รหัสแทนตัวบุคคล {personTag})",
      "ให้เจ้าหน้าที่อีกคนหนึ่งลงนาม หากผู้ที่ลงนามไปแล้วตรวจรับงานงวดนี้ภายหลัง ให้ไม่อนุมัติรายการนี้แล้วขอเบิกใหม่",
    ],
    en: [
      "One person cannot take both steps of the disbursement {disbursementId}.",
      "Requester, both approvers, acceptor and treasury are different people, whatever keys they use (person tag {personTag}).",
      "Let another officer sign. Where somebody who signed before has accepted work of the milestone since, reject this payment and request it anew.",
    ],
  },
};

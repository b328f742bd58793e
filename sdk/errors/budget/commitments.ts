import type { ContractErrorTexts } from "../contract-text.ts";

/** Errors of BudgetCommitments about purchase orders, contracts and multi-year obligations. */
export const commitmentErrors: ContractErrorTexts = {
  BudgetCommitmentsUnknown: {
    th: ["ไม่พบสัญญาที่ {commitmentId}", "ยังไม่มีการบันทึกใบสั่งซื้อหรือสัญญาหมายเลขนี้", "ตรวจสอบเลขที่สัญญา"],
    en: [
      "There is no commitment {commitmentId}.",
      "No purchase order or contract of this number was recorded.",
      "Check the number.",
    ],
  },
  BudgetCommitmentsStateWrong: {
    th: [
      "ทำรายการกับสัญญาที่ {commitmentId} ในขั้นนี้ไม่ได้",
      "สัญญาอยู่ในสถานะ “{state:commitmentState}” แต่รายการนี้ต้องอยู่ในสถานะ “{wanted:commitmentState}”",
      "ดำเนินการขั้นก่อนหน้าให้เสร็จ แล้วส่งใหม่",
    ],
    en: [
      "The commitment {commitmentId} is not at this stage.",
      "It is “{state:commitmentState}”; this needs “{wanted:commitmentState}”.",
      "Finish the stage before and send it again.",
    ],
  },
  BudgetCommitmentsValueZero: {
    th: ["มูลค่าสัญญาเป็นศูนย์", "ใบสั่งซื้อหรือสัญญาต้องมีมูลค่ามากกว่าศูนย์", "ระบุมูลค่าตามสัญญา"],
    en: [
      "The contract's value is zero.",
      "A purchase order or contract is worth more than zero.",
      "Give the value that the contract states.",
    ],
  },
  BudgetCommitmentsSupplierMalformed: {
    th: [
      "เลขประจำตัวผู้เสียภาษีของคู่สัญญา “{supplier:text}” ผิดรูปแบบ",
      "บันทึกได้เฉพาะนิติบุคคล เป็นเลข 13 หลักที่ขึ้นต้นด้วย 0 ส่วนบุคคลธรรมดาต้องเว้นว่าง",
      "ตรวจสอบเลข หรือเว้นว่างถ้าคู่สัญญาเป็นบุคคลธรรมดา",
    ],
    en: [
      "The supplier's tax number “{supplier:text}” is malformed.",
      "Only juristic persons are recorded: 13 digits beginning with 0; a natural person is left out.",
      "Check the number, or leave it out for a natural person.",
    ],
  },
  BudgetCommitmentsAdvanceCapExceedsValue: {
    th: [
      "เพดานเงินล่วงหน้า {advanceCap:baht} สูงเกินไป",
      "มูลค่าสัญญาคือ {value:baht}",
      "กำหนดเพดานเงินล่วงหน้าไม่เกินมูลค่าสัญญา",
    ],
    en: [
      "The cap on advances, {advanceCap:baht}, is too high.",
      "The contract is worth {value:baht}.",
      "Set a cap that is not above the value.",
    ],
  },
  BudgetCommitmentsAllocationsMismatch: {
    th: [
      "เงินที่ผูกพันไม่เท่ากับมูลค่าสัญญา",
      "รวมทุกวงเงินได้ {allocated:baht} แต่มูลค่าสัญญาคือ {value:baht}",
      "แก้จำนวนเงินในแต่ละวงเงินให้รวมเท่ามูลค่าสัญญา",
    ],
    en: [
      "The allocations do not make up the contract's value.",
      "They add up to {allocated:baht}; the value is {value:baht}.",
      "Correct the amounts so that they add up.",
    ],
  },
  BudgetCommitmentsAllocationRepeated: {
    th: ["มีวงเงินที่ {lineId} ซ้ำกัน", "สัญญาหนึ่งใช้วงเงินแต่ละวงเงินได้ครั้งเดียว", "รวมจำนวนเงินของวงเงินนั้นเป็นบรรทัดเดียว"],
    en: [
      "The budget line {lineId} stands twice.",
      "A commitment takes each line once.",
      "Add up its amounts in one entry.",
    ],
  },
  BudgetCommitmentsAllocationUnknown: {
    th: [
      "สัญญาที่ {commitmentId} ไม่ได้ใช้วงเงินที่ {lineId}",
      "ทำรายการได้เฉพาะวงเงินที่ผูกพันไว้",
      "เลือกวงเงินที่ผูกพันไว้กับสัญญานี้",
    ],
    en: [
      "The commitment {commitmentId} is not paid from line {lineId}.",
      "Only lines bound to it can be used.",
      "Choose one of its lines.",
    ],
  },
  BudgetCommitmentsLineOfOtherProject: {
    th: [
      "วงเงินที่ {lineId} ไม่ใช่ของโครงการ {code:text}",
      "วงเงินนี้เป็นของโครงการ {lineCode:text}",
      "เลือกวงเงินของโครงการเดียวกัน",
    ],
    en: [
      "The budget line {lineId} is not of the project {code:text}.",
      "It belongs to {lineCode:text}.",
      "Choose a line of the same project.",
    ],
  },
  BudgetCommitmentsAllocationBelowSpent: {
    th: [
      "ลดเงินผูกพันของวงเงินที่ {lineId} เหลือ {amount:baht} ไม่ได้",
      "ขอเบิกและจ่ายไปแล้ว {spent:baht}",
      "กำหนดจำนวนเงินไม่น้อยกว่าที่ใช้ไปแล้ว",
    ],
    en: [
      "The amount on line {lineId} cannot become {amount:baht}.",
      "{spent:baht} are requested or paid already.",
      "Set an amount that is not below that.",
    ],
  },
  BudgetCommitmentsAmendmentBelowSpent: {
    th: [
      "แก้มูลค่าสัญญาที่ {commitmentId} เป็น {value:baht} ไม่ได้",
      "ขอเบิกและจ่ายไปแล้ว {spent:baht}",
      "กำหนดมูลค่าไม่น้อยกว่าที่ใช้ไปแล้ว",
    ],
    en: [
      "The commitment {commitmentId} cannot be amended to {value:baht}.",
      "{spent:baht} are requested or paid already.",
      "Set a value that is not below that.",
    ],
  },
  BudgetCommitmentsRequestsPending: {
    th: ["ปิดสัญญาที่ {commitmentId} ไม่ได้", "ยังมีคำขอเบิกค้างอยู่ {requested:baht}", "จ่ายหรือไม่อนุมัติคำขอที่ค้างให้เสร็จก่อน"],
    en: [
      "The commitment {commitmentId} cannot be ended.",
      "Requests of {requested:baht} are pending.",
      "Pay or reject them first.",
    ],
  },
  BudgetCommitmentsMilestoneOpen: {
    th: [
      "ปิดสัญญาที่ {commitmentId} ว่าเสร็จสิ้นไม่ได้",
      "งวดงานเลขที่ {milestoneId} ยังอยู่ในสถานะ “{state:milestoneState}” ต้องตรวจรับครบทุกงวด",
      "ตรวจรับงวดงานที่เหลือ แก้สัญญา หรือบอกเลิกสัญญา",
    ],
    en: [
      "The commitment {commitmentId} is not complete.",
      "Its milestone {milestoneId} is “{state:milestoneState}”; every milestone must be accepted.",
      "Accept what is left, amend the contract, or terminate it.",
    ],
  },
  BudgetCommitmentsSpent: {
    th: ["ยกเลิกสัญญาที่ {commitmentId} ไม่ได้", "มีการขอเบิกหรือจ่ายไปแล้ว {spent:baht}", "ใช้การบอกเลิกสัญญาแทนการยกเลิก"],
    en: [
      "The commitment {commitmentId} cannot be cancelled.",
      "{spent:baht} are requested or paid already.",
      "Terminate it instead.",
    ],
  },
  BudgetCommitmentsSamePerson: {
    th: [
      "บุคคลเดียวกันทำสองหน้าที่ในสัญญาที่ {commitmentId} ไม่ได้",
      "ผู้บันทึก ผู้อนุมัติ และผู้ตรวจรับต้องเป็นคนละคน แม้ใช้คนละบัญชี (รหัสแทนตัวบุคคล {personTag})",
      "ให้เจ้าหน้าที่อีกคนหนึ่งลงนาม",
    ],
    en: [
      "One person cannot take both steps of the commitment {commitmentId}.",
      "Recorder, approver and acceptor are different people, whatever keys they use (person tag {personTag}).",
      "Let another officer sign.",
    ],
  },
  BudgetCommitmentsObligationUnknown: {
    th: ["ไม่พบการก่อหนี้ผูกพันข้ามปีเลขที่ {obligationId}", "ยังไม่มีการอนุมัติหมายเลขนี้", "ตรวจสอบเลขที่"],
    en: [
      "There is no multi-year obligation {obligationId}.",
      "None of this number was approved.",
      "Check the number.",
    ],
  },
  BudgetCommitmentsObligationOfOtherProject: {
    th: [
      "การก่อหนี้ผูกพันข้ามปีเลขที่ {obligationId} เป็นของโครงการอื่น",
      "รายการนี้เป็นของโครงการ {code:text}",
      "เลือกการอนุมัติของโครงการเดียวกัน",
    ],
    en: [
      "The multi-year obligation {obligationId} is of another project.",
      "This concerns the project {code:text}.",
      "Choose an obligation of the same project.",
    ],
  },
  BudgetCommitmentsObligationSumMismatch: {
    th: [
      "ยอดรายปีไม่เท่ากับวงเงินรวม",
      "รวมทุกปีได้ {sum:baht} แต่วงเงินรวมคือ {total:baht}",
      "แก้ยอดรายปีให้รวมเท่าวงเงินรวม",
    ],
    en: [
      "The yearly amounts do not make up the total.",
      "They add up to {sum:baht}; the total is {total:baht}.",
      "Correct the yearly amounts.",
    ],
  },
  BudgetCommitmentsObligationYearsNotAscending: {
    th: [
      "ลำดับปีงบประมาณไม่ถูกต้องที่ปี {year}",
      "แต่ละปีต้องปรากฏครั้งเดียวและเรียงจากน้อยไปมาก",
      "เรียงปีงบประมาณใหม่ แล้วส่งอีกครั้ง",
    ],
    en: [
      "The years are not in order at {year}.",
      "Each year stands once, the earliest first.",
      "Put the years in order and send them again.",
    ],
  },
  BudgetCommitmentsObligationTotalExceeded: {
    th: [
      "มูลค่าสัญญา {value:baht} เกินการก่อหนี้ผูกพันข้ามปีเลขที่ {obligationId}",
      "วงเงินที่เหลือคือ {available:baht}",
      "ลดมูลค่าสัญญา หรือขออนุมัติวงเงินใหม่",
    ],
    en: [
      "A contract of {value:baht} goes beyond the multi-year obligation {obligationId}.",
      "{available:baht} of it are left.",
      "Lower the value, or have a new obligation approved.",
    ],
  },
  BudgetCommitmentsObligationExceeded: {
    th: [
      "ผูกพันเงินปีงบประมาณ {year} จำนวน {amount:baht} ไม่ได้",
      "การก่อหนี้ผูกพันข้ามปีเลขที่ {obligationId} เหลือวงเงินของปีนั้น {available:baht}",
      "ลดจำนวนเงิน หรือใช้วงเงินของปีอื่นตามที่อนุมัติ",
    ],
    en: [
      "{amount:baht} cannot be bound in the fiscal year {year}.",
      "The multi-year obligation {obligationId} leaves {available:baht} in that year.",
      "Lower the amount to what the obligation allows.",
    ],
  },
  BudgetCommitmentsPaymentExceedsAllocation: {
    th: [
      "ขอเบิก {amount:baht} จากวงเงินที่ {lineId} ของสัญญาที่ {commitmentId} ไม่ได้",
      "เงินที่ผูกพันไว้กับวงเงินนี้เหลือ {available:baht}",
      "ลดจำนวนเงิน หรือเบิกจากวงเงินอื่นของสัญญา",
    ],
    en: [
      "{amount:baht} cannot be requested from line {lineId} for the commitment {commitmentId}.",
      "{available:baht} of what it binds there are left.",
      "Lower the amount, or use another of its lines.",
    ],
  },
  BudgetCommitmentsAdvanceExceedsCap: {
    th: [
      "จ่ายเงินล่วงหน้า {amount:baht} ของสัญญาที่ {commitmentId} ไม่ได้",
      "เพดานเงินล่วงหน้าเหลือ {available:baht}",
      "ลดจำนวนเงิน หรือเบิกตามงวดงานที่ตรวจรับแล้ว",
    ],
    en: [
      "An advance of {amount:baht} on the commitment {commitmentId} is too much.",
      "{available:baht} are left under its cap.",
      "Lower the amount, or request against an accepted milestone.",
    ],
  },
  BudgetCommitmentsCarryExceedsUnspent: {
    th: [
      "กันเงิน {amount:baht} ของสัญญาที่ {commitmentId} ไม่ได้",
      "วงเงินที่ {lineId} มีเงินผูกพันที่ยังไม่ได้เบิก {unspent:baht}",
      "ลดจำนวนเงินให้ไม่เกินที่ยังไม่ได้เบิก",
    ],
    en: [
      "{amount:baht} of the commitment {commitmentId} cannot be carried forward.",
      "{unspent:baht} of it are unspent on line {lineId}.",
      "Lower the amount to what is unspent.",
    ],
  },
  BudgetCommitmentsNotMadeInYear: {
    th: [
      "กันเงินของสัญญาที่ {commitmentId} จากปีงบประมาณ {year} ไม่ได้",
      "สัญญานี้บันทึกในปีงบประมาณ {madeInYear} กันเงินได้เฉพาะสัญญาที่ทำในปีนั้น",
      "เลือกสัญญาที่ทำในปีงบประมาณ {year}",
    ],
    en: [
      "The commitment {commitmentId} cannot be carried forward from {year}.",
      "It was made in the fiscal year {madeInYear}; only commitments of the year itself are carried.",
      "Choose a commitment made in {year}.",
    ],
  },
};

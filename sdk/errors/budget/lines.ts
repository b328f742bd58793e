import type { ContractErrorTexts } from "../contract-text.ts";

/** Errors of BudgetLines: fiscal years, appropriation lines, revisions. */
export const lineErrors: ContractErrorTexts = {
  BudgetLinesYearOutOfRange: {
    th: ["ปีงบประมาณ {year} ใช้ไม่ได้", "ปีงบประมาณเป็น พ.ศ. ตั้งแต่ 2514 ถึง 2700", "ระบุปีงบประมาณเป็น พ.ศ. เช่น 2568"],
    en: [
      "The fiscal year {year} cannot be used.",
      "A fiscal year is a Buddhist-era year from 2514 to 2700.",
      "Give the Buddhist-era year, such as 2568.",
    ],
  },
  BudgetLinesYearStateWrong: {
    th: [
      "ทำรายการในปีงบประมาณ {year} ขณะนี้ไม่ได้",
      "ปีงบประมาณอยู่ในสถานะ “{state:yearState}” แต่รายการนี้ต้องอยู่ในสถานะ “{wanted:yearState}”",
      "ตรวจสอบปีงบประมาณ หรือรอหน่วยงานกลางด้านงบประมาณดำเนินการก่อน",
    ],
    en: [
      "The fiscal year {year} does not allow this now.",
      "It is “{state:yearState}”; this needs “{wanted:yearState}”.",
      "Check the year, or wait for the budget authority's step.",
    ],
  },
  BudgetLinesYearNotStarted: {
    th: [
      "ปีงบประมาณ {year} ยังไม่เริ่ม",
      "เริ่มเมื่อ {start:time} ขณะนี้คือ {blockTime:time}",
      "ทำรายการตั้งแต่วันเริ่มปีงบประมาณ",
    ],
    en: [
      "The fiscal year {year} has not begun.",
      "It begins at {start:time}; it is now {blockTime:time}.",
      "Do this once the year has begun.",
    ],
  },
  BudgetLinesYearNotEnded: {
    th: ["ปีงบประมาณ {year} ยังไม่สิ้นสุด", "สิ้นสุดเมื่อ {end:time} ขณะนี้คือ {blockTime:time}", "ทำรายการหลังสิ้นปีงบประมาณ"],
    en: [
      "The fiscal year {year} has not ended.",
      "It ends at {end:time}; it is now {blockTime:time}.",
      "Do this after the year has ended.",
    ],
  },
  BudgetLinesYearEnded: {
    th: [
      "ปีงบประมาณ {year} สิ้นสุดแล้ว",
      "สิ้นสุดเมื่อ {end:time} ขณะนี้คือ {blockTime:time} จึงก่อหนี้ผูกพันใหม่ไม่ได้",
      "กันเงินไว้เบิกเหลื่อมปี หรือใช้งบประมาณของปีใหม่",
    ],
    en: [
      "The fiscal year {year} has ended.",
      "It ended at {end:time} and it is now {blockTime:time}; nothing new can be committed.",
      "Carry the money forward, or use the new year's budget.",
    ],
  },
  BudgetLinesYearHasOpenLines: {
    th: ["ปิดปีงบประมาณ {year} ไม่ได้", "ยังมีวงเงินที่ไม่ได้ปิด {openLines} รายการ", "ปิดวงเงินทุกรายการก่อน"],
    en: [
      "The fiscal year {year} cannot be closed.",
      "{openLines} of its budget lines are still open.",
      "Close every line first.",
    ],
  },
  BudgetLinesCeilingBelowApproved: {
    th: [
      "ลดวงเงินปีงบประมาณ {year} เหลือ {ceiling:baht} ไม่ได้",
      "ตั้งงบประมาณไปแล้ว {approved:baht}",
      "กำหนดวงเงินไม่น้อยกว่าที่ตั้งไปแล้ว",
    ],
    en: [
      "The ceiling of the fiscal year {year} cannot be {ceiling:baht}.",
      "{approved:baht} have been appropriated already.",
      "Set a ceiling that is not below that.",
    ],
  },
  BudgetLinesCeilingExceeded: {
    th: [
      "ตั้งงบประมาณเพิ่ม {amount:baht} ไม่ได้",
      "วงเงินปีงบประมาณ {year} คือ {ceiling:baht} ตั้งไปแล้ว {approved:baht}",
      "ลดจำนวนเงิน หรือเสนอเปลี่ยนวงเงินตามกฎหมาย",
    ],
    en: [
      "Another {amount:baht} cannot be appropriated.",
      "The ceiling of the fiscal year {year} is {ceiling:baht}, of which {approved:baht} are appropriated.",
      "Lower the amount, or have the ceiling changed by law.",
    ],
  },
  BudgetLinesUnknown: {
    th: ["ไม่พบวงเงินที่ {lineId}", "ยังไม่มีการตั้งวงเงินหมายเลขนี้", "ตรวจสอบเลขที่วงเงิน"],
    en: ["There is no budget line {lineId}.", "No line of this number was created.", "Check the number."],
  },
  BudgetLinesClosed: {
    th: ["วงเงินที่ {lineId} ปิดแล้ว", "วงเงินที่ปิดแล้วเปลี่ยนแปลงไม่ได้", "ใช้วงเงินอื่นที่ยังเปิดอยู่"],
    en: [
      "The budget line {lineId} is closed.",
      "Nothing changes on a closed line.",
      "Use a line that is open.",
    ],
  },
  BudgetLinesAmountZero: {
    th: ["จำนวนเงินเป็นศูนย์", "รายการเงินต้องมากกว่าศูนย์", "ระบุจำนวนเงินที่มากกว่าศูนย์"],
    en: ["The amount is zero.", "An entry moves more than zero.", "Give an amount above zero."],
  },
  BudgetLinesFundSourceMissing: {
    th: ["ยังไม่ได้ระบุแหล่งเงิน", "วงเงินทุกรายการต้องมีแหล่งเงิน", "ระบุรหัสแหล่งเงิน แล้วส่งใหม่"],
    en: [
      "The fund source is missing.",
      "Every budget line has a fund source.",
      "Give its code and send it again.",
    ],
  },
  BudgetLinesExpenseTypeMissing: {
    th: [
      "ยังไม่ได้ระบุประเภทรายจ่าย",
      "ประเภทรายจ่ายมีห้าประเภท คือ บุคลากร ดำเนินงาน ลงทุน เงินอุดหนุน และรายจ่ายอื่น",
      "เลือกประเภทรายจ่าย แล้วส่งใหม่",
    ],
    en: [
      "The expense type is missing.",
      "It is one of five: personnel, operations, investment, subsidy, other.",
      "Choose one and send it again.",
    ],
  },
  BudgetLinesCarried: {
    th: [
      "วงเงินที่ {lineId} ใช้กับรายการนี้ไม่ได้",
      "เงินกันไว้เบิกเหลื่อมปีกับงบประมาณปกติแยกวงเงินกัน",
      "เลือกวงเงินให้ตรงประเภท",
    ],
    en: [
      "The budget line {lineId} is of the wrong kind for this.",
      "Money carried forward and ordinary appropriations are kept on separate lines.",
      "Choose a line of the right kind.",
    ],
  },
  BudgetLinesAllotmentExceedsBudget: {
    th: [
      "จัดสรร {amount:baht} จากวงเงินที่ {lineId} ไม่ได้",
      "เหลือให้จัดสรรได้ {available:baht}",
      "ลดจำนวนเงิน หรือโอนงบประมาณเข้าวงเงินก่อน",
    ],
    en: [
      "{amount:baht} cannot be allotted from line {lineId}.",
      "{available:baht} are left to allot.",
      "Lower the amount, or move budget into the line first.",
    ],
  },
  BudgetLinesAllotmentBound: {
    th: [
      "ดึงเงินจัดสรร {amount:baht} กลับจากวงเงินที่ {lineId} ไม่ได้",
      "เงินจัดสรรที่ยังไม่ผูกพันเหลือ {free:baht}",
      "ลดจำนวนเงินให้ไม่เกินที่ยังไม่ผูกพัน",
    ],
    en: [
      "{amount:baht} of the allotment of line {lineId} cannot be withdrawn.",
      "Only {free:baht} of it are not committed.",
      "Lower the amount to what is not committed.",
    ],
  },
  BudgetLinesCommitmentExceedsAllotment: {
    th: [
      "ผูกพันเงิน {amount:baht} จากวงเงินที่ {lineId} ไม่ได้",
      "เงินจัดสรรที่เหลือให้ผูกพันคือ {available:baht}",
      "ลดจำนวนเงิน หรือขอจัดสรรเพิ่มก่อน",
    ],
    en: [
      "{amount:baht} cannot be committed on line {lineId}.",
      "{available:baht} of its allotment are left.",
      "Lower the amount, or have more allotted first.",
    ],
  },
  BudgetLinesReleaseExceedsCommitment: {
    th: [
      "ปลดเงินผูกพัน {amount:baht} ของวงเงินที่ {lineId} ไม่ได้",
      "เงินผูกพันที่ยังไม่ได้ใช้เหลือ {unspent:baht}",
      "ลดจำนวนเงินให้ไม่เกินที่ยังไม่ได้ใช้",
    ],
    en: [
      "{amount:baht} of the commitments of line {lineId} cannot be released.",
      "Only {unspent:baht} of them are unspent.",
      "Lower the amount to what is unspent.",
    ],
  },
  BudgetLinesRequestExceedsCommitment: {
    th: [
      "ขอเบิก {amount:baht} จากวงเงินที่ {lineId} ไม่ได้",
      "เงินผูกพันที่เหลือให้ขอเบิกคือ {available:baht} เพราะนับคำขอที่รออยู่ด้วย",
      "ลดจำนวนเงิน หรือรอผลคำขอที่ค้างอยู่",
    ],
    en: [
      "{amount:baht} cannot be requested from line {lineId}.",
      "{available:baht} of its commitments are left, waiting requests being counted.",
      "Lower the amount, or wait for the pending requests.",
    ],
  },
  BudgetLinesRequestedTooLow: {
    th: [
      "จ่ายหรือยกเลิกคำขอ {amount:baht} ของวงเงินที่ {lineId} ไม่ได้",
      "เงินที่กันไว้ตามคำขอมีเพียง {requested:baht}",
      "ตรวจสอบจำนวนเงินกับใบขอเบิก",
    ],
    en: [
      "{amount:baht} of the requests of line {lineId} cannot be paid or dropped.",
      "Only {requested:baht} are reserved.",
      "Check the amount against the request.",
    ],
  },
  BudgetLinesReturnExceedsPaid: {
    th: [
      "คืนเงิน {amount:baht} เข้าวงเงินที่ {lineId} ไม่ได้",
      "ยอดจ่ายที่ยังไม่ได้คืนมี {paid:baht}",
      "ลดจำนวนเงินให้ไม่เกินยอดที่จ่าย",
    ],
    en: [
      "{amount:baht} cannot be returned to line {lineId}.",
      "{paid:baht} were paid and not yet returned.",
      "Lower the amount to what was paid.",
    ],
  },
  BudgetLinesCarryExceedsUnspent: {
    th: [
      "กันเงิน {amount:baht} จากวงเงินที่ {lineId} ไม่ได้",
      "เงินผูกพันที่ยังไม่ได้เบิกเหลือ {unspent:baht}",
      "ลดจำนวนเงินให้ไม่เกินที่ยังไม่ได้เบิก",
    ],
    en: [
      "{amount:baht} cannot be carried forward from line {lineId}.",
      "{unspent:baht} of its commitments are unspent.",
      "Lower the amount to what is unspent.",
    ],
  },
  BudgetLinesRevisionEmpty: {
    th: ["การโอนเปลี่ยนแปลงไม่มีรายการ", "ต้องมีการโอนอย่างน้อยหนึ่งรายการ", "เพิ่มรายการโอน แล้วส่งใหม่"],
    en: ["The revision is empty.", "A revision moves something.", "Add at least one move and send it again."],
  },
  BudgetLinesRevisionSameLine: {
    th: [
      "โอนเงินของวงเงินที่ {lineId} กลับเข้าวงเงินเดิม",
      "ต้นทางและปลายทางต้องเป็นคนละวงเงิน",
      "ตรวจสอบเลขที่วงเงินต้นทางและปลายทาง",
    ],
    en: [
      "The revision moves money from line {lineId} to itself.",
      "A move goes from one line to another.",
      "Check both lines.",
    ],
  },
  BudgetLinesRevisionCrossesYears: {
    th: [
      "โอนเงินจากวงเงินที่ {fromLine} ไปวงเงินที่ {toLine} ไม่ได้",
      "ทั้งสองวงเงินเป็นคนละปีงบประมาณ การโอนต้องอยู่ในปีเดียวกัน",
      "เลือกวงเงินในปีงบประมาณเดียวกัน",
    ],
    en: [
      "Nothing can be moved from line {fromLine} to line {toLine}.",
      "They are of different fiscal years, and a revision stays within one.",
      "Choose lines of the same year.",
    ],
  },
  BudgetLinesRevisionBelowCommitments: {
    th: [
      "โอนเงินออก {amount:baht} จากวงเงินที่ {lineId} ไม่ได้",
      "เงินที่ยังไม่จัดสรรหรือผูกพันเหลือ {free:baht}",
      "ลดจำนวนเงิน หรือดึงเงินจัดสรรกลับก่อน",
    ],
    en: [
      "{amount:baht} cannot be moved out of line {lineId}.",
      "Only {free:baht} are free of allotments and commitments.",
      "Lower the amount, or withdraw allotment first.",
    ],
  },
  BudgetLinesRequestsPending: {
    th: ["ปิดวงเงินที่ {lineId} ไม่ได้", "ยังมีคำขอเบิกค้างอยู่ {requested:baht}", "จ่ายหรือไม่อนุมัติคำขอที่ค้างให้เสร็จก่อน"],
    en: [
      "The budget line {lineId} cannot be closed.",
      "Requests of {requested:baht} are pending.",
      "Pay or reject them first.",
    ],
  },
  BudgetLinesProjectCommitted: {
    th: ["ยกเลิกโครงการ {code:text} ไม่ได้", "โครงการมีเงินผูกพันอยู่ {committed:baht}", "ยกเลิกหรือบอกเลิกสัญญาให้หมดก่อน"],
    en: [
      "The project {code:text} cannot be cancelled.",
      "{committed:baht} are committed.",
      "Cancel or terminate its commitments first.",
    ],
  },
};

import type { ContractErrorTexts } from "../contract-text.ts";

/** Errors of BudgetProjects. */
export const projectErrors: ContractErrorTexts = {
  BudgetProjectsYearOutOfRange: {
    th: [
      "ปีงบประมาณ {year} ใช้ออกรหัสโครงการไม่ได้",
      "ปีงบประมาณเป็น พ.ศ. ตั้งแต่ 2514 ถึง 2700",
      "ระบุปีงบประมาณเป็น พ.ศ. เช่น 2568",
    ],
    en: [
      "The fiscal year {year} cannot stand in a project code.",
      "A fiscal year is a Buddhist-era year from 2514 to 2700.",
      "Give the Buddhist-era year, such as 2568.",
    ],
  },
  BudgetProjectsSequenceExhausted: {
    th: [
      "หน่วยงานรหัส {agency} ใช้ลำดับโครงการของปีงบประมาณ {year} ครบแล้ว",
      "แต่ละหน่วยงานมีโครงการได้ไม่เกิน 999,999 โครงการต่อปี",
      "ติดต่อหน่วยงานกลางด้านงบประมาณ",
    ],
    en: [
      "The agency {agency} has used all project numbers of the fiscal year {year}.",
      "An agency has at most 999,999 projects a year.",
      "Ask the budget authority.",
    ],
  },
  BudgetProjectsUnknown: {
    th: ["ไม่พบโครงการ {code:text}", "ยังไม่มีการออกรหัสโครงการนี้", "ตรวจสอบรหัสโครงการทีละหลัก"],
    en: [
      "There is no project {code:text}.",
      "This code was never issued.",
      "Check the project code digit by digit.",
    ],
  },
  BudgetProjectsStateWrong: {
    th: [
      "ทำรายการกับโครงการ {code:text} ในขั้นนี้ไม่ได้",
      "โครงการอยู่ในสถานะ “{state:projectState}” แต่รายการนี้ต้องอยู่ในสถานะ “{wanted:projectState}”",
      "ดำเนินการขั้นก่อนหน้าให้เสร็จ แล้วส่งใหม่",
    ],
    en: [
      "The project {code:text} is not at this stage.",
      "It is “{state:projectState}”; this needs “{wanted:projectState}”.",
      "Finish the stage before and send it again.",
    ],
  },
  BudgetProjectsEnded: {
    th: [
      "โครงการ {code:text} สิ้นสุดแล้ว",
      "โครงการอยู่ในสถานะ “{state:projectState}” จึงเพิ่มข้อมูลไม่ได้อีก",
      "ตรวจสอบรหัสโครงการ หากเป็นงานใหม่ให้ออกรหัสโครงการใหม่",
    ],
    en: [
      "The project {code:text} has ended.",
      "It is “{state:projectState}”; nothing is added to it any more.",
      "Check the code; new work takes a new project.",
    ],
  },
  BudgetProjectsCommitmentsOpen: {
    th: [
      "ปิดโครงการ {code:text} ว่าเสร็จสิ้นไม่ได้",
      "ยังมีสัญญาที่ไม่สิ้นสุด {openCommitments} รายการ",
      "ปิดหรือบอกเลิกสัญญาทุกรายการก่อน",
    ],
    en: [
      "The project {code:text} is not complete.",
      "{openCommitments} of its commitments are still open.",
      "Complete or terminate them first.",
    ],
  },
  BudgetProjectsOwnAgency: {
    th: [
      "ตรวจสอบโครงการ {code:text} ไม่ได้",
      "ท่านปฏิบัติหน้าที่ในหน่วยงานรหัส {agency} ซึ่งเป็นเจ้าของโครงการ",
      "ให้ผู้ตรวจสอบที่ไม่ได้อยู่ในหน่วยงานนั้นดำเนินการ",
    ],
    en: [
      "You cannot audit the project {code:text}.",
      "You serve its agency {agency}.",
      "Let an auditor who does not serve it do so.",
    ],
  },
  BudgetProjectsReferenceEmpty: {
    th: [
      "เลขอ้างอิงแบบ “{scheme:text}” ไม่ครบ",
      "เลขอ้างอิงต้องมีทั้งชื่อระบบและเลขในระบบนั้น",
      "ระบุให้ครบทั้งสองส่วน เช่น egp กับเลขที่โครงการ",
    ],
    en: [
      "The reference “{scheme:text}” is not complete.",
      "A reference has the name of a numbering and the number in it.",
      "Give both, such as egp and the project's number there.",
    ],
  },
  BudgetProjectsReferenceTaken: {
    th: [
      "โครงการ {code:text} มีเลขอ้างอิง “{scheme:text}” เลขที่ {value} อยู่แล้ว",
      "เลขอ้างอิงเดียวกันบันทึกซ้ำในโครงการเดียวไม่ได้",
      "ตรวจสอบเลขอ้างอิง หรือไม่ต้องดำเนินการ",
    ],
    en: [
      "The project {code:text} has the reference “{scheme:text}” {value} already.",
      "The same reference stands once in a project.",
      "Check the number; perhaps nothing needs to be done.",
    ],
  },
  BudgetProjectsSamePerson: {
    th: [
      "บุคคลเดียวกันทำสองหน้าที่ในโครงการ {code:text} ไม่ได้",
      "ผู้เขียนร่างกับผู้ขึ้นทะเบียนโครงการต้องเป็นคนละคน แม้ใช้คนละบัญชี (รหัสแทนตัวบุคคล {personTag})",
      "ให้เจ้าหน้าที่อีกคนหนึ่งลงนาม",
    ],
    en: [
      "One person cannot take both steps of the project {code:text}.",
      "Whoever wrote the draft does not register it, not even with another key (person tag {personTag}).",
      "Let another officer sign.",
    ],
  },
};

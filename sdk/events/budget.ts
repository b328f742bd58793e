import type { EventTexts } from "./texts.ts";

export const texts: EventTexts = {
  ProjectDrafted: {
    th: "ร่างโครงการ {code}",
    en: "Project {code} was drafted",
  },
  ProjectBriefRevised: {
    th: "แก้คำอธิบายโครงการ {code}",
    en: "The description of project {code} was revised",
  },
  ProjectReferenced: {
    th: "ผูกโครงการ {code} กับเลขอ้างอิง {scheme} {value}",
    en: "Project {code} was given the reference {scheme} {value}",
  },
  ProjectStateChanged: {
    th: "โครงการ {code} เปลี่ยนสถานะจาก{from:projectState}เป็น{to:projectState}",
    en: "Project {code} went from {from:projectState} to {to:projectState}",
  },
  FiscalYearPlanned: {
    th: "กำหนดวงเงินปีงบประมาณ {year} ไว้ {ceiling:baht}",
    en: "Fiscal year {year} was planned with a ceiling of {ceiling:baht}",
  },
  FiscalYearCeilingChanged: {
    th: "เปลี่ยนวงเงินปีงบประมาณ {year} จาก {previous:baht} เป็น {ceiling:baht}",
    en: "The ceiling of fiscal year {year} was changed from {previous:baht} to {ceiling:baht}",
  },
  FiscalYearOpened: {
    th: "เปิดปีงบประมาณ {year}",
    en: "Fiscal year {year} was opened",
  },
  FiscalYearClosed: {
    th: "ปิดปีงบประมาณ {year} รวมตั้งงบ {approved:baht}",
    en: "Fiscal year {year} was closed with {approved:baht} appropriated",
  },
  LineCreated: {
    th: "ตั้งวงเงินที่ {lineId} ปีงบประมาณ {year} ของโครงการ {code}",
    en: "Line {lineId} of fiscal year {year} was opened for project {code}",
  },
  LineAppropriated: {
    th: "ตั้งงบ {amount:baht} ในวงเงินที่ {lineId}",
    en: "{amount:baht} were appropriated to line {lineId}",
  },
  LineAllotted: {
    th: "จัดสรร {amount:baht} ให้วงเงินที่ {lineId}",
    en: "{amount:baht} were allotted to line {lineId}",
  },
  LineAllotmentWithdrawn: {
    th: "เรียกคืนเงินจัดสรร {amount:baht} จากวงเงินที่ {lineId}",
    en: "An allotment of {amount:baht} was withdrawn from line {lineId}",
  },
  RevisionRecorded: {
    th: "บันทึกการโอนเปลี่ยนแปลงที่ {revisionId} ปี {year}",
    en: "Revision {revisionId} of fiscal year {year} was recorded",
  },
  RevisionMoved: {
    th: "โอน {amount:baht} จากวงเงินที่ {fromLine} ไปวงเงินที่ {toLine}",
    en: "{amount:baht} were moved from line {fromLine} to line {toLine}",
  },
  LineCommitted: {
    th: "ผูกพัน {amount:baht} ในวงเงินที่ {lineId} ให้สัญญาที่ {commitmentId}",
    en: "{amount:baht} on line {lineId} were bound by commitment {commitmentId}",
  },
  LineReleased: {
    th: "ปลดเงินผูกพัน {amount:baht} ของสัญญาที่ {commitmentId} คืนวงเงินที่ {lineId}",
    en: "{amount:baht} of commitment {commitmentId} were released to line {lineId}",
  },
  LineReserved: {
    th: "กันเงิน {amount:baht} ในวงเงินที่ {lineId} ให้รายการจ่ายที่ {disbursementId}",
    en: "{amount:baht} on line {lineId} were reserved for payment {disbursementId}",
  },
  LineUnreserved: {
    th: "ยกเลิกการกันเงิน {amount:baht} ของรายการจ่ายที่ {disbursementId}",
    en: "{amount:baht} reserved for payment {disbursementId} were set free",
  },
  LinePaid: {
    th: "จ่าย {amount:baht} จากวงเงินที่ {lineId} (รายการจ่ายที่ {disbursementId})",
    en: "{amount:baht} were paid from line {lineId} (payment {disbursementId})",
  },
  LineRefunded: {
    th: "คืน {amount:baht} เข้าวงเงินที่ {lineId} (รายการจ่ายที่ {disbursementId})",
    en: "{amount:baht} were returned to line {lineId} (payment {disbursementId})",
  },
  LineCarriedForward: {
    th: "กันเงินเหลื่อมปี {amount:baht} จากวงเงินที่ {fromLine} ไปวงเงินที่ {toLine}",
    en: "{amount:baht} were carried forward from line {fromLine} to line {toLine}",
  },
  LineClosed: {
    th: "ปิดวงเงินที่ {lineId} เงินพับไป {lapsed:baht}",
    en: "Line {lineId} was closed; {lapsed:baht} lapsed",
  },
  ObligationApproved: {
    th: "อนุมัติผูกพันข้ามปีที่ {obligationId} รวม {total:baht} ของโครงการ {code}",
    en: "Multi-year obligation {obligationId} of {total:baht} was approved for project {code}",
  },
  CommitmentRecorded: {
    th: "บันทึกสัญญาที่ {commitmentId} มูลค่า {value:baht} ของโครงการ {code}",
    en: "Commitment {commitmentId} of {value:baht} was recorded for project {code}",
  },
  CommitmentAllocated: {
    th: "สัญญาที่ {commitmentId} ใช้เงินวงเงินที่ {lineId} จำนวน {amount:baht}",
    en: "Commitment {commitmentId} binds {amount:baht} on line {lineId}",
  },
  CommitmentStateChanged: {
    th: "สัญญาที่ {commitmentId} เปลี่ยนสถานะจาก{from:commitmentState}เป็น{to:commitmentState}",
    en: "Commitment {commitmentId} went from {from:commitmentState} to {to:commitmentState}",
  },
  CommitmentAmended: {
    th: "แก้สัญญาที่ {commitmentId} จาก {previousValue:baht} เป็น {value:baht}",
    en: "Commitment {commitmentId} was amended from {previousValue:baht} to {value:baht}",
  },
  MilestoneScheduled: {
    th: "กำหนดงวดงานเลขที่ {milestoneId} จำนวน {amount:baht} ครบกำหนด {dueAt:date}",
    en: "Milestone {milestoneId} of {amount:baht} is due on {dueAt:date}",
  },
  MilestoneChanged: {
    th: "แก้งวดงานเลขที่ {milestoneId} เป็น {amount:baht} ครบกำหนด {dueAt:date}",
    en: "Milestone {milestoneId} was changed to {amount:baht}, due on {dueAt:date}",
  },
  MilestoneSubmitted: {
    th: "ส่งมอบงวดงานเลขที่ {milestoneId}",
    en: "Milestone {milestoneId} was handed in",
  },
  MilestoneAccepted: {
    th: "ตรวจรับงวดงานเลขที่ {milestoneId} รวมแล้ว {accepted:baht}",
    en: "Milestone {milestoneId} was accepted, {accepted:baht} so far",
  },
  MilestoneRejected: {
    th: "ไม่รับมอบงวดงานเลขที่ {milestoneId}",
    en: "Milestone {milestoneId} was rejected",
  },
  CommitmentCarriedForward: {
    th: "กันเงินเหลื่อมปีให้สัญญาที่ {commitmentId} จำนวน {amount:baht}",
    en: "{amount:baht} of commitment {commitmentId} were carried into the next year",
  },
  DisbursementRequested: {
    th: "ขอเบิกรายการจ่ายที่ {disbursementId} จำนวน {amount:baht}",
    en: "Payment {disbursementId} of {amount:baht} was requested",
  },
  DisbursementApprovedFirst: {
    th: "อนุมัติรายการจ่ายที่ {disbursementId} ขั้นที่ 1",
    en: "Payment {disbursementId} was approved once",
  },
  DisbursementApprovedSecond: {
    th: "อนุมัติรายการจ่ายที่ {disbursementId} ขั้นที่ 2",
    en: "Payment {disbursementId} was approved twice",
  },
  DisbursementPaid: {
    th: "จ่ายเงินรายการจ่ายที่ {disbursementId} จำนวน {amount:baht}",
    en: "Payment {disbursementId} of {amount:baht} was paid",
  },
  DisbursementRejected: {
    th: "ไม่อนุมัติรายการจ่ายที่ {disbursementId}",
    en: "Payment {disbursementId} was rejected",
  },
  DisbursementReturned: {
    th: "ส่งคืนเงิน {amount:baht} ของรายการจ่ายที่ {disbursementId}",
    en: "{amount:baht} of payment {disbursementId} were returned",
  },
  FlagRaised: {
    th: "ประชาชนตั้งข้อสังเกตที่ {flagId} ต่อโครงการ {code} (กฎ “{rule:redFlagRule}”) หน่วยงานต้องชี้แจงภายใน {replyDueAt:date}",
    en: "A citizen raised flag {flagId} on project {code} (rule “{rule:redFlagRule}”); an answer is due by {replyDueAt:date}",
  },
  FlagReplied: {
    th: "หน่วยงานชี้แจงข้อสังเกตที่ {flagId}",
    en: "The agency answered flag {flagId}",
  },
  FlagMarkedUnanswered: {
    th: "หน่วยงานไม่ชี้แจงข้อสังเกตที่ {flagId} ภายในกำหนด",
    en: "Flag {flagId} was not answered in time",
  },
  FlagReviewStarted: {
    th: "ผู้ตรวจสอบเริ่มพิจารณาข้อสังเกตที่ {flagId}",
    en: "An auditor began to review flag {flagId}",
  },
  FlagDecided: {
    th: "ผลพิจารณาข้อสังเกตที่ {flagId}: {verdict:flagState}",
    en: "Flag {flagId} was decided: {verdict:flagState}",
  },
  BatchAnchored: {
    th: "บันทึกชุดข้อมูลนำเข้าที่ {batchId} ({format}) ลงในสมุดบัญชีกลาง",
    en: "Import batch {batchId} ({format}) was anchored",
  },
  BatchSuperseded: {
    th: "ชุดข้อมูลนำเข้าที่ {batchId} ถูกแทนด้วยชุดที่ {byBatchId}",
    en: "Import batch {batchId} was replaced by batch {byBatchId}",
  },
};

import type { Pair } from "../define/text.ts";

/** States of a report, in words that fit "from … to …". */
export const reportStates = {
  filed: ["รับแจ้งแล้ว", "filed"],
  accepted: ["รับเป็นคดี", "accepted as a case"],
  investigating: ["สืบสวนสอบสวน", "under investigation"],
  awaitingEvidence: ["รอพยานหลักฐาน", "awaiting evidence"],
  referred: ["ส่งต่อหน่วยอื่น", "referred to another unit"],
  sentToProsecutor: ["ส่งพนักงานอัยการ", "sent to the prosecutor"],
  closed: ["ยุติ", "closed"],
} as const satisfies Record<string, Pair>;

export type ReportState = keyof typeof reportStates;

/** Which state may follow which. */
export const reportTransitions: Readonly<Record<ReportState, readonly ReportState[]>> = {
  filed: ["accepted", "referred", "closed"],
  accepted: ["investigating"],
  investigating: ["awaitingEvidence", "sentToProsecutor", "closed"],
  awaitingEvidence: ["investigating"],
  referred: [],
  sentToProsecutor: [],
  closed: [],
};

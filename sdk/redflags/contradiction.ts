import type { RedFlagRule } from "./rule.ts";

/** Codes of import notes that are contradictions, `ImportFlagCode` in sdk/import/model.ts. */
export const CONTRADICTIONS: readonly string[] = [
  "REFERENCE_ABOVE_BUDGET",
  "DATE_OUTSIDE_FISCAL_YEAR",
  "SIGNED_BEFORE_ANNOUNCED",
  "CONTRACT_ENDS_BEFORE_SIGNED",
  "PROJECT_FIELDS_DIFFER",
];

export const contradiction: RedFlagRule<"note"> = {
  id: "contradiction",
  version: 1,
  appliesTo: "reported",
  title: { th: "ข้อมูลขัดแย้งกันเอง", en: "The source contradicts itself" },
  text: {
    th: "ข้อมูลที่เผยแพร่ขัดแย้งกันเอง เช่น ราคากลางสูงกว่างบประมาณ วันที่อยู่นอกปีงบประมาณ หรือลงนามก่อนวันประกาศ ระบบแสดงตามที่เผยแพร่และไม่แก้ไข",
    en: "What was published contradicts itself: a reference price above the budget, a date outside the fiscal year, a signature before the announcement. It is shown as published and never corrected.",
  },
  parameters: [],
  inputs: [{ name: "note", label: { th: "ข้อขัดแย้งที่พบ", en: "Contradiction" }, unit: null }],
  holds: (inputs) => {
    return inputs.note !== null && CONTRADICTIONS.includes(inputs.note);
  },
};

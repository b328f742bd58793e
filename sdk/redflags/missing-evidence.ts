import type { RedFlagRule } from "./rule.ts";

const MISSING: readonly string[] = ["unavailable", "altered", "malformed"];

export const missingEvidence: RedFlagRule<"briefState"> = {
  id: "missing-evidence",
  version: 1,
  appliesTo: "native",
  title: { th: "เอกสารที่อ้างถึงไม่อยู่ให้ตรวจ", en: "Evidence is missing" },
  text: {
    th: "คำอธิบายโครงการที่บันทึกไว้ไม่มีใครให้อ่านได้ หรือเนื้อหาไม่ตรงกับที่บันทึก",
    en: "The project's recorded description cannot be had from anybody, or its bytes are not those that were recorded.",
  },
  parameters: [],
  inputs: [
    { name: "briefState", label: { th: "สถานะเอกสาร", en: "State of the document" }, unit: "documentState" },
  ],
  holds: (inputs) => {
    return MISSING.includes(inputs.briefState ?? "");
  },
};

import { whole } from "./compare.ts";
import type { RedFlagRule } from "./rule.ts";

const SHARE_BPS = 3_000n;
const LEAST = 10n;

export const septemberRush: RedFlagRule<"agencyName" | "fiscalYear" | "count" | "september" | "total"> = {
  id: "september-rush",
  version: 1,
  appliesTo: "reported",
  title: { th: "เร่งใช้เงินปลายปีงบประมาณ", en: "September rush" },
  text: {
    th: "มูลค่าที่หน่วยงานตกลงซื้อหรือจ้างในเดือนกันยายน (เดือนสุดท้ายของปีงบประมาณ) เกินร้อยละ 30 ของทั้งปี โดยนับเฉพาะหน่วยงานที่มีอย่างน้อย 10 รายการในปีนั้น",
    en: "More than 30 % of what an agency agreed to buy in a fiscal year was agreed in September, its last month. Only agencies with at least 10 purchases in the year are looked at.",
  },
  parameters: [
    { name: "shareBps", value: "3000", unit: "bps" },
    { name: "least", value: "10", unit: "count" },
  ],
  inputs: [
    { name: "agencyName", label: { th: "หน่วยงาน", en: "Agency" }, unit: null },
    { name: "fiscalYear", label: { th: "ปีงบประมาณ", en: "Fiscal year" }, unit: "year" },
    { name: "count", label: { th: "จำนวนรายการ", en: "Purchases" }, unit: "count" },
    { name: "september", label: { th: "มูลค่าที่ตกลงในเดือนกันยายน", en: "Agreed in September" }, unit: "satang" },
    { name: "total", label: { th: "รวมทั้งหมด", en: "Together" }, unit: "satang" },
  ],
  holds: (inputs) => {
    const [count, september, total] = [whole(inputs.count), whole(inputs.september), whole(inputs.total)];
    if (count === null || september === null || total === null) return false;
    return count >= LEAST && september * 10_000n > total * SHARE_BPS;
  },
};

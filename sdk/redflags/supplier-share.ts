import { whole } from "./compare.ts";
import type { RedFlagRule } from "./rule.ts";

const SHARE_BPS = 5_000n;
const LEAST = 5n;

export const supplierShare: RedFlagRule<
  "agencyName" | "fiscalYear" | "supplier" | "count" | "share" | "total"
> = {
  id: "supplier-share",
  version: 1,
  appliesTo: "reported",
  title: { th: "ผู้ขายรายเดียวได้งานส่วนใหญ่", en: "One supplier has most of the work" },
  text: {
    th: "ผู้ขายนิติบุคคลรายเดียวได้สัญญาเกินร้อยละ 50 ของมูลค่าสัญญาทั้งหมดของหน่วยงานในปีงบประมาณ โดยหน่วยงานมีอย่างน้อย 5 สัญญา",
    en: "One juristic supplier holds more than 50 % of the value of an agency's contracts in a fiscal year. Only agencies with at least 5 contracts are looked at.",
  },
  parameters: [
    { name: "shareBps", value: "5000", unit: "bps" },
    { name: "least", value: "5", unit: "count" },
  ],
  inputs: [
    { name: "agencyName", label: { th: "หน่วยงาน", en: "Agency" }, unit: null },
    { name: "fiscalYear", label: { th: "ปีงบประมาณ", en: "Fiscal year" }, unit: "year" },
    { name: "supplier", label: { th: "ผู้ขาย (เลขนิติบุคคล)", en: "Supplier (juristic number)" }, unit: null },
    { name: "count", label: { th: "จำนวนรายการ", en: "Purchases" }, unit: "count" },
    { name: "share", label: { th: "มูลค่าสัญญาของผู้ขายรายนี้", en: "Contracts of this supplier" }, unit: "satang" },
    { name: "total", label: { th: "รวมทั้งหมด", en: "Together" }, unit: "satang" },
  ],
  holds: (inputs) => {
    const [count, share, total] = [whole(inputs.count), whole(inputs.share), whole(inputs.total)];
    if (count === null || share === null || total === null) return false;
    return count >= LEAST && share * 10_000n > total * SHARE_BPS;
  },
};

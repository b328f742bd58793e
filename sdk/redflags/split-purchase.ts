import { whole } from "./compare.ts";
import type { RedFlagRule } from "./rule.ts";

const THRESHOLD = 50_000_000n;
const LEAST = 2n;

export const splitPurchase: RedFlagRule<"agencyName" | "title" | "month" | "count" | "largest" | "total"> = {
  id: "split-purchase",
  version: 1,
  appliesTo: "reported",
  title: { th: "ซื้อของอย่างเดียวกันหลายครั้งในเดือนเดียว", en: "The same bought in pieces" },
  text: {
    th: "หน่วยงานเดียวกันซื้อรายการชื่อเดียวกันอย่างน้อยสองครั้งในเดือนเดียวกัน แต่ละครั้งต่ำกว่า 500,000 บาท แต่รวมกันเกิน อาจเป็นการแบ่งซื้อแบ่งจ้าง (ระเบียบกระทรวงการคลัง พ.ศ. 2560 ข้อ 20)",
    en: "One agency bought something of the same title at least twice in one month, each time below 500,000 baht and together above it. This may be a split purchase (Ministry of Finance regulation B.E. 2560, clause 20).",
  },
  parameters: [
    { name: "threshold", value: "50000000", unit: "satang" },
    { name: "least", value: "2", unit: "count" },
  ],
  inputs: [
    { name: "agencyName", label: { th: "หน่วยงาน", en: "Agency" }, unit: null },
    { name: "title", label: { th: "ชื่อโครงการ", en: "Title" }, unit: null },
    { name: "month", label: { th: "เดือน", en: "Month" }, unit: null },
    { name: "count", label: { th: "จำนวนรายการ", en: "Purchases" }, unit: "count" },
    { name: "largest", label: { th: "รายการที่แพงที่สุด", en: "Largest of them" }, unit: "satang" },
    { name: "total", label: { th: "รวมทั้งหมด", en: "Together" }, unit: "satang" },
  ],
  holds: (inputs) => {
    const [count, largest, total] = [whole(inputs.count), whole(inputs.largest), whole(inputs.total)];
    if (count === null || largest === null || total === null) return false;
    return count >= LEAST && largest < THRESHOLD && total > THRESHOLD;
  },
};

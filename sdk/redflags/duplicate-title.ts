import { whole } from "./compare.ts";
import type { RedFlagRule } from "./rule.ts";

const LEAST = 2n;

export const duplicateTitle: RedFlagRule<"agencyName" | "title" | "years" | "count"> = {
  id: "duplicate-title",
  version: 1,
  appliesTo: "reported",
  title: { th: "ชื่อโครงการซ้ำข้ามปี", en: "The same title in several years" },
  text: {
    th: "หน่วยงานเดียวกันมีโครงการชื่อเดียวกันทุกตัวอักษรในปีงบประมาณต่างกัน งานประจำปีเป็นเรื่องปกติ แต่งานก่อสร้างชิ้นเดียวกันไม่ควรซ้ำ",
    en: "One agency has projects of exactly the same title in different fiscal years. Yearly work is normal; the same building twice is not.",
  },
  parameters: [{ name: "least", value: "2", unit: "count" }],
  inputs: [
    { name: "agencyName", label: { th: "หน่วยงาน", en: "Agency" }, unit: null },
    { name: "title", label: { th: "ชื่อโครงการ", en: "Title" }, unit: null },
    {
      name: "years",
      label: { th: "จำนวนปีงบประมาณที่พบชื่อนี้", en: "Fiscal years with this title" },
      unit: "count",
    },
    { name: "count", label: { th: "จำนวนรายการ", en: "Purchases" }, unit: "count" },
  ],
  holds: (inputs) => {
    const years = whole(inputs.years);
    return years !== null && years >= LEAST;
  },
};

import { above } from "./compare.ts";
import type { RedFlagRule } from "./rule.ts";

export const agreedAboveBudget: RedFlagRule<"agreed" | "budget"> = {
  id: "agreed-above-budget",
  version: 1,
  appliesTo: "reported",
  title: { th: "ราคาที่ตกลงสูงกว่างบประมาณ", en: "Agreed price above the budget" },
  text: {
    th: "ราคาที่ตกลงรวมทุกสัญญาของโครงการสูงกว่างบประมาณของโครงการ",
    en: "The agreed prices of the project together are above its budget.",
  },
  parameters: [],
  inputs: [
    { name: "agreed", label: { th: "ราคาที่ตกลง", en: "Agreed price" }, unit: "satang" },
    { name: "budget", label: { th: "งบประมาณ", en: "Budget" }, unit: "satang" },
  ],
  holds: (inputs) => {
    return above(inputs.agreed, inputs.budget);
  },
};

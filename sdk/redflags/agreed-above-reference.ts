import { above } from "./compare.ts";
import type { RedFlagRule } from "./rule.ts";

export const agreedAboveReference: RedFlagRule<"agreed" | "reference"> = {
  id: "agreed-above-reference",
  version: 1,
  appliesTo: "reported",
  title: { th: "ราคาที่ตกลงสูงกว่าราคากลาง", en: "Agreed price above the reference price" },
  text: {
    th: "ราคาที่ตกลงรวมทุกสัญญาของโครงการสูงกว่าราคากลางที่หน่วยงานคำนวณไว้",
    en: "The agreed prices of the project together are above the reference price that the agency had worked out.",
  },
  parameters: [],
  inputs: [
    { name: "agreed", label: { th: "ราคาที่ตกลง", en: "Agreed price" }, unit: "satang" },
    { name: "reference", label: { th: "ราคากลาง", en: "Reference price" }, unit: "satang" },
  ],
  holds: (inputs) => {
    return above(inputs.agreed, inputs.reference);
  },
};

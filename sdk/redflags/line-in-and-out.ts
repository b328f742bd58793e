import { above } from "./compare.ts";
import type { RedFlagRule } from "./rule.ts";

export const lineInAndOut: RedFlagRule<"adjIn" | "adjOut"> = {
  id: "line-in-and-out",
  version: 1,
  appliesTo: "native",
  title: { th: "โอนเข้าและโอนออกในปีเดียว", en: "Money moved in and out in one year" },
  text: {
    th: "รายการงบประมาณเดียวกันได้รับโอนเข้าและถูกโอนออกในปีงบประมาณเดียวกัน",
    en: "One appropriation line received and gave money by revisions in the same year.",
  },
  parameters: [],
  inputs: [
    { name: "adjIn", label: { th: "โอนเข้า", en: "Moved in" }, unit: "satang" },
    { name: "adjOut", label: { th: "โอนออก", en: "Moved out" }, unit: "satang" },
  ],
  holds: (inputs) => {
    return above(inputs.adjIn, "0") && above(inputs.adjOut, "0");
  },
};

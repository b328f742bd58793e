import { whole } from "./compare.ts";
import type { RedFlagRule } from "./rule.ts";

const LIMIT_BPS = 1_000n;

export const cumulativeAmendment: RedFlagRule<"increaseBps" | "originalValue" | "value"> = {
  id: "cumulative-amendment",
  version: 1,
  appliesTo: "native",
  title: { th: "แก้สัญญาเพิ่มวงเงินมาก", en: "Large cumulative amendment" },
  text: {
    th: "มูลค่าสัญญาหลังแก้ไขรวมทุกครั้งเพิ่มขึ้นเกินร้อยละ 10 จากมูลค่าเดิม",
    en: "All amendments together raised the contract by more than 10 % of its original value.",
  },
  parameters: [{ name: "limitBps", value: "1000", unit: "bps" }],
  inputs: [
    { name: "increaseBps", label: { th: "เพิ่มขึ้นสะสม", en: "Cumulative increase" }, unit: "bps" },
    { name: "originalValue", label: { th: "มูลค่าเดิม", en: "Original value" }, unit: "satang" },
    { name: "value", label: { th: "มูลค่าสัญญา", en: "Contract value" }, unit: "satang" },
  ],
  holds: (inputs) => {
    const increase = whole(inputs.increaseBps);
    return increase !== null && increase > LIMIT_BPS;
  },
};

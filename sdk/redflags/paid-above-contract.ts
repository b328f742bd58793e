import { whole } from "./compare.ts";
import type { RedFlagRule } from "./rule.ts";

export const paidAboveContract: RedFlagRule<"paid" | "returned" | "value"> = {
  id: "paid-above-contract",
  version: 1,
  appliesTo: "native",
  title: { th: "จ่ายเกินมูลค่าสัญญา", en: "Paid above the contract" },
  text: {
    th: "จ่ายสุทธิมากกว่ามูลค่าสัญญา สมุดบัญชีไม่ยอมให้เกิดขึ้น กฎนี้จึงตรวจตัวสมุดบัญชีเอง",
    en: "More was paid, net of returns, than the contract is worth. The ledger refuses this, so the rule checks the ledger itself.",
  },
  parameters: [],
  inputs: [
    { name: "paid", label: { th: "จ่ายแล้ว", en: "Paid" }, unit: "satang" },
    { name: "returned", label: { th: "คืนแล้ว", en: "Returned" }, unit: "satang" },
    { name: "value", label: { th: "มูลค่าสัญญา", en: "Contract value" }, unit: "satang" },
  ],
  holds: (inputs) => {
    const [paid, returned, value] = [whole(inputs.paid), whole(inputs.returned), whole(inputs.value)];
    return paid !== null && returned !== null && value !== null && paid - returned > value;
  },
};

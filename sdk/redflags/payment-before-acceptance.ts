import { whole } from "./compare.ts";
import type { RedFlagRule } from "./rule.ts";

const LIMIT_BPS = 1_500n;

export const paymentBeforeAcceptance: RedFlagRule<"milestoneId" | "amount" | "value"> = {
  id: "payment-before-acceptance",
  version: 1,
  appliesTo: "native",
  title: { th: "จ่ายก่อนตรวจรับ", en: "Paid before acceptance" },
  text: {
    th: "จ่ายเงินล่วงหน้าโดยยังไม่มีงวดงานที่ตรวจรับ เกินร้อยละ 15 ของมูลค่าสัญญา (ระเบียบกระทรวงการคลัง พ.ศ. 2560 ข้อ 89)",
    en: "An advance without accepted work is above 15 % of the contract's value (Ministry of Finance regulation B.E. 2560, clause 89).",
  },
  parameters: [{ name: "limitBps", value: "1500", unit: "bps" }],
  inputs: [
    { name: "milestoneId", label: { th: "งวดงาน", en: "Milestone" }, unit: null },
    { name: "amount", label: { th: "จำนวนเงินที่จ่าย", en: "Amount paid" }, unit: "satang" },
    { name: "value", label: { th: "มูลค่าสัญญา", en: "Contract value" }, unit: "satang" },
  ],
  holds: (inputs) => {
    const [amount, value] = [whole(inputs.amount), whole(inputs.value)];
    if (inputs.milestoneId || amount === null || value === null) return false;
    return amount * 10_000n > value * LIMIT_BPS;
  },
};

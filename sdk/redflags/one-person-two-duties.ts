import { above } from "./compare.ts";
import type { RedFlagRule } from "./rule.ts";

export const onePersonTwoDuties: RedFlagRule<"personTag" | "duties" | "accounts"> = {
  id: "one-person-two-duties",
  version: 1,
  appliesTo: "native",
  title: { th: "คนเดียวถือหลายหน้าที่", en: "One person in two duties" },
  text: {
    th: "คนเดียวกันถือหน้าที่ที่ต้องแยกกัน (ผู้บันทึก ผู้อนุมัติขั้นที่ 1 ผู้อนุมัติขั้นที่ 2 ผู้ตรวจรับ ผู้จ่ายเงิน) มากกว่าหนึ่งหน้าที่ในหน่วยงานเดียว สมุดบัญชีไม่ยอมให้ใช้ทั้งสองหน้าที่ในรายการเดียวกัน",
    en: "One person holds more than one of the duties that must be separate (recorder, first and second approver, acceptor, treasury) in one agency. The ledger refuses to let them act twice on the same item.",
  },
  parameters: [],
  inputs: [
    { name: "personTag", label: { th: "รหัสแทนตัวบุคคล", en: "Pseudonym of the person" }, unit: null },
    { name: "duties", label: { th: "หน้าที่ที่ต้องแยกกันซึ่งถืออยู่", en: "Separate duties held" }, unit: "count" },
    { name: "accounts", label: { th: "จำนวนบัญชีลงนาม", en: "Accounts" }, unit: "count" },
  ],
  holds: (inputs) => {
    return above(inputs.duties, "1");
  },
};

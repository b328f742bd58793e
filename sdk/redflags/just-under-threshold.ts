import { whole } from "./compare.ts";
import type { RedFlagRule } from "./rule.ts";

const THRESHOLD = 50_000_000n;
const MARGIN = 2_000_000n;

export const justUnderThreshold: RedFlagRule<"price"> = {
  id: "just-under-threshold",
  version: 1,
  appliesTo: "reported",
  title: { th: "ราคาต่ำกว่าเพดานเพียงเล็กน้อย", en: "Just under a threshold" },
  text: {
    th: "ราคาที่ตกลงอยู่ระหว่าง 480,000 ถึงต่ำกว่า 500,000 บาท ซึ่งเป็นวงเงินที่ซื้อโดยวิธีเฉพาะเจาะจงได้โดยไม่ต้องประกาศเชิญชวน (กฎกระทรวง พ.ศ. 2560 ข้อ 1) ราคาที่กระจุกอยู่ใต้เพดานเป็นเรื่องที่ควรตรวจดู",
    en: "The agreed price lies from 480,000 to below 500,000 baht. Up to 500,000 baht an agency may buy from one chosen seller without a call for bids (ministerial regulation B.E. 2560, clause 1). Prices that crowd under a threshold deserve a look.",
  },
  parameters: [
    { name: "threshold", value: "50000000", unit: "satang" },
    { name: "margin", value: "2000000", unit: "satang" },
  ],
  inputs: [
    {
      name: "price",
      label: { th: "ราคาที่ตกลง (ถ้าไม่มี ใช้งบประมาณ)", en: "Agreed price, or the budget where there is none" },
      unit: "satang",
    },
  ],
  holds: (inputs) => {
    const price = whole(inputs.price);
    return price !== null && price < THRESHOLD && price >= THRESHOLD - MARGIN;
  },
};

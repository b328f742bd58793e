import type { Example } from "../example.ts";
import { Timeline } from "./timeline.tsx";

export const examples: Example[] = [
  {
    name: "two events",
    render: () => (
      <Timeline
        label="สิ่งที่เกิดขึ้นกับโครงการนี้"
        entries={[
          {
            id: "1",
            at: 1742551200,
            what: "ตรวจรับงวดที่ 1 จำนวน 2,655,000.00 บาท",
            who: "ผู้ตรวจรับ เทศบาลตำบลดอนสาธิต",
            proof: <a href="#proof">หลักฐานการบันทึก</a>,
          },
          { id: "2", at: 1743415200, what: "งวดงานเลขที่ 2 เลยกำหนดส่งมอบ", attention: true },
        ]}
      />
    ),
  },
];

import type { Example } from "../example.ts";
import { Notice } from "./notice.tsx";

export const examples: Example[] = [
  {
    name: "plain",
    render: () => (
      <Notice title="ข้อมูลสาธิต">
        <p>หน่วยงานและโครงการในหน้านี้สมมติขึ้น</p>
      </Notice>
    ),
  },
  {
    name: "attention",
    render: () => (
      <Notice tone="attention" title="เลยกำหนดส่งมอบ">
        <p>งวดที่ 2 ครบกำหนดเมื่อ 31 มีนาคม 2568</p>
      </Notice>
    ),
  },
  {
    name: "broken proof",
    render: () => (
      <Notice tone="broken" title="ไม่ตรงกับสมุดบัญชีกลาง">
        <p>อย่าใช้ตัวเลขบนหน้านี้</p>
      </Notice>
    ),
  },
];

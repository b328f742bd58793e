import type { Example } from "../example.ts";
import { StatusTag } from "./status-tag.tsx";

export const examples: Example[] = [
  {
    name: "every tone",
    render: () => (
      <p>
        <StatusTag>ร่าง</StatusTag> <StatusTag tone="active">กำลังดำเนินการ</StatusTag>{" "}
        <StatusTag tone="done">จ่ายแล้ว</StatusTag> <StatusTag tone="attention">เลยกำหนด</StatusTag>{" "}
        <StatusTag tone="broken">ถูกปฏิเสธ</StatusTag>
      </p>
    ),
  },
];

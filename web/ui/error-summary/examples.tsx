import type { Example } from "../example.ts";
import { ErrorSummary } from "./error-summary.tsx";

const problems = [
  { field: "example-min", text: "“แสน” ไม่ใช่จำนวนเงิน" },
  { field: "example-words", text: "โปรดระบุคำค้น" },
];

export const examples: Example[] = [
  { name: "two problems", render: () => <ErrorSummary problems={problems} /> },
];

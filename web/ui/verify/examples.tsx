import type { Example } from "../example.ts";
import { Outcome } from "./outcome.tsx";
import { StepList } from "./step-list.tsx";
import type { Check, VerifyResult } from "./types.ts";
import { Verify } from "./verify.tsx";

const at = new Date("2026-11-23T05:00:00Z");
const address = "https://node.example.go.th";

const slow: Check = async function* (asked, signal) {
  for (const text of [
    `ถามสมุดบัญชีกลางที่ ${asked} โดยตรงแล้ว`,
    "ไล่ตามรายการบันทึก 214 รายการแล้ว",
    "ได้ลายนิ้วมือเดียวกัน",
  ]) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    if (signal.aborted) break;
    yield { text };
  }
  return { kind: "agrees", compared: ["จ่ายแล้ว"], evidence: { example: true } };
};

const results: VerifyResult[] = [
  { kind: "agrees", compared: ["จ่ายแล้ว", "ส่งคืน"], left: "สถานะของปีงบประมาณ" },
  {
    kind: "differs",
    rows: [{ item: "จ่ายแล้ว", said: "1,234,567.00 บาท", ledger: "234,567.00 บาท" }],
    evidence: { example: true },
  },
  { kind: "unknown", why: "ติดต่อสมุดบัญชีกลางไม่ได้", mend: "ตรวจสอบอินเทอร์เน็ตและที่อยู่ แล้วลองใหม่ หรือเลือกที่อยู่อื่น" },
];

export const examples: Example[] = [
  {
    name: "the mark, open it",
    render: () => (
      <p>
        1,234.00 บาท <Verify subject="จ่ายแล้วสุทธิ" check={slow} />{" "}
        <Verify compact subject="งวดงานเลขที่ 1" check={slow} />
      </p>
    ),
  },
  {
    name: "steps that came out well, badly, and not at all",
    render: () => (
      <StepList
        steps={[
          { text: `ถามสมุดบัญชีกลางที่ ${address} โดยตรงแล้ว` },
          { title: "รายการ", text: "รายการเป็นรายการที่ใบรับพูดถึง", outcome: "holds" },
          { title: "ตำแหน่ง", text: "หลักฐานไม่นำไปสู่ลายนิ้วมือของบันทึก", outcome: "fails" },
          { title: "ลายเซ็นของพยาน", text: "ไม่มีลายเซ็นของพยานให้ตรวจ", outcome: "unknown" },
        ]}
      />
    ),
  },
  ...results.map((result) => ({
    name: `outcome: ${result.kind}`,
    render: () => <Outcome result={result} at={at} address={address} />,
  })),
];

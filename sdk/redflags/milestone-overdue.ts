import { openMilestoneStates } from "../budget-states.ts";
import { whole } from "./compare.ts";
import type { RedFlagRule } from "./rule.ts";

export const milestoneOverdue: RedFlagRule<"dueAt" | "asOf" | "state"> = {
  id: "milestone-overdue",
  version: 1,
  appliesTo: "native",
  title: { th: "งวดงานเลยกำหนด", en: "Milestone overdue" },
  text: {
    th: "งวดงานเลยกำหนดแล้วแต่ยังไม่ได้ตรวจรับครบ",
    en: "The agreed day has passed and the work is not accepted in full.",
  },
  parameters: [],
  inputs: [
    { name: "dueAt", label: { th: "กำหนดส่ง", en: "Due" }, unit: "time" },
    { name: "asOf", label: { th: "เวลาล่าสุดของสมุดบัญชีกลาง", en: "Newest time of the ledger" }, unit: "time" },
    { name: "state", label: { th: "สถานะงวดงาน", en: "State of the milestone" }, unit: "milestoneState" },
  ],
  holds: (inputs) => {
    const [due, now] = [whole(inputs.dueAt), whole(inputs.asOf)];
    return due !== null && now !== null && due < now && openMilestoneStates.has(Number(inputs.state));
  },
};

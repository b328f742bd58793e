import type { Service } from "../define/service.ts";
import { text } from "../define/text.ts";
import { days } from "./days.ts";
import { pairReviewed, recommendationIssued } from "./reviews.ts";
import { corpusImported, runCompleted } from "./runs.ts";

export const duplicateLaw: Service = {
  name: "th.go.krisdika.duplicate-law",
  agency: {
    code: 92007,
    name: text(["สำนักงานคณะกรรมการกฤษฎีกา (สาธิต)", "Office of the Council of State (demonstration)"]),
    province: 10,
  },
  title: text(["ตรวจกฎหมายซ้ำซ้อน", "Duplicate-law check"]),
  purpose: text([
    "ตรวจได้ว่าระบบเทียบกฎหมายชุดใด ด้วยแบบจำลองรุ่นใดและเกณฑ์เท่าใด คู่ที่พบมีนักกฎหมายตรวจแล้วกี่คู่ เห็นตรงหรือต่างจากระบบ และข้อเสนอให้ยกเลิกหรือแก้ไขกฎหมายมาจากผลตรวจใด",
    "Which body of law was compared, by which model and threshold, how many of the pairs found were reviewed by lawyers, whether they agreed with the model, and on which findings a recommendation to repeal or amend rests.",
  ]),
  heartbeatSeconds: 172_800,
  maximumMergeDelaySeconds: 3_600,
  actions: [corpusImported, runCompleted, pairReviewed, recommendationIssued],
  follows: {
    "corpus.imported": [null],
    "run.completed": ["corpus.imported"],
    "pair.reviewed": [null],
    "recommendation.issued": ["pair.reviewed"],
  },
  days,
};

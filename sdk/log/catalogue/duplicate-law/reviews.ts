import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { quantity, units } from "../define/numbers.ts";
import { cid, date } from "../define/strings.ts";
import { humanOverride, modelVersion } from "../shared/decisions.ts";
import { promised, taken } from "../shared/standards.ts";
import type { Pair } from "../define/text.ts";

const findings = {
  duplicate: ["ซ้ำกัน", "they repeat each other"],
  overlap: ["ซ้อนกันบางส่วน", "they overlap"],
  conflict: ["ขัดกัน", "they contradict each other"],
  distinct: ["เป็นคนละเรื่อง", "they are about different things"],
} as const satisfies Record<string, Pair>;

export const pairReviewed = action("pair.reviewed", {
  title: ["นักกฎหมายตรวจคู่กฎหมาย", "Pair of laws reviewed"],
  sentence: [
    "นักกฎหมาย {reviewers} ตรวจแล้วว่า{finding} ระบบเห็นว่า{suggested} ด้วยคะแนน {score}: {humanOverride} (ใช้เวลา {daysTaken} จากที่สัญญาไว้ {daysPromised})",
    "Reviewed by lawyers ({reviewers}): {finding}; the model said that {suggested}, scoring {score}: {humanOverride} ({daysTaken} of the {daysPromised} promised)",
  ],
  fields: {
    finding: enumOf(["ผลการตรวจ", "finding"], findings),
    suggested: enumOf(["ความเห็นของระบบ", "what the model suggested"], findings),
    score: quantity(["คะแนน", "score"], units.percent, [0, 100]),
    reviewers: quantity(["ผู้ตรวจ", "reviewers"], units.people, [1, 20]),
    daysPromised: promised(units.days, 365),
    daysTaken: taken(units.days, 3_650),
    modelVersion: modelVersion("law-embedder"),
    humanOverride,
  },
  examples: [
    {
      finding: "duplicate",
      suggested: "duplicate",
      score: 97,
      reviewers: 2,
      daysPromised: 30,
      daysTaken: 11,
      modelVersion: "law-embedder/1.2",
      humanOverride: "confirmed",
    },
    {
      finding: "distinct",
      suggested: "conflict",
      score: 88,
      reviewers: 3,
      daysPromised: 30,
      daysTaken: 42,
      modelVersion: "law-embedder/1.2",
      humanOverride: "changed",
    },
  ],
  refused: [
    ["minimum", { reviewers: 0 }, "ต้องมีคนตรวจ", "somebody must review it"],
    ["enum", { finding: "unsure" }, "ผลต้องอยู่ในรายการ", "the finding is not of the list"],
  ],
});

export const recommendationIssued = action("recommendation.issued", {
  title: ["ออกข้อเสนอแนะ", "Recommendation issued"],
  sentence: [
    "เสนอ{addressee}ให้{advice} จากผลตรวจ {pairs} ขอคำตอบภายใน {answerBy}",
    "{addressee} was advised to {advice}, following the review of {pairs}; an answer is asked for by {answerBy}",
  ],
  fields: {
    addressee: enumOf(["ผู้รับข้อเสนอ", "addressed to"], {
      ministry: ["กระทรวงที่รักษาการ", "The ministry in charge"],
      cabinet: ["คณะรัฐมนตรี", "The cabinet"],
      parliament: ["รัฐสภา", "Parliament"],
      localCouncil: ["สภาท้องถิ่น", "The local council"],
    }),
    advice: enumOf(["ข้อเสนอ", "advice"], {
      repeal: ["ยกเลิกกฎหมาย", "repeal a law"],
      amend: ["แก้ไขกฎหมาย", "amend a law"],
      merge: ["รวมกฎหมายเข้าด้วยกัน", "merge laws"],
      keep: ["คงกฎหมายไว้", "keep a law"],
    }),
    pairs: quantity(["คู่กฎหมายที่เป็นที่มา", "pairs it rests on"], units.pairs, [1, 10_000]),
    document: cid(["เอกสารข้อเสนอ", "the recommendation"]),
    answerBy: date(["ขอคำตอบภายใน", "answer by"]),
  },
  examples: [
    {
      addressee: "ministry",
      advice: "repeal",
      pairs: 1,
      document: "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy",
      answerBy: "2027-02-22",
    },
    {
      addressee: "localCouncil",
      advice: "merge",
      pairs: 6,
      document: "bafkreifzjut3te7nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e",
      answerBy: "2027-01-31",
    },
  ],
  refused: [
    ["required", { document: undefined }, "ต้องมีเอกสารให้อ่าน", "there is no document to read"],
    ["enum", { advice: "ignore" }, "ข้อเสนอต้องอยู่ในรายการ", "the advice is not of the list"],
  ],
});

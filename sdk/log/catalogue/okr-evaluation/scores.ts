import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { basisPoints, basisPointsList, quantity, units } from "../define/numbers.ts";
import { humanOverride } from "../shared/decisions.ts";
import { promised, taken } from "../shared/standards.ts";
import { scoringRule } from "./cycles.ts";
import { MOST_KEY_RESULTS, weights } from "./objectives.ts";
import { SCORING_RULE } from "./scoring.ts";
import type { Grade } from "./scoring.ts";
import type { Pair } from "../define/text.ts";

export const scoreFinalised = action("score.finalised", {
  title: ["สรุปคะแนน", "Score finalised"],
  sentence: [
    "สรุปคะแนน {score} ระดับ{grade} จากผลลัพธ์ {results} น้ำหนัก {weights}: {humanOverride}",
    "The score is {score} ({grade}), from results of {results} weighing {weights}: {humanOverride}",
  ],
  fields: {
    results: basisPointsList(["ผลของแต่ละข้อ", "result of each"], MOST_KEY_RESULTS),
    weights,
    score: basisPoints(["คะแนน", "score"]),
    grade: enumOf(["ระดับ", "grade"], {
      outstanding: ["ดีเด่น", "outstanding"],
      veryGood: ["ดีมาก", "very good"],
      good: ["ดี", "good"],
      fair: ["พอใช้", "fair"],
      improve: ["ต้องปรับปรุง", "to improve"],
    } satisfies Record<Grade, Pair>),
    ruleVersion: scoringRule,
    humanOverride,
  },
  examples: [
    {
      results: [9_000, 8_000, 7_000],
      weights: [4_000, 3_000, 3_000],
      score: 8_100,
      grade: "veryGood",
      ruleVersion: SCORING_RULE,
      humanOverride: "confirmed",
    },
    {
      results: [5_500],
      weights: [10_000],
      score: 5_500,
      grade: "improve",
      ruleVersion: SCORING_RULE,
      humanOverride: "changed",
    },
  ],
  refused: [
    ["maximum", { score: 10_001 }, "คะแนนไม่เกิน 100 %", "a score is at most 100 %"],
    ["enum", { grade: "A" }, "ระดับต้องอยู่ในรายการ", "the grade is not of the list"],
  ],
});

export const appealFiled = action("appeal.filed", {
  title: ["ยื่นอุทธรณ์คะแนน", "Appeal filed"],
  sentence: [
    "มีผู้อุทธรณ์คะแนนเพราะ{ground} หลังทราบคะแนน {daysAfter} สัญญาว่าจะตัดสินภายใน {daysPromised}",
    "A score was appealed against because {ground}, {daysAfter} after it was known; a decision is promised within {daysPromised}",
  ],
  fields: {
    ground: enumOf(["เหตุ", "ground"], {
      evidenceIgnored: ["ไม่พิจารณาหลักฐาน", "evidence was not looked at"],
      wrongArithmetic: ["คำนวณผิด", "it was computed wrongly"],
      unfairTarget: ["เป้าไม่เป็นธรรม", "the target was unfair"],
      conflictOfInterest: ["ผู้ประเมินมีส่วนได้เสีย", "the evaluator had an interest"],
    }),
    daysAfter: taken(units.days, 366),
    daysPromised: promised(units.days, 90),
  },
  examples: [
    { ground: "evidenceIgnored", daysAfter: 5, daysPromised: 30 },
    { ground: "wrongArithmetic", daysAfter: 0, daysPromised: 30 },
  ],
  refused: [
    ["enum", { ground: "other" }, "เหตุต้องอยู่ในรายการ", "the ground is not of the list"],
    ["required", { daysPromised: undefined }, "ต้องบอกเวลาที่สัญญา", "the promised time is not said"],
  ],
});

export const appealDecided = action("appeal.decided", {
  title: ["ตัดสินอุทธรณ์", "Appeal decided"],
  sentence: [
    "คณะกรรมการ {reviewers} ตัดสินอุทธรณ์: {decision} คะแนนจาก {scoreBefore} เป็น {scoreAfter} (ใช้เวลา {daysTaken} จากที่สัญญาไว้ {daysPromised})",
    "The appeal was decided by a board ({reviewers}): {decision}; score {scoreBefore} before, {scoreAfter} after ({daysTaken} of the {daysPromised} promised)",
  ],
  fields: {
    decision: enumOf(["ผล", "decision"], {
      upheld: ["ฟังขึ้น", "upheld"],
      partlyUpheld: ["ฟังขึ้นบางส่วน", "upheld in part"],
      dismissed: ["ฟังไม่ขึ้น", "dismissed"],
    }),
    scoreBefore: basisPoints(["คะแนนก่อน", "score before"]),
    scoreAfter: basisPoints(["คะแนนหลัง", "score after"]),
    reviewers: quantity(["กรรมการ", "members of the board"], units.people, [3, 15]),
    daysPromised: promised(units.days, 90),
    daysTaken: taken(units.days, 3_650),
  },
  examples: [
    {
      decision: "upheld",
      scoreBefore: 7_400,
      scoreAfter: 8_050,
      reviewers: 3,
      daysPromised: 30,
      daysTaken: 21,
    },
    {
      decision: "dismissed",
      scoreBefore: 5_500,
      scoreAfter: 5_500,
      reviewers: 5,
      daysPromised: 30,
      daysTaken: 37,
    },
  ],
  refused: [
    ["minimum", { reviewers: 2 }, "กรรมการอย่างน้อยสามคน", "the board has at least three members"],
    ["type", { scoreAfter: 80.5 }, "ไม่ใช้เลขทศนิยม", "there are no fractions"],
  ],
});

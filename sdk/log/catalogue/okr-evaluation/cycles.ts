import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { buddhistYear, quantity, units } from "../define/numbers.ts";
import { date } from "../define/strings.ts";
import { SCORING_RULE } from "./scoring.ts";

export const scoringRule = enumOf(["วิธีคิดคะแนน", "scoring rule"], {
  [SCORING_RULE]: [
    "ค่าเฉลี่ยถ่วงน้ำหนักของผลลัพธ์สำคัญ ปัดครึ่งขึ้น (ฉบับที่ 1)",
    "weighted mean of key results, half rounded up (version 1)",
  ],
});

const fiscalYear = buddhistYear(["ปีงบประมาณ", "fiscal year"]);
const round = enumOf(["รอบ", "round"], {
  first: ["รอบที่ 1 (ตุลาคมถึงมีนาคม)", "round 1 (October to March)"],
  second: ["รอบที่ 2 (เมษายนถึงกันยายน)", "round 2 (April to September)"],
});
const people = (th: string, en: string) => quantity([th, en], units.people, [0, 1_000_000]);

export const cycleOpened = action("cycle.opened", {
  title: ["เปิดรอบประเมิน", "Cycle opened"],
  sentence: [
    "เปิดรอบประเมิน{round} ปีงบประมาณ {fiscalYear} ผู้รับการประเมิน {staff} ปิดรับเป้าหมาย {commitBy} ใช้วิธี{ruleVersion}",
    "Evaluation {round} of fiscal year {fiscalYear} was opened for {staff}; objectives by {commitBy}; rule: {ruleVersion}",
  ],
  fields: {
    fiscalYear,
    round,
    staff: people("ผู้รับการประเมิน", "staff"),
    commitBy: date(["ปิดรับเป้าหมาย", "objectives by"]),
    ruleVersion: scoringRule,
  },
  examples: [
    { fiscalYear: 2570, round: "first", staff: 412, commitBy: "2026-12-01", ruleVersion: SCORING_RULE },
    { fiscalYear: 2569, round: "second", staff: 405, commitBy: "2026-05-01", ruleVersion: SCORING_RULE },
  ],
  refused: [
    ["maximum", { fiscalYear: 25_700 }, "ปีงบประมาณเป็น พ.ศ. สี่หลัก", "fiscal years have four digits"],
    ["enum", { round: "third" }, "ปีหนึ่งมีสองรอบ", "a year has two rounds"],
  ],
});

export const cycleClosed = action("cycle.closed", {
  title: ["ปิดรอบประเมิน", "Cycle closed"],
  sentence: [
    "ปิดรอบประเมิน{round} ปีงบประมาณ {fiscalYear} ผู้รับการประเมิน {staff} ได้คะแนนแล้ว {scored} อุทธรณ์ค้างอยู่ {appealsOpen}",
    "Evaluation {round} of fiscal year {fiscalYear} was closed: {staff}, of whom {scored} have a score; {appealsOpen} are still under appeal",
  ],
  fields: {
    fiscalYear,
    round,
    staff: people("ผู้รับการประเมิน", "staff"),
    scored: people("ได้คะแนนแล้ว", "with a score"),
    appealsOpen: quantity(["อุทธรณ์ที่ค้าง", "open appeals"], units.cases, [0, 1_000_000]),
  },
  examples: [
    { fiscalYear: 2569, round: "second", staff: 405, scored: 401, appealsOpen: 4 },
    { fiscalYear: 2570, round: "first", staff: 412, scored: 412, appealsOpen: 0 },
  ],
  refused: [
    ["required", { appealsOpen: undefined }, "ต้องบอกอุทธรณ์ที่ค้าง", "the open appeals are not said"],
    ["minimum", { scored: -1 }, "จำนวนติดลบไม่ได้", "a count cannot be negative"],
  ],
});

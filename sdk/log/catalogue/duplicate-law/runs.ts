import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { quantity, units } from "../define/numbers.ts";
import { date, hash } from "../define/strings.ts";
import { modelVersion, ruleVersion } from "../shared/decisions.ts";

const corpusRoot = hash(["รากแฮชของเอกสารที่นำเข้า", "Merkle root of the imported texts"]);
const texts = (th: string, en: string) => quantity([th, en], units.documents, [0, 10_000_000]);

export const corpusImported = action("corpus.imported", {
  title: ["นำเข้ากฎหมาย", "Laws imported"],
  sentence: [
    "นำเข้า{corpus} {imported} (อ่านไม่ได้ {failed}) ตามที่ประกาศถึง {asOf}",
    "{imported} of {corpus} were imported ({failed} could not be read), as published by {asOf}",
  ],
  fields: {
    corpus: enumOf(["ชุดกฎหมาย", "body of law"], {
      acts: ["พระราชบัญญัติ", "acts"],
      decrees: ["พระราชกฤษฎีกา", "royal decrees"],
      regulations: ["กฎกระทรวง", "ministerial regulations"],
      notifications: ["ประกาศกระทรวง", "ministerial notifications"],
      ordinances: ["ข้อบัญญัติท้องถิ่น", "local ordinances"],
    }),
    imported: texts("นำเข้าได้", "imported"),
    failed: texts("อ่านไม่ได้", "not readable"),
    asOf: date(["ประกาศถึงวันที่", "as published by"]),
    corpusRoot,
  },
  examples: [
    {
      corpus: "acts",
      imported: 1_124,
      failed: 3,
      asOf: "2026-11-01",
      corpusRoot: "0x6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    },
    {
      corpus: "ordinances",
      imported: 20_411,
      failed: 212,
      asOf: "2026-10-31",
      corpusRoot: "0x9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a",
    },
  ],
  refused: [
    ["required", { corpusRoot: undefined }, "ขาดรากแฮช ตรวจซ้ำไม่ได้", "without the root nobody can check it"],
    ["minimum", { imported: -1 }, "จำนวนติดลบไม่ได้", "a count cannot be negative"],
  ],
});

export const runCompleted = action("run.completed", {
  title: ["ตรวจความซ้ำซ้อนเสร็จ", "Comparison completed"],
  sentence: [
    "เทียบกฎหมาย {pairs} พบคู่ที่น่าจะซ้ำหรือขัดกัน {candidates} (เกณฑ์ {threshold}) ใช้เวลา {minutesTaken}",
    "{pairs} were compared and {candidates} found that may repeat or contradict each other (threshold {threshold}); it took {minutesTaken}",
  ],
  fields: {
    corpusRoot,
    pairs: quantity(["คู่ที่เทียบ", "pairs compared"], units.pairs, [0, 999_999_999_999]),
    candidates: quantity(["คู่ที่น่าสงสัย", "pairs to be looked at"], units.pairs, [0, 100_000_000]),
    threshold: quantity(["เกณฑ์คะแนน", "threshold"], units.percent, [0, 100]),
    minutesTaken: quantity(["เวลาที่ใช้", "time taken"], units.minutes, [0, 100_000]),
    resultRoot: hash(["รากแฮชของผลทั้งหมด", "Merkle root of all results"]),
    modelVersion: modelVersion("law-embedder"),
    ruleVersion: ruleVersion("duplicate-law"),
  },
  examples: [
    {
      corpusRoot: "0x6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      pairs: 631_126,
      candidates: 214,
      threshold: 85,
      minutesTaken: 38,
      resultRoot: "0x9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a",
      modelVersion: "law-embedder/1.2",
      ruleVersion: "duplicate-law/3.0",
    },
    {
      corpusRoot: "0x9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a",
      pairs: 208_294_255,
      candidates: 9_120,
      threshold: 90,
      minutesTaken: 611,
      resultRoot: "0x6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      modelVersion: "law-embedder/1.2",
      ruleVersion: "duplicate-law/3.0",
    },
  ],
  refused: [
    ["maximum", { threshold: 101 }, "เกณฑ์ไม่เกิน 100", "a threshold is at most 100"],
    ["required", { modelVersion: undefined }, "ต้องบอกรุ่นของแบบจำลอง", "the model's version is not said"],
  ],
});

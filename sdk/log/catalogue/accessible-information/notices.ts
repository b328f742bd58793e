import { action } from "../define/action.ts";
import { enumOf, flag, listOf } from "../define/choices.ts";
import { quantity, units } from "../define/numbers.ts";
import { cid, date } from "../define/strings.ts";
import { ruleVersion } from "../shared/decisions.ts";
import { taken } from "../shared/standards.ts";
import { language } from "../shared/vocabulary.ts";

const document = cid(["เอกสารที่เผยแพร่", "published document"]);

export const noticePublished = action("notice.published", {
  title: ["เผยแพร่ประกาศที่คนตาบอดอ่านได้", "Accessible notice published"],
  sentence: [
    "เผยแพร่ประกาศเรื่อง{topic} เป็น{formats} ใช้ได้ถึง {validUntil} ตรวจโดย{checkedBy}",
    "A notice on {topic} was published as {formats}, valid until {validUntil}; checked by {checkedBy}",
  ],
  fields: {
    topic: enumOf(["เรื่อง", "topic"], {
      transport: ["การเดินทาง", "transport"],
      welfare: ["สวัสดิการ", "welfare"],
      health: ["สุขภาพ", "health"],
      education: ["การศึกษา", "education"],
      emergency: ["เหตุฉุกเฉิน", "emergencies"],
      elections: ["การเลือกตั้ง", "elections"],
    }),
    language,
    document,
    formats: listOf(["รูปแบบ", "formats"], {
      audio: ["เสียงอ่าน", "audio"],
      braille: ["อักษรเบรลล์", "braille"],
      largePrint: ["ตัวพิมพ์ใหญ่", "large print"],
      screenReader: ["หน้าเว็บสำหรับโปรแกรมอ่านจอ", "a page for screen readers"],
    }),
    validUntil: date(["ใช้ได้ถึง", "valid until"]),
    checkedBy: enumOf(["ผู้ตรวจการเข้าถึง", "accessibility checked by"], {
      automatic: ["ระบบอัตโนมัติ", "a program"],
      blindReviewer: ["ผู้ตรวจที่เป็นคนตาบอด", "a blind reviewer"],
      both: ["ระบบอัตโนมัติและผู้ตรวจที่เป็นคนตาบอด", "a program and a blind reviewer"],
    }),
    issuesFound: quantity(
      ["ข้อบกพร่องที่พบและยังไม่แก้", "faults found and not yet mended"],
      units.items,
      [0, 1_000],
    ),
    ruleVersion: ruleVersion("wcag"),
  },
  examples: [
    {
      topic: "transport",
      language: "th",
      document: "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy",
      formats: ["audio", "screenReader"],
      validUntil: "2026-12-31",
      checkedBy: "both",
      issuesFound: 0,
      ruleVersion: "wcag/2.2",
    },
    {
      topic: "welfare",
      language: "th",
      document: "bafkreifzjut3te7nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e",
      formats: ["braille"],
      validUntil: "2027-09-30",
      checkedBy: "blindReviewer",
      issuesFound: 1,
      ruleVersion: "wcag/2.2",
    },
  ],
  refused: [
    ["uniqueItems", { formats: ["audio", "audio"] }, "รูปแบบซ้ำ", "a format stands there twice"],
    ["pattern", { document: "https://example.org/a" }, "เอกสารต้องเป็น CID", "the document is no CID"],
    ["minItems", { formats: [] }, "ต้องมีอย่างน้อยหนึ่งรูปแบบ", "there is no format at all"],
  ],
});

export const noticeCorrected = action("notice.corrected", {
  title: ["แก้ไขประกาศ", "Notice corrected"],
  sentence: [
    "แก้ไขประกาศเพราะ{reason} หลังเผยแพร่ไปแล้ว {hoursPublished} และ{announced}",
    "The notice was corrected because {reason}, {hoursPublished} after it was published; {announced}",
  ],
  fields: {
    reason: enumOf(["เหตุผล", "reason"], {
      wrongFact: ["ข้อเท็จจริงผิด", "a fact was wrong"],
      unreadable: ["โปรแกรมอ่านจออ่านไม่ได้", "screen readers could not read it"],
      wrongAudio: ["เสียงอ่านไม่ตรงกับข้อความ", "the audio differed from the text"],
      changedPlan: ["แผนเปลี่ยน", "plans changed"],
    }),
    document,
    hoursPublished: taken(units.hours, 87_600),
    announced: flag(
      ["แจ้งผู้ที่ได้รับประกาศเดิม", "those who had the old notice were told"],
      ["แจ้งผู้ที่ได้รับประกาศเดิมแล้ว", "those who had the old one were told"],
      ["ยังไม่ได้แจ้งผู้ที่ได้รับประกาศเดิม", "those who had the old one were not told"],
    ),
  },
  examples: [
    {
      reason: "wrongAudio",
      document: "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy",
      hoursPublished: 6,
      announced: true,
    },
    {
      reason: "changedPlan",
      document: "bafkreifzjut3te7nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e",
      hoursPublished: 90,
      announced: false,
    },
  ],
  refused: [
    ["type", { announced: "yes" }, "ต้องเป็นจริงหรือเท็จ", "it must be true or false"],
    ["required", { document: undefined }, "ต้องมีฉบับที่แก้แล้ว", "the corrected text is missing"],
  ],
});

export const noticeExpired = action("notice.expired", {
  title: ["ประกาศหมดอายุ", "Notice expired"],
  sentence: [
    "ประกาศเลิกใช้เพราะ{reason} หลังใช้มา {daysValid}",
    "The notice ended because {reason}, after {daysValid}",
  ],
  fields: {
    reason: enumOf(["เหตุผล", "reason"], {
      validityEnded: ["ครบกำหนด", "its time was over"],
      replaced: ["มีฉบับใหม่แทน", "a new one replaced it"],
      withdrawn: ["หน่วยงานเพิกถอน", "the agency withdrew it"],
    }),
    daysValid: taken(units.days, 3_650),
  },
  examples: [
    { reason: "validityEnded", daysValid: 30 },
    { reason: "withdrawn", daysValid: 1 },
  ],
  refused: [
    ["enum", { reason: "old" }, "เหตุผลต้องอยู่ในรายการ", "the reason is not of the list"],
    ["maximum", { daysValid: 4_000 }, "นานเกินสิบปี", "it is longer than ten years"],
  ],
});

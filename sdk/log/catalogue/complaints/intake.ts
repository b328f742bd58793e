import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { optional } from "../define/field.ts";
import { quantity, units } from "../define/numbers.ts";
import { geohash5 } from "../define/strings.ts";
import { humanOverride, modelVersion, ruleVersion } from "../shared/decisions.ts";
import { promised, taken } from "../shared/standards.ts";
import { channel } from "../shared/vocabulary.ts";
import { category, categoryBefore, department, departmentBefore } from "./vocabulary.ts";

const confidence = quantity(["ความมั่นใจของระบบ", "confidence of the system"], units.percent, [0, 100]);

export const complaintCreated = action("complaint.created", {
  title: ["รับเรื่องร้องเรียน", "Complaint received"],
  sentence: [
    "รับเรื่องร้องเรียนเรื่อง{category}ใน{place} ทาง{channel} พร้อมภาพ {photos} สัญญาว่าจะแก้ไขภายใน {daysPromised}",
    "A complaint about {category} in {place} came by {channel} with {photos}; it is to be resolved within {daysPromised}",
  ],
  fields: {
    category,
    place: geohash5(),
    channel,
    photos: quantity(["ภาพที่แนบ", "photographs"], units.photos, [0, 10]),
    daysPromised: promised(units.days, 365),
  },
  examples: [
    { category: "pavement", place: "w4rqq", channel: "app", photos: 2, daysPromised: 14 },
    { category: "flooding", place: "w4rqy", channel: "chat", photos: 1, daysPromised: 7 },
  ],
  refused: [
    ["additionalProperties", { text: "…" }, "ข้อความของผู้ร้องอยู่ที่หน่วยงาน", "the text stays at the agency"],
    ["maximum", { photos: 11 }, "ภาพไม่เกิน 10", "there are at most ten photographs"],
  ],
});

export const complaintClassified = action("complaint.classified", {
  title: ["จัดประเภทเรื่อง", "Complaint classified"],
  sentence: [
    "จัดเป็นเรื่อง{category}[ จากเดิมเรื่อง{categoryBefore}] ความมั่นใจ {confidence}: {humanOverride}",
    "The complaint was classified as one about {category}[ (before: {categoryBefore})], confidence {confidence}: {humanOverride}",
  ],
  fields: {
    category,
    categoryBefore: optional(categoryBefore),
    confidence,
    modelVersion: modelVersion("complaint-sorter"),
    humanOverride,
  },
  examples: [
    { category: "pavement", confidence: 94, modelVersion: "complaint-sorter/2.1", humanOverride: "none" },
    {
      category: "wires",
      categoryBefore: "trees",
      confidence: 48,
      modelVersion: "complaint-sorter/2.1",
      humanOverride: "changed",
    },
  ],
  refused: [
    ["required", { modelVersion: undefined }, "ต้องบอกรุ่นของแบบจำลอง", "the model's version is not said"],
    ["enum", { category: "person" }, "ประเภทต้องอยู่ในรายการ", "the category is not of the list"],
  ],
});

export const complaintRouted = action("complaint.routed", {
  title: ["ส่งต่อเรื่อง", "Complaint sent on"],
  sentence: [
    "เรื่องร้องเรียนถูกส่งต่อให้{department}[ จาก{departmentBefore}] (ใช้เวลา {hoursTaken} จากที่สัญญาไว้ {hoursPromised})",
    "The complaint was sent on to {department}[ from {departmentBefore}] ({hoursTaken} of the {hoursPromised} promised)",
  ],
  fields: {
    department,
    departmentBefore: optional(departmentBefore),
    hoursPromised: promised(units.hours, 720),
    hoursTaken: taken(units.hours, 8_760),
    ruleVersion: ruleVersion("routing"),
    humanOverride,
  },
  examples: [
    {
      department: "works",
      hoursPromised: 72,
      hoursTaken: 48,
      ruleVersion: "routing/5.0",
      humanOverride: "none",
    },
    {
      department: "district",
      departmentBefore: "works",
      hoursPromised: 72,
      hoursTaken: 100,
      ruleVersion: "routing/5.0",
      humanOverride: "changed",
    },
  ],
  refused: [
    ["enum", { department: "police" }, "หน่วยงานต้องอยู่ในรายการ", "the department is not of the list"],
    ["required", { ruleVersion: undefined }, "ต้องบอกรุ่นของกฎ", "the rule's version is not said"],
  ],
});

export const complaintMerged = action("complaint.merged", {
  title: ["รวมกับเรื่องเดิม", "Complaint merged"],
  sentence: [
    "รวมกับเรื่องที่มีอยู่แล้วเพราะ{reason}: {humanOverride} รวมกันแล้วเป็น {together}",
    "The complaint was merged with an earlier one because {reason}: {humanOverride}; that one now stands for {together}",
  ],
  fields: {
    reason: enumOf(["เหตุผล", "reason"], {
      samePlace: ["เป็นจุดเดียวกัน", "it is the same spot"],
      sameCause: ["มีสาเหตุเดียวกัน", "it has the same cause"],
      samePhoto: ["เป็นภาพเดียวกัน", "it has the same photograph"],
    }),
    together: quantity(["เรื่องที่รวมแล้ว", "complaints together"], units.cases, [2, 100_000]),
    modelVersion: modelVersion("complaint-sorter"),
    humanOverride,
  },
  examples: [
    { reason: "samePlace", together: 2, modelVersion: "complaint-sorter/2.1", humanOverride: "confirmed" },
    { reason: "sameCause", together: 17, modelVersion: "complaint-sorter/2.1", humanOverride: "none" },
  ],
  refused: [
    ["minimum", { together: 1 }, "รวมแล้วต้องมีอย่างน้อยสองเรื่อง", "merged complaints are at least two"],
    [
      "required",
      { humanOverride: undefined },
      "ต้องบอกว่ามีคนตรวจหรือไม่",
      "it is not said whether a person checked",
    ],
  ],
});

/** Counted by the day: a single click would say when somebody stood where. */
export const complaintSupported = action("complaint.supported", {
  title: ["ผู้ร่วมสนับสนุนเรื่อง", "Supporters of a complaint"],
  sentence: [
    "วันนี้มีผู้ร่วมสนับสนุนเรื่องนี้เพิ่ม {added} รวมเป็น {total}",
    "Today {added} joined in supporting this complaint: {total} together",
  ],
  fields: {
    added: quantity(["เพิ่มในวันนี้", "added today"], units.people, [1, 1_000_000]),
    total: quantity(["รวม", "together"], units.people, [1, 10_000_000]),
  },
  examples: [
    { added: 3, total: 3 },
    { added: 41, total: 118 },
  ],
  refused: [
    ["minimum", { added: 0 }, "ไม่มีผู้สนับสนุนไม่ต้องบันทึก", "nothing is said when there is nobody"],
    ["type", { total: "3" }, "ต้องเป็นตัวเลข", "it is no number"],
  ],
});

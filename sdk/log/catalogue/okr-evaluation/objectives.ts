import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { basisPointsList, ordinal, quantity, units } from "../define/numbers.ts";
import { date } from "../define/strings.ts";

/** At most five key results; the same limit everywhere. */
export const MOST_KEY_RESULTS = 5;

export const weights = basisPointsList(
  ["น้ำหนักของผลลัพธ์สำคัญแต่ละข้อ (รวม 100 %)", "weights of the key results (together 100 %)"],
  MOST_KEY_RESULTS,
);
const keyResult = ordinal(["ผลลัพธ์สำคัญข้อที่", "key result"], [1, MOST_KEY_RESULTS]);

export const objectiveCommitted = action("objective.committed", {
  title: ["ตั้งเป้าหมาย", "Objective committed"],
  sentence: [
    "ตั้งเป้าหมายด้าน{aim} มีผลลัพธ์สำคัญน้ำหนัก {weights} ครบกำหนด {due}",
    "An objective on {aim} was committed, its key results weighing {weights}, due on {due}",
  ],
  fields: {
    aim: enumOf(["ด้าน", "aim"], {
      service: ["บริการประชาชน", "service to the public"],
      quality: ["คุณภาพงาน", "quality of work"],
      time: ["ความรวดเร็ว", "speed"],
      cost: ["ความคุ้มค่า", "economy"],
      learning: ["การพัฒนาตนเอง", "learning"],
      integrity: ["ความโปร่งใส", "transparency"],
    }),
    weights,
    due: date(["ครบกำหนด", "due"]),
  },
  examples: [
    { aim: "service", weights: [4_000, 3_000, 3_000], due: "2027-03-31" },
    { aim: "learning", weights: [10_000], due: "2027-03-31" },
  ],
  refused: [
    [
      "maxItems",
      { weights: [2_000, 2_000, 2_000, 2_000, 1_000, 1_000] },
      "ไม่เกินห้าข้อ",
      "there are at most five",
    ],
    ["additionalProperties", { name: "…" }, "ไม่เก็บชื่อผู้รับการประเมิน", "nobody is named"],
  ],
});

export const krAmended = action("kr.amended", {
  title: ["แก้ผลลัพธ์สำคัญ", "Key result amended"],
  sentence: [
    "แก้ผลลัพธ์สำคัญข้อที่ {keyResult} ({change}) เพราะ{reason} อนุมัติโดย{approvedBy} หลังตั้งเป้าหมาย {daysAfter}",
    "Key result {keyResult} was amended ({change}) because {reason}, approved by {approvedBy}, {daysAfter} after it was committed",
  ],
  fields: {
    keyResult,
    change: enumOf(["สิ่งที่แก้", "change"], {
      targetUp: ["เพิ่มเป้า", "target raised"],
      targetDown: ["ลดเป้า", "target lowered"],
      later: ["เลื่อนกำหนด", "due later"],
      measure: ["เปลี่ยนวิธีวัด", "measured otherwise"],
    }),
    reason: enumOf(["เหตุผล", "reason"], {
      budgetChanged: ["งบประมาณเปลี่ยน", "the budget changed"],
      lawChanged: ["กฎหมายเปลี่ยน", "the law changed"],
      duties: ["หน้าที่เปลี่ยน", "duties changed"],
      disaster: ["เกิดภัยพิบัติ", "of a disaster"],
      mistake: ["ตั้งไว้ผิด", "it was set by mistake"],
    }),
    approvedBy: enumOf(["ผู้อนุมัติ", "approved by"], {
      supervisor: ["ผู้บังคับบัญชา", "the supervisor"],
      committee: ["คณะกรรมการ", "the committee"],
    }),
    daysAfter: quantity(["วันหลังตั้งเป้าหมาย", "days after it was committed"], units.days, [0, 366]),
  },
  examples: [
    { keyResult: 2, change: "later", reason: "budgetChanged", approvedBy: "supervisor", daysAfter: 40 },
    { keyResult: 1, change: "targetDown", reason: "disaster", approvedBy: "committee", daysAfter: 151 },
  ],
  refused: [
    ["maximum", { keyResult: 6 }, "ไม่เกินห้าข้อ", "there are at most five"],
    ["enum", { approvedBy: "self" }, "อนุมัติเองไม่ได้", "nobody approves for themselves"],
  ],
});

export const checkinRecorded = action("checkin.recorded", {
  title: ["ติดตามความคืบหน้า", "Check-in recorded"],
  sentence: [
    "ติดตามครั้งที่ {checkin}: คืบหน้า {progress} แนวโน้ม{confidence}",
    "Check-in {checkin}: progress {progress}; {confidence}",
  ],
  fields: {
    checkin: ordinal(["ครั้งที่", "check-in"], [1, 60]),
    progress: basisPointsList(["ความคืบหน้าของแต่ละข้อ", "progress of each"], MOST_KEY_RESULTS),
    confidence: enumOf(["แนวโน้ม", "outlook"], {
      onTrack: ["เป็นไปตามแผน", "on track"],
      atRisk: ["เสี่ยง", "at risk"],
      offTrack: ["ไม่น่าจะสำเร็จ", "off track"],
    }),
  },
  examples: [
    { checkin: 1, progress: [1_000, 2_500, 0], confidence: "onTrack" },
    { checkin: 4, progress: [4_000], confidence: "atRisk" },
  ],
  refused: [
    ["maximum", { progress: [10_001] }, "คืบหน้าไม่เกิน 100 %", "progress is at most 100 %"],
    ["minItems", { progress: [] }, "ต้องมีอย่างน้อยหนึ่งข้อ", "there is at least one"],
  ],
});

import { action } from "../catalogue/define/action.ts";
import { enumOf } from "../catalogue/define/choices.ts";
import { ordinal } from "../catalogue/define/numbers.ts";

/** The agency deleted an entry's private payload, its key and its salt: what is missing is lawfully erased. */
export const payloadErased = action("privacy.payload.erased", {
  title: ["ลบเนื้อหาส่วนบุคคลตามกฎหมาย", "Private content erased lawfully"],
  sentence: [
    "หน่วยงานลบเนื้อหาส่วนบุคคลของบันทึกลำดับที่ {index} พร้อมกุญแจ เพราะ{reason} ตัวบันทึกยังอยู่ครบ",
    "The agency erased the private content of entry {index} together with its key, because {reason}; the entry itself remains",
  ],
  fields: {
    index: ordinal(["ลำดับของบันทึก", "index of the entry"], [0, Number.MAX_SAFE_INTEGER]),
    reason: enumOf(["เหตุผล", "reason"], {
      subjectRequest: ["เจ้าของข้อมูลขอให้ลบ", "the person concerned asked for it"],
      retentionEnded: ["ครบระยะเวลาเก็บรักษา", "the time for keeping it ended"],
      consentWithdrawn: ["เจ้าของข้อมูลถอนความยินยอม", "consent was withdrawn"],
      unlawfulCollection: ["เก็บมาโดยไม่ชอบด้วยกฎหมาย", "it should not have been collected"],
      courtOrder: ["ศาลหรือผู้มีอำนาจสั่งให้ลบ", "a court or authority ordered it"],
    }),
  },
  examples: [
    { index: 0, reason: "subjectRequest" },
    { index: 90_311, reason: "retentionEnded" },
  ],
  refused: [
    ["type", { index: "0" }, "ลำดับต้องเป็นตัวเลข", "the index is no number"],
    ["enum", { reason: "other" }, "เหตุผลต้องอยู่ในรายการ", "the reason is not of the list"],
    ["additionalProperties", { name: "x" }, "ไม่มีช่องอื่น", "there is no other property"],
  ],
});

import { action } from "../catalogue/define/action.ts";
import { enumOf } from "../catalogue/define/choices.ts";
import { ordinal } from "../catalogue/define/numbers.ts";

const number = (th: string, en: string) => ordinal([th, en], [1, Number.MAX_SAFE_INTEGER]);

/**
 * A writer says openly which of its numbers will never come. `from` is the number that the log expected, the entry's own
 * `clientSeq` is `to` + 1.
 */
export const gapDeclared = action("log.gapDeclared", {
  title: ["แจ้งลำดับที่ขาดหายของบันทึก", "Missing numbers declared"],
  sentence: [
    "ผู้บันทึกแจ้งว่าบันทึกลำดับที่ {from} ถึง {to} ของตนจะไม่มีวันมาถึง เพราะ{reason}",
    "The writer declared that its entries {from} to {to} will never come, because {reason}",
  ],
  fields: {
    from: number("ลำดับแรกที่ขาด", "first missing number"),
    to: number("ลำดับสุดท้ายที่ขาด", "last missing number"),
    reason: enumOf(["เหตุผล", "reason"], {
      lostBeforeSending: ["ข้อมูลสูญหายก่อนส่ง", "the data were lost before they were sent"],
      restoredFromBackup: ["ระบบถูกกู้คืนจากข้อมูลสำรอง", "the system was restored from a backup"],
      neverUsed: ["ไม่เคยใช้ลำดับเหล่านี้", "these numbers were never used"],
      refusedByLog: ["สมุดบันทึกปฏิเสธเนื้อหาเดิม", "the log refused what stood there"],
    }),
  },
  examples: [
    { from: 18, to: 18, reason: "refusedByLog" },
    { from: 1204, to: 1260, reason: "restoredFromBackup" },
  ],
  refused: [
    ["minimum", { from: 0 }, "ลำดับเริ่มที่ 1", "numbers begin with 1"],
    ["enum", { reason: "mistake" }, "เหตุผลต้องอยู่ในรายการ", "the reason is not of the list"],
    ["required", { to: undefined }, "ต้องบอกลำดับสุดท้ายที่ขาด", "the last missing number is not said"],
  ],
});

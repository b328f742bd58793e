import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { quantity, units } from "../define/numbers.ts";
import { hash } from "../define/strings.ts";

const records = (th: string, en: string) => quantity([th, en], units.items, [0, 10_000_000]);

export const dltSynced = action("dlt.synced", {
  title: ["เทียบกับทะเบียนกรมการขนส่งทางบก", "Compared with the land-transport register"],
  sentence: [
    "เทียบข้อมูลกับทะเบียนกรมการขนส่งทางบก{outcome}: เทียบ {compared} ตรงกัน {matched} แก้ให้ตรง {corrected} ไม่พบในทะเบียน {missing}",
    "Compared with the register of the Department of Land Transport, {outcome}: {compared} compared, {matched} equal, {corrected} corrected, {missing} not in the register",
  ],
  fields: {
    outcome: enumOf(["ผล", "outcome"], {
      complete: ["ครบถ้วน", "completely"],
      partial: ["ได้บางส่วน", "in part"],
      failed: ["ไม่สำเร็จ", "without success"],
    }),
    compared: records("เทียบแล้ว", "compared"),
    matched: records("ตรงกัน", "equal"),
    corrected: records("แก้ให้ตรง", "corrected"),
    missing: records("ไม่พบในทะเบียน", "not in the register"),
    minutesTaken: quantity(["เวลาที่ใช้", "time taken"], units.minutes, [0, 1_440]),
    snapshotRoot: hash(["รากแฮชของทะเบียนที่เทียบ", "Merkle root of the register as compared"]),
  },
  examples: [
    {
      outcome: "complete",
      compared: 8_214,
      matched: 8_201,
      corrected: 11,
      missing: 2,
      minutesTaken: 7,
      snapshotRoot: "0x9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a",
    },
    {
      outcome: "failed",
      compared: 0,
      matched: 0,
      corrected: 0,
      missing: 0,
      minutesTaken: 30,
      snapshotRoot: "0x6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    },
  ],
  refused: [
    ["pattern", { snapshotRoot: "0x9f64" }, "รากแฮชต้องยาว 32 ไบต์", "a root has 32 bytes"],
    ["type", { matched: null }, "ต้องเป็นตัวเลข", "it is no number"],
  ],
});

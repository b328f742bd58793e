import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { quantity, units } from "../define/numbers.ts";
import { date } from "../define/strings.ts";
import { promised } from "../shared/standards.ts";

export const appointmentBooked = action("appointment.booked", {
  title: ["นัดหมาย", "Appointment booked"],
  sentence: [
    "นัดหมายเพื่อ{purpose} ได้คิวในอีก {daysUntil} จากที่สัญญาว่าไม่เกิน {daysPromised}",
    "An appointment {purpose} was booked in {daysUntil}; at most {daysPromised} are promised",
  ],
  fields: {
    purpose: enumOf(["เรื่องที่นัด", "purpose"], {
      statement: ["ให้ปากคำ", "to give a statement"],
      collectDocument: ["รับเอกสาร", "to collect a document"],
      evidence: ["ส่งมอบพยานหลักฐาน", "to hand over evidence"],
      mediation: ["ไกล่เกลี่ย", "for mediation"],
      officer: ["พบพนักงานสอบสวน", "to see the investigator"],
    }),
    day: date(["วันนัด", "day of the appointment"]),
    daysPromised: promised(units.days, 90),
    daysUntil: quantity(["อีกกี่วันจึงถึงวันนัด", "days until the appointment"], units.days, [0, 365]),
  },
  examples: [
    { purpose: "collectDocument", day: "2026-11-26", daysPromised: 3, daysUntil: 2 },
    { purpose: "mediation", day: "2026-12-14", daysPromised: 14, daysUntil: 20 },
  ],
  refused: [
    ["format", { day: "2026-02-30" }, "ไม่มีวันนี้ในปฏิทิน", "there is no such day"],
    ["required", { daysPromised: undefined }, "ต้องบอกเวลาที่สัญญา", "the promised time is not said"],
  ],
});

import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { ordinal, quantity, units } from "../define/numbers.ts";
import { date } from "../define/strings.ts";
import { humanOverride, modelVersion } from "../shared/decisions.ts";
import { taken } from "../shared/standards.ts";
import { channel, language } from "../shared/vocabulary.ts";

export const registrationGuided = action("registration.guided", {
  title: ["ช่วยขึ้นทะเบียนเกษตรกร", "Registration guided"],
  sentence: [
    "ช่วยเกษตรกรขึ้นทะเบียนทาง{channel} ถึงขั้น{step}: {outcome} (ใช้เวลา {minutesTaken})",
    "A farmer was guided through registration by {channel} up to {step}: {outcome} ({minutesTaken})",
  ],
  fields: {
    channel,
    language,
    step: enumOf(["ขั้นตอน", "step"], {
      rights: ["ตรวจสิทธิ", "checking the right to register"],
      documents: ["เตรียมเอกสาร", "the documents"],
      plot: ["วาดแปลง", "drawing the plot"],
      submitted: ["ส่งคำขอ", "sending the application"],
    }),
    outcome: enumOf(["ผล", "outcome"], {
      completed: ["เสร็จ", "completed"],
      handedToOfficer: ["ส่งต่อเจ้าหน้าที่เกษตรตำบล", "handed to the subdistrict's officer"],
      leftOff: ["เกษตรกรพักไว้", "left off by the farmer"],
    }),
    minutesTaken: taken(units.minutes, 10_000),
    modelVersion: modelVersion("farm-guide"),
    humanOverride,
  },
  examples: [
    {
      channel: "chat",
      language: "th",
      step: "submitted",
      outcome: "completed",
      minutesTaken: 18,
      modelVersion: "farm-guide/1.5",
      humanOverride: "none",
    },
    {
      channel: "phone",
      language: "lo",
      step: "plot",
      outcome: "handedToOfficer",
      minutesTaken: 31,
      modelVersion: "farm-guide/1.5",
      humanOverride: "changed",
    },
  ],
  refused: [
    ["additionalProperties", { deed: "…" }, "ไม่เก็บเลขโฉนด", "no title deed is kept"],
    ["enum", { step: "paid" }, "ไม่มีขั้นตอนนี้", "there is no such step"],
  ],
});

export const updateReminded = action("update.reminded", {
  title: ["เตือนให้ปรับปรุงทะเบียน", "Reminded to update the register"],
  sentence: [
    "เตือนให้ปรับปรุงทะเบียนหลังปลูก ทาง{channel} ครั้งที่ {reminder} กำหนด {due} เหลือ {daysLeft}",
    "Reminded by {channel} to update the register after planting (reminder {reminder}): due on {due}, {daysLeft} left",
  ],
  fields: {
    channel,
    reminder: ordinal(["เตือนครั้งที่", "reminder"], [1, 20]),
    due: date(["กำหนด", "due"]),
    daysLeft: quantity(["เหลือ", "left"], units.days, [0, 366]),
  },
  examples: [
    { channel: "chat", reminder: 1, due: "2026-12-15", daysLeft: 21 },
    { channel: "phone", reminder: 3, due: "2026-11-26", daysLeft: 2 },
  ],
  refused: [
    ["minimum", { daysLeft: -1 }, "เลยกำหนดแล้วไม่ใช่การเตือน", "after the day it is no reminder"],
    ["format", { due: "2026-13-01" }, "ไม่มีวันนี้ในปฏิทิน", "there is no such day"],
  ],
});

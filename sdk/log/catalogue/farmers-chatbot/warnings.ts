import { action } from "../define/action.ts";
import { quantity, units } from "../define/numbers.ts";
import { date, geohash5 } from "../define/strings.ts";
import { humanOverride, modelVersion } from "../shared/decisions.ts";
import { promised, taken } from "../shared/standards.ts";
import { alertLevel } from "../shared/vocabulary.ts";
import { crop, hazard } from "./vocabulary.ts";

export const warningIssued = action("warning.issued", {
  title: ["ออกคำเตือน", "Warning issued"],
  sentence: [
    "เตือน{hazard}สำหรับ{crop}ใน{place} ระดับ{level} มีผลถึง {validUntil}: {humanOverride}",
    "A warning of {hazard} for {crop} in {place}, level “{level}”, holds until {validUntil}: {humanOverride}",
  ],
  fields: {
    hazard,
    crop,
    place: geohash5(),
    level: alertLevel,
    validUntil: date(["มีผลถึง", "holds until"]),
    modelVersion: modelVersion("crop-watch"),
    humanOverride,
  },
  examples: [
    {
      hazard: "pest",
      crop: "rice",
      place: "w4x8p",
      level: "warning",
      validUntil: "2026-12-01",
      modelVersion: "crop-watch/2.0",
      humanOverride: "confirmed",
    },
    {
      hazard: "drought",
      crop: "cassava",
      place: "w5bcd",
      level: "watch",
      validUntil: "2026-12-31",
      modelVersion: "crop-watch/2.0",
      humanOverride: "none",
    },
  ],
  refused: [
    ["required", { validUntil: undefined }, "ต้องบอกว่ามีผลถึงเมื่อใด", "it is not said until when it holds"],
    ["enum", { crop: "poppy" }, "พืชต้องอยู่ในรายการ", "the crop is not of the list"],
  ],
});

export const warningDelivered = action("warning.delivered", {
  title: ["ส่งคำเตือนถึงเกษตรกร", "Warning delivered"],
  sentence: [
    "คำเตือนส่งถึงเกษตรกรราว {delivered} จากราว {recipients} (ใช้เวลา {minutesTaken} จากที่สัญญาไว้ {minutesPromised})",
    "The warning reached about {delivered} of about {recipients} ({minutesTaken} of the {minutesPromised} promised)",
  ],
  fields: {
    recipients: quantity(["ผู้รับ (ปัดเป็นสิบ)", "recipients (in tens)"], units.people, [0, 10_000_000], 10),
    delivered: quantity(["ได้รับจริง (ปัดเป็นสิบ)", "reached (in tens)"], units.people, [0, 10_000_000], 10),
    minutesPromised: promised(units.minutes, 1_440),
    minutesTaken: taken(units.minutes, 100_000),
  },
  examples: [
    { recipients: 640, delivered: 610, minutesPromised: 30, minutesTaken: 8 },
    { recipients: 90, delivered: 90, minutesPromised: 30, minutesTaken: 51 },
  ],
  refused: [
    ["multipleOf", { delivered: 7 }, "จำนวนคนต้องปัดเป็นสิบ", "people are counted in tens"],
    ["type", { recipients: "640" }, "ต้องเป็นตัวเลข", "it is no number"],
  ],
});

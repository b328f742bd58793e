import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { optional } from "../define/field.ts";
import { quantity, units } from "../define/numbers.ts";
import { dateTime, geohash5 } from "../define/strings.ts";
import { humanOverride, modelVersion } from "../shared/decisions.ts";
import { promised, taken } from "../shared/standards.ts";
import { alertLevel } from "../shared/vocabulary.ts";
import { device } from "./devices.ts";

export const alertRaised = action("alert.raised", {
  title: ["แจ้งเหตุในป่า", "Forest alert raised"],
  sentence: [
    "แจ้งเหตุ{hazard} ระดับ{level} ใน{place} จากเครื่อง {device} ความมั่นใจ {confidence} (ใช้เวลา {secondsTaken} จากที่สัญญาไว้ {secondsPromised})",
    "An alert of {hazard}, level “{level}”, was raised for {place} by device {device} with {confidence} confidence ({secondsTaken} of the {secondsPromised} promised)",
  ],
  fields: {
    device,
    hazard: enumOf(["เหตุ", "hazard"], {
      fire: ["ไฟป่า", "fire"],
      logging: ["ลักลอบตัดไม้", "illegal logging"],
      flood: ["น้ำหลาก", "a flash flood"],
      heat: ["ร้อนแล้งผิดปกติ", "unusual heat and drought"],
    }),
    level: alertLevel,
    place: geohash5(),
    firstSeen: dateTime(["เครื่องตรวจพบครั้งแรก", "first seen by the device"]),
    confidence: quantity(["ความมั่นใจ", "confidence"], units.percent, [0, 100]),
    secondsPromised: promised(units.seconds, 3_600),
    secondsTaken: taken(units.seconds, 86_400),
    modelVersion: modelVersion("forest-eyes"),
    humanOverride,
  },
  examples: [
    {
      device: "FS-0001",
      hazard: "fire",
      level: "danger",
      place: "w5qfx",
      firstSeen: "2026-11-24T03:04:05Z",
      confidence: 91,
      secondsPromised: 120,
      secondsTaken: 48,
      modelVersion: "forest-eyes/3.0",
      humanOverride: "none",
    },
    {
      device: "FS-0017",
      hazard: "logging",
      level: "watch",
      place: "w5r4b",
      firstSeen: "2026-11-24T20:11:00Z",
      confidence: 62,
      secondsPromised: 120,
      secondsTaken: 180,
      modelVersion: "forest-eyes/3.0",
      humanOverride: "none",
    },
  ],
  refused: [
    ["maximum", { confidence: 101 }, "ความมั่นใจไม่เกิน 100", "confidence is at most 100"],
    ["type", { confidence: 0.91 }, "ไม่ใช้เลขทศนิยม", "there are no fractions"],
  ],
});

export const alertAcknowledged = action("alert.acknowledged", {
  title: ["รับทราบเหตุ", "Alert acknowledged"],
  sentence: [
    "{acknowledgedBy}รับทราบเหตุและ{response} (ใช้เวลา {minutesTaken} จากที่สัญญาไว้ {minutesPromised})",
    "{acknowledgedBy} acknowledged the alert and {response} ({minutesTaken} of the {minutesPromised} promised)",
  ],
  fields: {
    acknowledgedBy: enumOf(["ผู้รับทราบ", "acknowledged by"], {
      rangerStation: ["หน่วยพิทักษ์ป่า", "The ranger station"],
      fireStation: ["สถานีควบคุมไฟป่า", "The fire-control station"],
      province: ["ศูนย์จังหวัด", "The province's centre"],
    }),
    response: enumOf(["สิ่งที่ทำ", "response"], {
      teamSent: ["ส่งชุดปฏิบัติการ", "sent a team"],
      drone: ["ส่งอากาศยานไร้คนขับ", "sent a drone"],
      watching: ["เฝ้าดูต่อ", "keeps watching"],
      villageTold: ["แจ้งหมู่บ้านใกล้เคียง", "told the villages nearby"],
    }),
    minutesPromised: promised(units.minutes, 1_440),
    minutesTaken: taken(units.minutes, 100_000),
  },
  examples: [
    { acknowledgedBy: "fireStation", response: "teamSent", minutesPromised: 15, minutesTaken: 6 },
    { acknowledgedBy: "rangerStation", response: "watching", minutesPromised: 15, minutesTaken: 47 },
  ],
  refused: [
    ["enum", { response: "ignored" }, "ต้องบอกสิ่งที่ทำ", "what was done is not of the list"],
    ["minimum", { minutesTaken: -5 }, "เวลาติดลบไม่ได้", "time cannot be negative"],
  ],
});

export const alertClosed = action("alert.closed", {
  title: ["ปิดเหตุ", "Alert closed"],
  sentence: [
    "ปิดเหตุหลัง {hoursTaken}: {finding} {humanOverride}[ พื้นที่เสียหาย {areaNgan}]",
    "The alert was closed after {hoursTaken}: {finding}; {humanOverride}[; {areaNgan} (4 ngan = 1 rai) were damaged]",
  ],
  fields: {
    finding: enumOf(["สิ่งที่พบ", "finding"], {
      confirmed: ["พบเหตุจริง", "the alert was true"],
      plannedBurn: ["เป็นการชิงเผาตามแผน", "it was a planned burn"],
      falseAlarm: ["ไม่มีเหตุ", "it was a false alarm"],
      notReached: ["เข้าพื้นที่ไม่ได้ จึงไม่ทราบ", "the place could not be reached, so nobody knows"],
    }),
    hoursTaken: taken(units.hours, 8_760),
    areaNgan: optional(quantity(["พื้นที่เสียหาย", "damaged area"], units.ngan, [0, 4_000_000])),
    humanOverride,
  },
  examples: [
    { finding: "confirmed", hoursTaken: 9, areaNgan: 34, humanOverride: "confirmed" },
    { finding: "falseAlarm", hoursTaken: 2, humanOverride: "changed" },
  ],
  refused: [
    ["enum", { finding: "none" }, "ต้องบอกสิ่งที่พบ", "the finding is not of the list"],
    ["minimum", { areaNgan: -1 }, "พื้นที่ติดลบไม่ได้", "an area cannot be negative"],
  ],
});

import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { quantity, units } from "../define/numbers.ts";
import { date, geohash5 } from "../define/strings.ts";
import { humanOverride, ruleVersion } from "../shared/decisions.ts";
import { promised, taken } from "../shared/standards.ts";
import { count, kind } from "./vocabulary.ts";

export const requestOpened = action("request.opened", {
  title: ["ขอทรัพยากร", "Request opened"],
  sentence: [
    "ขอ{kind} {quantity} ใน{place} รับมือ{situation} ความเร่งด่วน{urgency}",
    "A request was opened for {quantity} of {kind} in {place} for {situation}; urgency: {urgency}",
  ],
  fields: {
    kind,
    quantity: count("จำนวน", "quantity"),
    place: geohash5(),
    situation: enumOf(["สถานการณ์", "situation"], {
      flood: ["น้ำท่วม", "a flood"],
      drought: ["ภัยแล้ง", "a drought"],
      fire: ["ไฟไหม้", "a fire"],
      landslide: ["ดินถล่ม", "a landslide"],
      exercise: ["การฝึกซ้อม", "an exercise"],
    }),
    urgency: enumOf(["ความเร่งด่วน", "urgency"], {
      now: ["ทันที", "at once"],
      today: ["ภายในวันนี้", "today"],
      week: ["ภายในสัปดาห์", "within the week"],
    }),
  },
  examples: [
    { kind: "boat", quantity: 4, place: "w4x8p", situation: "flood", urgency: "now" },
    { kind: "engineers", quantity: 1, place: "w5bcd", situation: "landslide", urgency: "today" },
  ],
  refused: [
    ["enum", { urgency: "soon" }, "ความเร่งด่วนต้องอยู่ในรายการ", "the urgency is not of the list"],
    ["maximum", { quantity: 100_001 }, "จำนวนมากเกินจริง", "there are not so many"],
  ],
});

export const requestMatched = action("request.matched", {
  title: ["จับคู่คำขอ", "Request matched"],
  sentence: [
    "จับคู่คำขอกับทรัพยากร {offered} ห่างราว {distanceKm} เลือกจาก {candidates}: {humanOverride} (ใช้เวลา {minutesTaken} จากที่สัญญาไว้ {minutesPromised})",
    "The request was matched with {offered}, about {distanceKm} away, out of {candidates}: {humanOverride} ({minutesTaken} of the {minutesPromised} promised)",
  ],
  fields: {
    offered: count("จำนวนที่เสนอ", "offered"),
    distanceKm: quantity(["ระยะทาง", "distance"], units.kilometres, [0, 2_000]),
    candidates: quantity(["ทางเลือกที่พิจารณา", "choices considered"], units.items, [1, 10_000]),
    minutesPromised: promised(units.minutes, 1_440),
    minutesTaken: taken(units.minutes, 100_000),
    ruleVersion: ruleVersion("nearest-first"),
    humanOverride,
  },
  examples: [
    {
      offered: 4,
      distanceKm: 38,
      candidates: 6,
      minutesPromised: 30,
      minutesTaken: 4,
      ruleVersion: "nearest-first/1.2",
      humanOverride: "confirmed",
    },
    {
      offered: 1,
      distanceKm: 240,
      candidates: 1,
      minutesPromised: 30,
      minutesTaken: 95,
      ruleVersion: "nearest-first/1.2",
      humanOverride: "changed",
    },
  ],
  refused: [
    ["minimum", { candidates: 0 }, "ต้องมีอย่างน้อยหนึ่งทางเลือก", "there is at least one choice"],
    ["type", { distanceKm: 38.2 }, "ไม่ใช้เลขทศนิยม", "there are no fractions"],
  ],
});

export const requestAccepted = action("request.accepted", {
  title: ["ผู้ถือครองตอบรับ", "Request accepted"],
  sentence: [
    "ผู้ถือครองตอบรับให้ใช้ {granted} ต้องคืนภายใน {returnBy} (ใช้เวลา {minutesTaken} จากที่สัญญาไว้ {minutesPromised})",
    "The holder granted {granted}, to be returned by {returnBy} ({minutesTaken} of the {minutesPromised} promised)",
  ],
  fields: {
    granted: count("จำนวนที่ให้ใช้", "granted"),
    returnBy: date(["คืนภายใน", "to be returned by"]),
    minutesPromised: promised(units.minutes, 10_080),
    minutesTaken: taken(units.minutes, 100_000),
  },
  examples: [
    { granted: 4, returnBy: "2026-12-10", minutesPromised: 60, minutesTaken: 22 },
    { granted: 1, returnBy: "2026-12-24", minutesPromised: 60, minutesTaken: 300 },
  ],
  refused: [
    ["minimum", { granted: 0 }, "ให้ศูนย์คือปฏิเสธ", "to grant nothing is to decline"],
    ["format", { returnBy: "soon" }, "ต้องเป็นวันที่", "it is no date"],
  ],
});

export const requestDeclined = action("request.declined", {
  title: ["ผู้ถือครองปฏิเสธ", "Request declined"],
  sentence: [
    "ผู้ถือครองปฏิเสธเพราะ{reason} (ใช้เวลา {minutesTaken} จากที่สัญญาไว้ {minutesPromised})",
    "The holder declined because {reason} ({minutesTaken} of the {minutesPromised} promised)",
  ],
  fields: {
    reason: enumOf(["เหตุผล", "reason"], {
      inUse: ["กำลังใช้งานอยู่", "it is in use"],
      broken: ["ชำรุด", "it is broken"],
      noCrew: ["ไม่มีคนประจำเครื่อง", "there is no crew"],
      tooFar: ["อยู่ไกลเกินไป", "it is too far away"],
      notListed: ["ไม่มีจริงตามบัญชี", "it does not exist as listed"],
    }),
    minutesPromised: promised(units.minutes, 10_080),
    minutesTaken: taken(units.minutes, 100_000),
  },
  examples: [
    { reason: "inUse", minutesPromised: 60, minutesTaken: 15 },
    { reason: "notListed", minutesPromised: 60, minutesTaken: 200 },
  ],
  refused: [
    ["required", { reason: undefined }, "ต้องบอกเหตุผล", "the reason is not said"],
    ["enum", { reason: "no" }, "เหตุผลต้องอยู่ในรายการ", "the reason is not of the list"],
  ],
});

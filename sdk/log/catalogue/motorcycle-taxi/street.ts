import { action } from "../define/action.ts";
import { quantity, units } from "../define/numbers.ts";
import { date, geohash5 } from "../define/strings.ts";
import { stand } from "./licences.ts";

const times = (th: string, en: string, least = 0) => quantity([th, en], units.times, [least, 10_000_000]);

/** One entry a day and area, and none for less than ten checks: a single check would say where a rider was and when. */
export const qrChecked = action("qr.checked", {
  title: ["ยอดตรวจคิวอาร์รายวัน", "QR checks of a day"],
  sentence: [
    "{day} มีผู้ตรวจคิวอาร์บนเสื้อใน{place} {checks}: ใช้ได้ {valid} หมดอายุ {expired} ถูกพักใช้ {suspended} ไม่รู้จัก {unknown}",
    "On {day}, QR codes on vests were checked {checks} in {place}: valid {valid}, expired {expired}, suspended {suspended}, unknown {unknown}",
  ],
  fields: {
    day: date(["วัน", "day"]),
    place: geohash5(),
    checks: times("ตรวจทั้งหมด (อย่างน้อย 10)", "all checks (at least 10)", 10),
    valid: times("ใช้ได้", "valid"),
    expired: times("หมดอายุ", "expired"),
    suspended: times("ถูกพักใช้", "suspended"),
    unknown: times("ไม่รู้จัก", "unknown"),
  },
  examples: [
    { day: "2026-11-23", place: "w4rqq", checks: 412, valid: 398, expired: 9, suspended: 2, unknown: 3 },
    { day: "2026-11-23", place: "w4rqy", checks: 10, valid: 10, expired: 0, suspended: 0, unknown: 0 },
  ],
  refused: [
    ["minimum", { checks: 9 }, "น้อยกว่าสิบครั้งอาจระบุตัวคนได้", "fewer than ten could point at a person"],
    ["required", { unknown: undefined }, "ต้องบอกทุกผล", "one of the results is missing"],
  ],
});

/** Ratings of a stand in a week, at least five: never of one rider. */
export const ratingRecorded = action("rating.recorded", {
  title: ["คะแนนจากผู้โดยสารรายสัปดาห์", "Passengers' ratings of a week"],
  sentence: [
    "วิน {stand} ได้คะแนนจากผู้โดยสาร {ratings} ในสัปดาห์ที่เริ่ม {weekOf}: ห้าดาว {five} สี่ดาว {four} สามดาว {three} สองดาว {two} หนึ่งดาว {one}",
    "Stand {stand} was rated {ratings} in the week of {weekOf}: five stars {five}, four {four}, three {three}, two {two}, one {one}",
  ],
  fields: {
    stand,
    weekOf: date(["สัปดาห์ที่เริ่มวันจันทร์", "week that begins on Monday"]),
    ratings: times("ให้คะแนนทั้งหมด (อย่างน้อย 5)", "all ratings (at least 5)", 5),
    five: times("ห้าดาว", "five stars"),
    four: times("สี่ดาว", "four stars"),
    three: times("สามดาว", "three stars"),
    two: times("สองดาว", "two stars"),
    one: times("หนึ่งดาว", "one star"),
  },
  examples: [
    { stand: "ST-0412", weekOf: "2026-11-16", ratings: 40, five: 25, four: 9, three: 3, two: 1, one: 2 },
    { stand: "ST-0009", weekOf: "2026-11-16", ratings: 5, five: 5, four: 0, three: 0, two: 0, one: 0 },
  ],
  refused: [
    ["minimum", { ratings: 4 }, "น้อยเกินไป อาจระบุตัวคนได้", "so few could point at a person"],
    ["additionalProperties", { comment: "…" }, "ไม่เก็บข้อความ", "no text is kept"],
  ],
});

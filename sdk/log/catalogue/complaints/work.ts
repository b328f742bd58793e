import { action } from "../define/action.ts";
import { enumOf, flag } from "../define/choices.ts";
import { ordinal, quantity, units } from "../define/numbers.ts";
import { promised, taken } from "../shared/standards.ts";
import { from, to } from "./vocabulary.ts";

export const complaintStateChanged = action("complaint.stateChanged", {
  title: ["สถานะเรื่องเปลี่ยน", "Complaint's state changed"],
  sentence: [
    "เรื่องเปลี่ยนสถานะจาก “{from}” เป็น “{to}” เพราะ{reason} (อยู่ในสถานะเดิม {hoursTaken})",
    "The complaint went from “{from}” to “{to}” because {reason} (it was in the old state for {hoursTaken})",
  ],
  fields: {
    from,
    to,
    reason: enumOf(["เหตุผล", "reason"], {
      inspected: ["สำรวจหน้างานแล้ว", "the place was inspected"],
      teamAssigned: ["มอบหมายทีมแล้ว", "a team was assigned"],
      materialMissing: ["รอวัสดุ", "material is missing"],
      otherAgency: ["ต้องรอหน่วยงานอื่น", "another agency must act first"],
      weather: ["สภาพอากาศ", "of the weather"],
      workResumed: ["กลับมาทำต่อได้", "work can go on"],
    }),
    hoursTaken: taken(units.hours, 87_600),
  },
  examples: [
    { from: "received", to: "inProgress", reason: "teamAssigned", hoursTaken: 20 },
    { from: "inProgress", to: "waiting", reason: "materialMissing", hoursTaken: 49 },
  ],
  refused: [
    ["enum", { to: "done" }, "ไม่มีสถานะนี้", "there is no such state"],
    ["required", { reason: undefined }, "ต้องบอกเหตุผล", "the reason is not said"],
  ],
});

export const complaintResolved = action("complaint.resolved", {
  title: ["แก้ไขเรื่องแล้ว", "Complaint resolved"],
  sentence: [
    "เรื่องร้องเรียน{outcome} มีภาพหลังแก้ไข {photos} (ใช้เวลา {daysTaken} จากที่สัญญาไว้ {daysPromised})",
    "The complaint {outcome}, with {photos} of the result ({daysTaken} of the {daysPromised} promised)",
  ],
  fields: {
    outcome: enumOf(["ผล", "outcome"], {
      fixed: ["แก้ไขเสร็จแล้ว", "was resolved"],
      partlyFixed: ["แก้ไขได้บางส่วน", "was resolved in part"],
      notFound: ["ไม่พบปัญหาในพื้นที่", "was closed because nothing was found"],
      notCompetent: ["อยู่นอกอำนาจ แจ้งหน่วยที่รับผิดชอบแล้ว", "was passed to the authority that is competent"],
    }),
    photos: quantity(["ภาพหลังแก้ไข", "photographs of the result"], units.photos, [0, 10]),
    daysPromised: promised(units.days, 365),
    daysTaken: taken(units.days, 3_650),
  },
  examples: [
    { outcome: "fixed", photos: 2, daysPromised: 14, daysTaken: 9 },
    { outcome: "partlyFixed", photos: 1, daysPromised: 7, daysTaken: 12 },
  ],
  refused: [
    ["enum", { outcome: "closed" }, "ต้องบอกผลที่แท้จริง", "what came of it is not said"],
    ["type", { photos: "2" }, "ต้องเป็นตัวเลข", "it is no number"],
  ],
});

export const complaintReopened = action("complaint.reopened", {
  title: ["เปิดเรื่องอีกครั้ง", "Complaint reopened"],
  sentence: [
    "เปิดเรื่องใหม่ {times} เพราะ{reason} สัญญาว่าจะแก้ไขภายใน {daysPromised}",
    "The complaint was reopened ({times}) because {reason}; it is to be resolved within {daysPromised}",
  ],
  fields: {
    reason: enumOf(["เหตุผล", "reason"], {
      notFixed: ["ยังไม่ได้แก้จริง", "it was not really resolved"],
      cameBack: ["ปัญหากลับมาอีก", "the trouble came back"],
      wrongPlace: ["แก้ผิดจุด", "another spot was mended"],
    }),
    times: ordinal(["เปิดใหม่ครั้งที่", "reopened for the time"], [1, 99], ["ครั้งที่", "time number"]),
    daysPromised: promised(units.days, 365),
  },
  examples: [
    { reason: "notFixed", times: 1, daysPromised: 7 },
    { reason: "cameBack", times: 3, daysPromised: 14 },
  ],
  refused: [
    ["minimum", { times: 0 }, "นับจาก 1", "it counts from 1"],
    ["enum", { reason: "angry" }, "เหตุผลต้องอยู่ในรายการ", "the reason is not of the list"],
  ],
});

export const complaintRated = action("complaint.rated", {
  title: ["ผู้ร้องให้คะแนน", "Complaint rated"],
  sentence: [
    "ผู้ร้องให้คะแนนการแก้ไข {stars} และบอกว่า{solved}",
    "The person who complained gave {stars} and said that {solved}",
  ],
  fields: {
    stars: quantity(["คะแนน", "rating"], units.stars, [1, 5]),
    solved: flag(
      ["ปัญหาหมดไป", "trouble gone"],
      ["ปัญหาหมดไปแล้ว", "the trouble is gone"],
      ["ปัญหายังอยู่", "the trouble is still there"],
    ),
  },
  examples: [
    { stars: 5, solved: true },
    { stars: 1, solved: false },
  ],
  refused: [
    ["maximum", { stars: 6 }, "คะแนนไม่เกิน 5", "there are at most five stars"],
    [
      "required",
      { solved: undefined },
      "ต้องบอกว่าปัญหาหมดไปหรือไม่",
      "it is not said whether the trouble is gone",
    ],
  ],
});

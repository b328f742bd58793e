import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { quantity, units } from "../define/numbers.ts";
import { date, geohash5 } from "../define/strings.ts";
import { promised, taken } from "../shared/standards.ts";
import { count, kind } from "./vocabulary.ts";

export const itemListed = action("item.listed", {
  title: ["ขึ้นบัญชีทรัพยากร", "Item listed"],
  sentence: [
    "{holder}ขึ้นบัญชี{kind} {quantity} ใน{place} ใช้ได้ตั้งแต่ {availableFrom}",
    "{holder} listed {kind} ({quantity}) in {place}, available from {availableFrom}",
  ],
  fields: {
    kind,
    quantity: count("จำนวน", "quantity"),
    place: geohash5(),
    holder: enumOf(["ผู้ถือครอง", "holder"], {
      department: ["กรม", "A department"],
      province: ["จังหวัด", "A province"],
      municipality: ["เทศบาลหรือ อบต.", "A municipality"],
      armedForces: ["กองทัพ", "The armed forces"],
      university: ["มหาวิทยาลัย", "A university"],
      foundation: ["มูลนิธิ", "A foundation"],
      company: ["บริษัท", "A company"],
    }),
    availableFrom: date(["ใช้ได้ตั้งแต่", "available from"]),
  },
  examples: [
    { kind: "boat", quantity: 12, place: "w4rzx", holder: "province", availableFrom: "2026-11-24" },
    { kind: "interpreters", quantity: 3, place: "w4rqq", holder: "university", availableFrom: "2026-12-01" },
  ],
  refused: [
    ["minimum", { quantity: 0 }, "ต้องมีอย่างน้อยหนึ่งหน่วย", "there is at least one"],
    ["additionalProperties", { contact: "…" }, "ไม่เก็บผู้ติดต่อ", "no contact person is kept"],
  ],
});

export const itemVerified = action("item.verified", {
  title: ["ตรวจทรัพยากร", "Item verified"],
  sentence: [
    "{verifiedBy}ตรวจแล้วพบ {found} จากที่ขึ้นบัญชี {listed}: {outcome} ตรวจครั้งต่อไปภายใน {nextCheckBy}",
    "{verifiedBy} found {found} of {listed} listed: {outcome}; to be checked again by {nextCheckBy}",
  ],
  fields: {
    verifiedBy: enumOf(["ผู้ตรวจ", "verified by"], {
      province: ["จังหวัด", "The province"],
      department: ["กรม", "The department"],
      audit: ["ผู้ตรวจสอบภายใน", "The internal auditor"],
    }),
    outcome: enumOf(["ผล", "outcome"], {
      asListed: ["ตรงตามบัญชี", "as listed"],
      corrected: ["แก้บัญชีแล้ว", "the list was corrected"],
      notUsable: ["มีแต่ใช้งานไม่ได้", "there, but not usable"],
      notFound: ["ไม่พบ", "not found"],
    }),
    listed: count("ตามบัญชี", "listed"),
    found: count("พบจริง", "found", 0),
    nextCheckBy: date(["ตรวจครั้งต่อไปภายใน", "to be checked again by"]),
  },
  examples: [
    { verifiedBy: "province", outcome: "asListed", listed: 12, found: 12, nextCheckBy: "2027-05-24" },
    { verifiedBy: "audit", outcome: "corrected", listed: 12, found: 9, nextCheckBy: "2027-02-24" },
  ],
  refused: [
    ["minimum", { found: -1 }, "จำนวนติดลบไม่ได้", "a count cannot be negative"],
    [
      "required",
      { nextCheckBy: undefined },
      "ต้องบอกว่าจะตรวจอีกเมื่อใด",
      "it is not said when it is checked again",
    ],
  ],
});

export const itemWithdrawn = action("item.withdrawn", {
  title: ["ถอนทรัพยากร", "Item withdrawn"],
  sentence: [
    "ถอนทรัพยากรออกจากบัญชีเพราะ{reason} หลังขึ้นบัญชี {daysListed}",
    "The item was withdrawn after {daysListed} because {reason}",
  ],
  fields: {
    reason: enumOf(["เหตุผล", "reason"], {
      broken: ["ชำรุด", "it is broken"],
      sold: ["จำหน่ายแล้ว", "it was disposed of"],
      neededElsewhere: ["ต้องใช้งานประจำ", "it is needed for daily work"],
      neverFound: ["ตรวจแล้วไม่มีจริง", "it was found not to exist"],
    }),
    daysListed: taken(units.days, 36_500),
  },
  examples: [
    { reason: "broken", daysListed: 210 },
    { reason: "neverFound", daysListed: 6 },
  ],
  refused: [
    ["enum", { reason: "secret" }, "ต้องบอกเหตุผล", "the reason is not of the list"],
    ["type", { daysListed: null }, "ต้องเป็นตัวเลข", "it is no number"],
  ],
});

export const itemDeployed = action("item.deployed", {
  title: ["ส่งทรัพยากรออกใช้", "Item deployed"],
  sentence: [
    "ส่ง{kind} {quantity} ไปถึงแล้วใน{place} (ใช้เวลา {hoursTaken} จากที่สัญญาไว้ {hoursPromised})",
    "{quantity} of {kind} arrived in {place} ({hoursTaken} of the {hoursPromised} promised)",
  ],
  fields: {
    kind,
    quantity: count("จำนวน", "quantity"),
    place: geohash5(),
    hoursPromised: promised(units.hours, 720),
    hoursTaken: taken(units.hours, 8_760),
  },
  examples: [
    { kind: "boat", quantity: 4, place: "w4x8p", hoursPromised: 12, hoursTaken: 7 },
    { kind: "medicalTeam", quantity: 1, place: "w4x2b", hoursPromised: 6, hoursTaken: 9 },
  ],
  refused: [
    ["pattern", { place: "W4X8P" }, "รหัสเป็นอักษรตัวเล็ก", "geohashes are in small letters"],
    ["required", { hoursTaken: undefined }, "ต้องบอกเวลาที่ใช้จริง", "the time taken is not said"],
  ],
});

export const itemReturned = action("item.returned", {
  title: ["คืนทรัพยากร", "Item returned"],
  sentence: [
    "คืน {returned} สูญหายหรือใช้ไม่ได้ {lost} สภาพ{condition} หลังใช้งาน {daysOut}",
    "Came back after {daysOut}: {returned}; lost or broken: {lost}; condition: {condition}",
  ],
  fields: {
    returned: count("คืนแล้ว", "returned", 0),
    lost: count("สูญหายหรือใช้ไม่ได้", "lost or broken", 0),
    condition: enumOf(["สภาพ", "condition"], {
      good: ["ใช้งานได้", "usable"],
      repair: ["ต้องซ่อม", "to be repaired"],
      lost: ["สูญหาย", "lost"],
    }),
    daysOut: quantity(["วันที่ใช้งาน", "days out"], units.days, [0, 3_650]),
  },
  examples: [
    { returned: 4, lost: 0, condition: "good", daysOut: 9 },
    { returned: 3, lost: 1, condition: "repair", daysOut: 31 },
  ],
  refused: [
    ["maximum", { daysOut: 4_000 }, "นานเกินสิบปี", "it is longer than ten years"],
    ["required", { lost: undefined }, "ต้องบอกว่าสูญหายเท่าใด", "it is not said how much was lost"],
  ],
});

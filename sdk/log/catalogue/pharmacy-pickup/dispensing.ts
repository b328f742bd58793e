import { action } from "../define/action.ts";
import { enumOf, flag } from "../define/choices.ts";
import { quantity, units } from "../define/numbers.ts";
import { date } from "../define/strings.ts";
import { humanOverride, ruleVersion } from "../shared/decisions.ts";
import { promised, taken } from "../shared/standards.ts";
import { items } from "./transfers.ts";

const identityCheck = enumOf(["วิธียืนยันตัวผู้รับ", "how the person was checked"], {
  qrAndPin: ["คิวอาร์และรหัสลับ", "QR code and PIN"],
  qrAndCard: ["คิวอาร์และบัตร", "QR code and card"],
  caregiver: ["ผู้ดูแลที่ได้รับมอบหมาย", "a carer with a mandate"],
});

export const dispensePrepared = action("dispense.prepared", {
  title: ["จัดยาพร้อมแล้ว", "Medicines prepared"],
  sentence: [
    "ร้านยาจัดยา {items} พร้อมแล้ว (ใช้เวลา {minutesTaken} จากที่สัญญาไว้ {minutesPromised})",
    "The pharmacy prepared {items} ({minutesTaken} of the {minutesPromised} promised)",
  ],
  fields: {
    items,
    minutesPromised: promised(units.minutes, 1_440),
    minutesTaken: taken(units.minutes, 100_000),
  },
  examples: [
    { items: 4, minutesPromised: 60, minutesTaken: 25 },
    { items: 1, minutesPromised: 60, minutesTaken: 190 },
  ],
  refused: [
    ["maximum", { items: 41 }, "ใบสั่งยาหนึ่งใบไม่เกิน 40 รายการ", "a prescription has at most 40 items"],
    ["required", { minutesPromised: undefined }, "ต้องบอกเวลาที่สัญญา", "the promised time is not said"],
  ],
});

export const dispenseHandedOver = action("dispense.handedOver", {
  title: ["ส่งมอบยา", "Medicines handed over"],
  sentence: [
    "ร้านยาส่งมอบยา {items} ยืนยันผู้รับด้วย{identityCheck} {counselled} หลังออกใบสั่ง {daysTaken}",
    "The pharmacy handed over {items}, having checked the person by {identityCheck}; {counselled}; {daysTaken} after the prescription",
  ],
  fields: {
    items,
    identityCheck,
    counselled: flag(
      ["เภสัชกรให้คำแนะนำ", "pharmacist's advice"],
      ["เภสัชกรให้คำแนะนำแล้ว", "the pharmacist explained them"],
      ["ผู้รับไม่ประสงค์รับคำแนะนำ", "no explanation was wished"],
    ),
    daysTaken: taken(units.days, 365),
  },
  examples: [
    { items: 4, identityCheck: "qrAndPin", counselled: true, daysTaken: 0 },
    { items: 2, identityCheck: "caregiver", counselled: false, daysTaken: 3 },
  ],
  refused: [
    ["enum", { identityCheck: "none" }, "ต้องยืนยันตัวผู้รับ", "the person must be checked"],
    ["type", { counselled: 1 }, "ต้องเป็นจริงหรือเท็จ", "it must be true or false"],
  ],
});

export const dispensePartial = action("dispense.partial", {
  title: ["ส่งมอบยาบางส่วน", "Part of the medicines handed over"],
  sentence: [
    "ร้านยาส่งมอบยา {items} ค้างส่ง {owed} เพราะ{reason} จะส่งให้ครบภายใน {owedBy}",
    "The pharmacy handed over {items} and owes {owed} because {reason}; they are to follow by {owedBy}",
  ],
  fields: {
    items,
    owed: quantity(["รายการที่ค้าง", "items owed"], units.items, [1, 40]),
    reason: enumOf(["เหตุผล", "reason"], {
      outOfStock: ["ยาหมด", "it is out of stock"],
      splitByDoctor: ["แพทย์ให้แบ่งรับ", "the doctor asked for parts"],
      personAsked: ["ผู้รับขอแบ่งรับ", "the person asked for it"],
    }),
    identityCheck,
    owedBy: date(["ส่งให้ครบภายใน", "to follow by"]),
  },
  examples: [
    { items: 3, owed: 1, reason: "outOfStock", identityCheck: "qrAndPin", owedBy: "2026-11-27" },
    { items: 1, owed: 2, reason: "splitByDoctor", identityCheck: "qrAndCard", owedBy: "2026-12-24" },
  ],
  refused: [
    ["minimum", { owed: 0 }, "ถ้าไม่ค้างคือส่งมอบครบ", "nothing owed means that all was handed over"],
    ["required", { owedBy: undefined }, "ต้องบอกว่าจะส่งให้ครบเมื่อใด", "it is not said when the rest follows"],
  ],
});

export const dispenseDeclined = action("dispense.declined", {
  title: ["ไม่จ่ายยา", "Medicines declined"],
  sentence: [
    "ร้านยาไม่จ่ายยาเพราะ{reason}: {humanOverride} ผู้รับควร{advice}",
    "The pharmacy declined because {reason}: {humanOverride}; the person was advised to {advice}",
  ],
  fields: {
    reason: enumOf(["เหตุผล", "reason"], {
      identityUnclear: ["ยืนยันตัวผู้รับไม่ได้", "the person could not be checked"],
      codeUsed: ["คิวอาร์ถูกใช้ไปแล้ว", "the QR code was used already"],
      safety: ["การตรวจความปลอดภัยของยาไม่ผ่าน", "the safety check of the medicines failed"],
      outOfStock: ["ไม่มียา", "there is no stock"],
    }),
    advice: enumOf(["คำแนะนำ", "advice"], {
      otherPharmacy: ["ไปร้านยาอื่น", "go to another pharmacy"],
      askDoctor: ["ติดต่อแพทย์ผู้สั่งยา", "ask the doctor"],
      newCode: ["ขอคิวอาร์ใหม่", "ask for a new code"],
    }),
    ruleVersion: ruleVersion("medicine-safety", "pickup-rights"),
    humanOverride,
  },
  examples: [
    {
      reason: "safety",
      advice: "askDoctor",
      ruleVersion: "medicine-safety/4.2",
      humanOverride: "confirmed",
    },
    { reason: "codeUsed", advice: "newCode", ruleVersion: "pickup-rights/1.1", humanOverride: "none" },
  ],
  refused: [
    ["enum", { reason: "refused" }, "เหตุผลต้องอยู่ในรายการ", "the reason is not of the list"],
    ["required", { ruleVersion: undefined }, "ต้องบอกรุ่นของกฎ", "the rule's version is not said"],
  ],
});

export const dispenseExpired = action("dispense.expired", {
  title: ["ไม่มารับยาภายในกำหนด", "Medicines not picked up"],
  sentence: [
    "ไม่มีผู้มารับยา {items} ภายใน {daysValid} ใบสั่งหมดอายุ เตือนไปแล้ว {reminders}",
    "A prescription of {items} was not picked up within {daysValid} and expired; the person was reminded {reminders}",
  ],
  fields: {
    items,
    daysValid: quantity(["อายุใบสั่ง", "days valid"], units.days, [1, 365]),
    reminders: quantity(["เตือนแล้ว", "reminders"], units.times, [0, 20]),
  },
  examples: [
    { items: 4, daysValid: 7, reminders: 2 },
    { items: 1, daysValid: 3, reminders: 0 },
  ],
  refused: [
    ["minimum", { daysValid: 0 }, "ใบสั่งมีอายุอย่างน้อยหนึ่งวัน", "a prescription is valid for at least a day"],
    ["type", { reminders: "2" }, "ต้องเป็นตัวเลข", "it is no number"],
  ],
});

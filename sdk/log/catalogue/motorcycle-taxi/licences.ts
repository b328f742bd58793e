import { action } from "../define/action.ts";
import { enumOf, listOf } from "../define/choices.ts";
import { satang, units } from "../define/numbers.ts";
import { code, date, geohash5 } from "../define/strings.ts";
import { humanOverride, ruleVersion } from "../shared/decisions.ts";
import { promised, taken } from "../shared/standards.ts";

export const stand = code(["วิน", "stand"], "^ST-[0-9]{4}$", 7);

const validUntil = date(["ใช้ได้ถึง", "valid until"]);
const checks = listOf(["สิ่งที่ตรวจแล้ว", "what was checked"], {
  drivingLicence: ["ใบขับขี่สาธารณะ", "public driving licence"],
  vehicle: ["สภาพรถ", "the vehicle"],
  insurance: ["ประกันภัย", "insurance"],
  training: ["การอบรม", "training"],
  background: ["ประวัติ", "background"],
});
const appealUntil = date(["อุทธรณ์ได้ถึง", "appeal until"]);
const decidedBy = enumOf(["ผู้ตัดสิน", "decided by"], {
  registrar: ["นายทะเบียน", "the registrar"],
  committee: ["คณะกรรมการ", "the committee"],
  system: ["ระบบอัตโนมัติ", "the system"],
});

export const licenceIssued = action("licence.issued", {
  title: ["ออกใบอนุญาต", "Licence issued"],
  sentence: [
    "ออกใบอนุญาตขับรถจักรยานยนต์รับจ้าง วิน {stand} ใน{place} ใช้ได้ถึง {validUntil} (ใช้เวลา {daysTaken} จากที่สัญญาไว้ {daysPromised})",
    "A motorcycle-taxi licence was issued for stand {stand} in {place}, valid until {validUntil} ({daysTaken} of the {daysPromised} promised)",
  ],
  fields: {
    stand,
    place: geohash5(),
    checks,
    validUntil,
    fee: satang(["ค่าธรรมเนียม", "fee"]),
    daysPromised: promised(units.days, 90),
    daysTaken: taken(units.days, 3_650),
    ruleVersion: ruleVersion("taxi-licence"),
    humanOverride,
  },
  examples: [
    {
      stand: "ST-0412",
      place: "w4rqq",
      checks: ["drivingLicence", "vehicle", "insurance", "training", "background"],
      validUntil: "2029-11-23",
      fee: "10000",
      daysPromised: 7,
      daysTaken: 5,
      ruleVersion: "taxi-licence/1.0",
      humanOverride: "confirmed",
    },
    {
      stand: "ST-0009",
      place: "w4rqy",
      checks: ["drivingLicence", "vehicle"],
      validUntil: "2029-10-01",
      fee: "10000",
      daysPromised: 7,
      daysTaken: 12,
      ruleVersion: "taxi-licence/1.0",
      humanOverride: "confirmed",
    },
  ],
  refused: [
    ["pattern", { fee: "100.00" }, "เงินเขียนเป็นสตางค์", "money is written in satang"],
    ["pattern", { stand: "412" }, "รูปแบบรหัสวินไม่ถูกต้อง", "this is no code of a stand"],
    ["additionalProperties", { plate: "1กก 1" }, "ไม่เก็บทะเบียนรถ", "number plates are not kept"],
  ],
});

export const licenceRenewed = action("licence.renewed", {
  title: ["ต่ออายุใบอนุญาต", "Licence renewed"],
  sentence: [
    "ต่ออายุใบอนุญาตถึง {validUntil} ค่าธรรมเนียม {fee} (ใช้เวลา {daysTaken} จากที่สัญญาไว้ {daysPromised})",
    "The licence was renewed until {validUntil} for {fee} ({daysTaken} of the {daysPromised} promised)",
  ],
  fields: {
    checks,
    validUntil,
    fee: satang(["ค่าธรรมเนียม", "fee"]),
    daysPromised: promised(units.days, 90),
    daysTaken: taken(units.days, 3_650),
    ruleVersion: ruleVersion("taxi-licence"),
    humanOverride,
  },
  examples: [
    {
      checks: ["drivingLicence", "vehicle", "insurance"],
      validUntil: "2029-11-23",
      fee: "10000",
      daysPromised: 3,
      daysTaken: 0,
      ruleVersion: "taxi-licence/1.0",
      humanOverride: "confirmed",
    },
    {
      checks: ["drivingLicence"],
      validUntil: "2028-02-29",
      fee: "0",
      daysPromised: 3,
      daysTaken: 4,
      ruleVersion: "taxi-licence/1.0",
      humanOverride: "confirmed",
    },
  ],
  refused: [
    ["type", { fee: 10_000 }, "เงินเป็นข้อความ ไม่ใช่ตัวเลข", "money is text, not a number"],
    ["format", { validUntil: "2029-02-29" }, "ไม่มีวันนี้ในปฏิทิน", "there is no such day"],
  ],
});

export const licenceSuspended = action("licence.suspended", {
  title: ["พักใช้ใบอนุญาต", "Licence suspended"],
  sentence: [
    "พักใช้ใบอนุญาตถึง {until} เพราะ{reason} ตัดสินโดย{decidedBy} อุทธรณ์ได้ถึง {appealUntil}",
    "The licence was suspended until {until} by {decidedBy} because {reason}; an appeal is open until {appealUntil}",
  ],
  fields: {
    reason: enumOf(["เหตุผล", "reason"], {
      insuranceLapsed: ["ประกันภัยขาดอายุ", "the insurance lapsed"],
      overcharging: ["เก็บค่าโดยสารเกินอัตรา", "of overcharging"],
      unsafeRiding: ["ขับขี่ไม่ปลอดภัย", "of unsafe riding"],
      refusedPassenger: ["ปฏิเสธผู้โดยสาร", "passengers were refused"],
      vestLent: ["ให้ผู้อื่นใช้เสื้อ", "the vest was lent to somebody else"],
    }),
    until: date(["พักใช้ถึง", "suspended until"]),
    decidedBy,
    appealUntil,
    ruleVersion: ruleVersion("taxi-discipline"),
    humanOverride,
  },
  examples: [
    {
      reason: "insuranceLapsed",
      until: "2026-12-08",
      decidedBy: "system",
      appealUntil: "2026-12-24",
      ruleVersion: "taxi-discipline/2.0",
      humanOverride: "confirmed",
    },
    {
      reason: "overcharging",
      until: "2026-12-24",
      decidedBy: "committee",
      appealUntil: "2026-12-24",
      ruleVersion: "taxi-discipline/2.0",
      humanOverride: "none",
    },
  ],
  refused: [
    ["required", { appealUntil: undefined }, "ต้องบอกสิทธิอุทธรณ์", "the right of appeal is not said"],
    [
      "required",
      { humanOverride: undefined },
      "ต้องบอกว่ามีคนตรวจหรือไม่",
      "it is not said whether a person checked",
    ],
  ],
});

export const licenceRevoked = action("licence.revoked", {
  title: ["เพิกถอนใบอนุญาต", "Licence revoked"],
  sentence: [
    "เพิกถอนใบอนุญาตเพราะ{reason} ตัดสินโดย{decidedBy} อุทธรณ์ได้ถึง {appealUntil}",
    "The licence was revoked by {decidedBy} because {reason}; an appeal is open until {appealUntil}",
  ],
  fields: {
    reason: enumOf(["เหตุผล", "reason"], {
      repeatedSuspension: ["ถูกพักใช้ซ้ำ", "it was suspended again and again"],
      seriousOffence: ["กระทำผิดร้ายแรง", "of a serious offence"],
      falseDocuments: ["ใช้เอกสารเท็จ", "of false documents"],
      ownRequest: ["ผู้ถือใบอนุญาตขอเลิก", "its holder asked for it"],
    }),
    decidedBy,
    appealUntil,
    ruleVersion: ruleVersion("taxi-discipline"),
    humanOverride,
  },
  examples: [
    {
      reason: "repeatedSuspension",
      decidedBy: "committee",
      appealUntil: "2026-12-24",
      ruleVersion: "taxi-discipline/2.0",
      humanOverride: "none",
    },
    {
      reason: "ownRequest",
      decidedBy: "registrar",
      appealUntil: "2026-12-24",
      ruleVersion: "taxi-discipline/2.0",
      humanOverride: "none",
    },
  ],
  refused: [
    ["enum", { decidedBy: "unknown" }, "ต้องบอกว่าใครตัดสิน", "who decided is not said"],
    ["pattern", { ruleVersion: "latest" }, "ต้องบอกรุ่นของกฎ", "the rule's version is not said"],
  ],
});

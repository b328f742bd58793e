import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { quantity, satang, units } from "../define/numbers.ts";
import { date } from "../define/strings.ts";
import { humanOverride, ruleVersion } from "../shared/decisions.ts";
import { promised, taken } from "../shared/standards.ts";
import { CLAIM_RULE } from "./claim-rule.ts";

/** How many medicines, never which. */
export const items = quantity(["จำนวนรายการยา (ไม่ระบุชื่อยา)", "medicines (never which)"], units.items, [1, 40]);

export const transferCreated = action("transfer.created", {
  title: ["ส่งใบสั่งยาไปร้านยา", "Prescription sent to a pharmacy"],
  sentence: [
    "โรงพยาบาลส่งใบสั่งยา {items} ให้ไปรับที่ร้านยาด้วยคิวอาร์ ใช้ได้ถึง {validUntil} (ใช้เวลา {minutesTaken} จากที่สัญญาไว้ {minutesPromised})",
    "A hospital sent a prescription of {items} to be picked up by QR code until {validUntil} ({minutesTaken} of the {minutesPromised} promised)",
  ],
  fields: {
    items,
    validUntil: date(["รับยาได้ถึง", "to be picked up until"]),
    minutesPromised: promised(units.minutes, 1_440),
    minutesTaken: taken(units.minutes, 100_000),
    ruleVersion: ruleVersion("pickup-rights"),
    humanOverride,
  },
  examples: [
    {
      items: 4,
      validUntil: "2026-12-01",
      minutesPromised: 30,
      minutesTaken: 12,
      ruleVersion: "pickup-rights/1.1",
      humanOverride: "none",
    },
    {
      items: 1,
      validUntil: "2026-11-27",
      minutesPromised: 30,
      minutesTaken: 44,
      ruleVersion: "pickup-rights/1.1",
      humanOverride: "none",
    },
  ],
  refused: [
    ["additionalProperties", { medicine: "…" }, "ไม่เก็บชื่อยาหรือโรค", "no medicine or illness is kept"],
    ["minimum", { items: 0 }, "ต้องมียาอย่างน้อยหนึ่งรายการ", "there is no medicine"],
  ],
});

export const claimSubmitted = action("claim.submitted", {
  title: ["ร้านยาเบิกเงิน", "Pharmacy's claim submitted"],
  sentence: [
    "ร้านยาเบิกเงินสำหรับยา {items}: ค่าบริการ {dispensingFee} ค่ายา {medicines} รวม {total}",
    "The pharmacy claimed for {items}: service {dispensingFee}, medicines {medicines}, together {total}",
  ],
  fields: {
    items,
    dispensingFee: satang(["ค่าบริการจ่ายยา", "fee for dispensing"]),
    medicines: satang(["ค่ายา", "medicines"]),
    total: satang(["รวม", "together"]),
    ruleVersion: enumOf(["กฎที่ใช้คำนวณ", "rule of the computation"], {
      [CLAIM_RULE]: ["อัตราสมมติเพื่อสาธิต ฉบับที่ 1", "tariff invented for demonstration, version 1"],
    }),
  },
  examples: [
    { items: 4, dispensingFee: "9000", medicines: "21450", total: "30450", ruleVersion: CLAIM_RULE },
    { items: 1, dispensingFee: "6000", medicines: "1200", total: "7200", ruleVersion: CLAIM_RULE },
  ],
  refused: [
    ["pattern", { total: "304.50" }, "เงินเขียนเป็นสตางค์", "money is written in satang"],
    ["enum", { ruleVersion: "other/1" }, "กฎต้องอยู่ในรายการ", "the rule is not of the list"],
  ],
});

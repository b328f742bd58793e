import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { quantity, satang, units } from "../define/numbers.ts";
import { geohash5, month } from "../define/strings.ts";
import { humanOverride } from "../shared/decisions.ts";
import { promised } from "../shared/standards.ts";
import { RELIEF_RULE } from "./relief.ts";
import type { ReliefClass } from "./relief.ts";
import { areaNgan, crop, hazard } from "./vocabulary.ts";
import type { Pair } from "../define/text.ts";

export const damageReported = action("damage.reported", {
  title: ["แจ้งความเสียหาย", "Damage reported"],
  sentence: [
    "เกษตรกรแจ้งว่า{crop}เสียหายจาก{hazard} {areaNgan} ใน{place} สัญญาว่าจะสำรวจภายใน {daysPromised}",
    "A farmer reported {areaNgan} of {crop} in {place} damaged by {hazard}; a survey is promised within {daysPromised}",
  ],
  fields: {
    crop,
    hazard,
    areaNgan,
    place: geohash5(),
    happenedIn: month(["เดือนที่เกิดเหตุ (ไม่ระบุวัน)", "month in which it happened (never the day)"]),
    daysPromised: promised(units.days, 90),
  },
  examples: [
    { crop: "rice", hazard: "flood", areaNgan: 34, place: "w4x8p", happenedIn: "2026-11", daysPromised: 7 },
    { crop: "fruit", hazard: "storm", areaNgan: 6, place: "w5bcd", happenedIn: "2026-10", daysPromised: 7 },
  ],
  refused: [
    ["type", { areaNgan: 8.5 }, "นับเป็นงานเต็ม", "only full ngan count"],
    ["pattern", { place: "w4x8" }, "พื้นที่ต้องมี 5 ตัว", "a place has five letters"],
  ],
});

export const benefitMatched = action("benefit.matched", {
  title: ["ตรวจสิทธิรับความช่วยเหลือ", "Benefit matched"],
  sentence: [
    "ตรวจสิทธิช่วยเหลือพืชเสียหาย: {decision} ({cropClass} {areaNgan} คิดให้ {countedNgan} ไร่ละ {ratePerRai}) เป็นเงิน {amount}: {humanOverride}",
    "Help for damaged crops: {decision} ({cropClass}, {areaNgan}, counted {countedNgan}, at {ratePerRai} a rai): {amount}; {humanOverride}",
  ],
  fields: {
    decision: enumOf(["ผล", "decision"], {
      eligible: ["มีสิทธิ", "there is a right to it"],
      notRegistered: ["ไม่มีสิทธิ เพราะไม่ได้ขึ้นทะเบียนก่อนเกิดเหตุ", "none, as there was no registration before"],
      notDamaged: ["ไม่มีสิทธิ เพราะไม่ถึงเกณฑ์เสียหาย", "none, as the damage is below the criterion"],
      needsSurvey: ["รอสำรวจพื้นที่", "a survey is needed first"],
    }),
    cropClass: enumOf(["กลุ่มพืช", "class of crops"], {
      rice: ["ข้าว", "rice"],
      fieldCrops: ["พืชไร่และพืชผัก", "field crops and vegetables"],
      treesAndOthers: ["ไม้ผล ไม้ยืนต้น และอื่น ๆ", "fruit trees, perennials and others"],
    } satisfies Record<ReliefClass, Pair>),
    areaNgan,
    countedNgan: quantity(["พื้นที่ที่คิดให้ (ไม่เกิน 30 ไร่)", "area counted (at most 30 rai)"], units.ngan, [0, 120]),
    ratePerRai: satang(["อัตราต่อไร่", "rate a rai"]),
    amount: satang(["เงินช่วยเหลือ", "amount"]),
    ruleVersion: enumOf(["กฎที่ใช้คำนวณ", "rule of the computation"], {
      [RELIEF_RULE]: [
        "หลักเกณฑ์ช่วยเหลือด้านการเกษตรผู้ประสบภัยพิบัติ พ.ศ. 2564 (ฉบับคำนวณที่ 1)",
        "Criteria for agricultural disaster relief B.E. 2564 (computation 1)",
      ],
    }),
    humanOverride,
  },
  examples: [
    {
      decision: "eligible",
      cropClass: "rice",
      areaNgan: 34,
      countedNgan: 34,
      ratePerRai: "134000",
      amount: "1139000",
      ruleVersion: RELIEF_RULE,
      humanOverride: "confirmed",
    },
    {
      decision: "notRegistered",
      cropClass: "treesAndOthers",
      areaNgan: 200,
      countedNgan: 0,
      ratePerRai: "404800",
      amount: "0",
      ruleVersion: RELIEF_RULE,
      humanOverride: "none",
    },
  ],
  refused: [
    ["maximum", { countedNgan: 121 }, "คิดให้ไม่เกิน 30 ไร่", "at most 30 rai are counted"],
    [
      "pattern",
      { amount: "11,390.00" },
      "เงินเขียนเป็นสตางค์ ไม่มีจุลภาค",
      "money is written in satang, without commas",
    ],
  ],
});

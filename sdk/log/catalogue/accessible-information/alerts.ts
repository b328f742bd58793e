import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { quantity, units } from "../define/numbers.ts";
import { geohash5 } from "../define/strings.ts";
import { humanOverride, ruleVersion } from "../shared/decisions.ts";
import { promised, taken } from "../shared/standards.ts";
import { alertLevel } from "../shared/vocabulary.ts";

export const alertPushed = action("alert.pushed", {
  title: ["ส่งคำเตือนด่วน", "Alert pushed"],
  sentence: [
    "ส่งคำเตือน{hazard} ระดับ{level} ใน{place} ถึงผู้รับราว {recipients} ได้รับจริงราว {delivered} (ใช้เวลา {secondsTaken} จากที่สัญญาไว้ {secondsPromised})",
    "An alert of {hazard}, level “{level}”, for {place} went to about {recipients} and reached about {delivered} ({secondsTaken} of the {secondsPromised} promised)",
  ],
  fields: {
    hazard: enumOf(["เหตุ", "hazard"], {
      flood: ["น้ำท่วม", "flooding"],
      storm: ["พายุ", "a storm"],
      fire: ["ไฟไหม้", "fire"],
      roadClosed: ["ปิดถนน", "a closed road"],
      transitDisrupted: ["รถโดยสารขัดข้อง", "disrupted public transport"],
      airQuality: ["ฝุ่นเกินมาตรฐาน", "bad air"],
    }),
    level: alertLevel,
    place: geohash5(),
    recipients: quantity(["ผู้รับ (ปัดเป็นสิบ)", "recipients (in tens)"], units.people, [0, 10_000_000], 10),
    delivered: quantity(["ได้รับจริง (ปัดเป็นสิบ)", "reached (in tens)"], units.people, [0, 10_000_000], 10),
    secondsPromised: promised(units.seconds, 3_600),
    secondsTaken: taken(units.seconds, 86_400),
    ruleVersion: ruleVersion("alert-routing"),
    humanOverride,
  },
  examples: [
    {
      hazard: "flood",
      level: "warning",
      place: "w4rqy",
      recipients: 1_240,
      delivered: 1_210,
      secondsPromised: 60,
      secondsTaken: 21,
      ruleVersion: "alert-routing/1.4",
      humanOverride: "confirmed",
    },
    {
      hazard: "transitDisrupted",
      level: "watch",
      place: "w4rqq",
      recipients: 380,
      delivered: 370,
      secondsPromised: 60,
      secondsTaken: 75,
      ruleVersion: "alert-routing/1.4",
      humanOverride: "none",
    },
  ],
  refused: [
    ["multipleOf", { recipients: 3 }, "จำนวนคนต้องปัดเป็นสิบ", "people are counted in tens"],
    ["pattern", { place: "w4rqa" }, "ไม่ใช่รหัสจีโอแฮช", "this is no geohash"],
  ],
});

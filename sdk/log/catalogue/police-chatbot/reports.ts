import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { units } from "../define/numbers.ts";
import { geohash5, month } from "../define/strings.ts";
import { promised, taken } from "../shared/standards.ts";
import { channel } from "../shared/vocabulary.ts";
import { reportStates } from "./report-states.ts";

export const reportFiled = action("report.filed", {
  title: ["รับแจ้งความ", "Report filed"],
  sentence: [
    "รับแจ้งความเรื่อง{category}ใน{place} สัญญาว่าจะติดต่อกลับภายใน {hoursPromised}",
    "A report of {category} in {place} was filed; first contact is promised within {hoursPromised}",
  ],
  fields: {
    category: enumOf(["ประเภทเรื่อง", "category"], {
      property: ["ทรัพย์ถูกลักหรือเสียหาย", "stolen or damaged property"],
      onlineFraud: ["การหลอกลวงออนไลน์", "online fraud"],
      lostDocument: ["เอกสารหาย", "lost documents"],
      traffic: ["จราจร", "a traffic matter"],
      nuisance: ["เหตุเดือดร้อนรำคาญ", "a nuisance"],
      person: ["ความผิดต่อบุคคล", "an offence against a person"],
      other: ["อื่น ๆ", "another matter"],
    }),
    place: geohash5(),
    happenedIn: month(["เดือนที่เกิดเหตุ (ไม่ระบุวัน)", "month in which it happened (never the day)"]),
    channel,
    hoursPromised: promised(units.hours, 720),
  },
  examples: [
    { category: "onlineFraud", place: "w4rqq", happenedIn: "2026-11", channel: "chat", hoursPromised: 24 },
    { category: "lostDocument", place: "w4rqy", happenedIn: "2026-10", channel: "web", hoursPromised: 24 },
  ],
  refused: [
    ["pattern", { place: "w4rqqx7" }, "พื้นที่ละเอียดเกินไป", "the place is too exact"],
    ["pattern", { happenedIn: "2026-11-24" }, "บอกได้เพียงเดือน", "only the month may be said"],
    ["additionalProperties", { name: "…" }, "ไม่เก็บข้อมูลของผู้แจ้ง", "nothing about the person is kept"],
  ],
});

export const reportStateChanged = action("report.stateChanged", {
  title: ["สถานะการแจ้งความเปลี่ยน", "Report's state changed"],
  sentence: [
    "การแจ้งความเปลี่ยนสถานะจาก “{from}” เป็น “{to}” เพราะ{reason} (ใช้เวลา {hoursTaken} จากที่สัญญาไว้ {hoursPromised})",
    "The report went from “{from}” to “{to}” because {reason} ({hoursTaken} of the {hoursPromised} promised)",
  ],
  fields: {
    from: enumOf(["สถานะเดิม", "state before"], reportStates),
    to: enumOf(["สถานะใหม่", "state after"], reportStates),
    reason: enumOf(["เหตุผล", "reason"], {
      elementsMet: ["ข้อเท็จจริงเข้าองค์ประกอบความผิด", "the facts meet the elements of an offence"],
      otherJurisdiction: ["อยู่ในอำนาจของหน่วยอื่น", "another unit is competent"],
      notAnOffence: ["ไม่เป็นความผิดอาญา", "it is no criminal offence"],
      documentIssued: ["ออกหลักฐานการแจ้งความให้แล้ว", "proof of the report was issued"],
      workBegun: ["เริ่มสืบสวนสอบสวน", "investigation began"],
      evidenceMissing: ["ยังขาดพยานหลักฐาน", "evidence is missing"],
      evidenceReceived: ["ได้พยานหลักฐานเพิ่ม", "evidence was received"],
      fileComplete: ["สำนวนครบถ้วน", "the file is complete"],
      withdrawn: ["ผู้แจ้งถอนคำร้องทุกข์", "the complaint was withdrawn"],
    }),
    hoursPromised: promised(units.hours, 8_760),
    hoursTaken: taken(units.hours, 87_600),
  },
  examples: [
    { from: "filed", to: "accepted", reason: "elementsMet", hoursPromised: 24, hoursTaken: 19 },
    {
      from: "investigating",
      to: "awaitingEvidence",
      reason: "evidenceMissing",
      hoursPromised: 720,
      hoursTaken: 811,
    },
  ],
  refused: [
    ["enum", { to: "lost" }, "ไม่มีสถานะนี้", "there is no such state"],
    ["minimum", { hoursTaken: -1 }, "เวลาติดลบไม่ได้", "time cannot be negative"],
  ],
});

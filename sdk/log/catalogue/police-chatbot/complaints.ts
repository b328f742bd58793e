import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { units } from "../define/numbers.ts";
import { promised, taken } from "../shared/standards.ts";

export const complaintFiled = action("complaint.filed", {
  title: ["ร้องเรียนการให้บริการ", "Complaint about the station filed"],
  sentence: [
    "มีผู้ร้องเรียนสถานีเรื่อง{about} สัญญาว่าจะแจ้งผลภายใน {daysPromised}",
    "A complaint about {about} was filed; an answer is promised within {daysPromised}",
  ],
  fields: {
    about: enumOf(["เรื่องที่ร้องเรียน", "what it is about"], {
      delay: ["ความล่าช้า", "delay"],
      conduct: ["กิริยาและการปฏิบัติของเจ้าหน้าที่", "officers' conduct"],
      wrongInformation: ["การให้ข้อมูลผิด", "wrong information"],
      refusedToAccept: ["การไม่รับแจ้งความ", "a refusal to accept a report"],
      access: ["การเข้าถึงบริการ", "access to the service"],
    }),
    daysPromised: promised(units.days, 90),
  },
  examples: [
    { about: "delay", daysPromised: 15 },
    { about: "refusedToAccept", daysPromised: 15 },
  ],
  refused: [
    ["enum", { about: "officer" }, "ไม่ระบุตัวเจ้าหน้าที่", "no officer is named here"],
    ["type", { daysPromised: "15" }, "จำนวนวันต้องเป็นตัวเลข", "the number of days is no number"],
  ],
});

export const complaintClosed = action("complaint.closed", {
  title: ["ปิดเรื่องร้องเรียน", "Complaint closed"],
  sentence: [
    "เรื่องร้องเรียนพิจารณาเสร็จโดย{reviewedBy}: {outcome} และ{remedy} (ใช้เวลา {daysTaken} จากที่สัญญาไว้ {daysPromised})",
    "The complaint was reviewed by {reviewedBy}: {outcome}; {remedy} ({daysTaken} of the {daysPromised} promised)",
  ],
  fields: {
    outcome: enumOf(["ผลการพิจารณา", "outcome"], {
      upheld: ["มีมูล", "it was upheld"],
      partlyUpheld: ["มีมูลบางส่วน", "it was upheld in part"],
      notUpheld: ["ไม่มีมูล", "it was not upheld"],
      withdrawn: ["ผู้ร้องถอนเรื่อง", "it was withdrawn"],
    }),
    reviewedBy: enumOf(["ผู้พิจารณา", "reviewed by"], {
      superior: ["ผู้บังคับบัญชา", "a superior"],
      otherStation: ["สถานีอื่น", "another station"],
      independent: ["คณะกรรมการอิสระ", "an independent board"],
    }),
    remedy: enumOf(["การแก้ไข", "remedy"], {
      none: ["ไม่มีสิ่งที่ต้องแก้ไข", "nothing had to be mended"],
      apology: ["ได้ขอโทษผู้ร้อง", "an apology was given"],
      workRedone: ["ได้ดำเนินการใหม่ให้ถูกต้อง", "the work was done again"],
      procedureChanged: ["ได้ปรับวิธีทำงาน", "the procedure was changed"],
      discipline: ["ได้ส่งเรื่องทางวินัย", "it was passed on for discipline"],
    }),
    daysPromised: promised(units.days, 90),
    daysTaken: taken(units.days, 3_650),
  },
  examples: [
    { outcome: "upheld", reviewedBy: "superior", remedy: "workRedone", daysPromised: 15, daysTaken: 9 },
    { outcome: "notUpheld", reviewedBy: "independent", remedy: "none", daysPromised: 15, daysTaken: 22 },
  ],
  refused: [
    ["enum", { outcome: "ok" }, "ผลต้องอยู่ในรายการ", "the outcome is not of the list"],
    ["required", { reviewedBy: undefined }, "ต้องบอกว่าใครพิจารณา", "who reviewed it is not said"],
  ],
});

import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { units } from "../define/numbers.ts";
import { geohash5 } from "../define/strings.ts";
import { promised, taken } from "../shared/standards.ts";

export const barrierReported = action("barrier.reported", {
  title: ["แจ้งสิ่งกีดขวาง", "Barrier reported"],
  sentence: [
    "มีผู้แจ้ง{barrier}ใน{place} ผู้รับผิดชอบคือ{responsible} สัญญาว่าจะแก้ภายใน {daysPromised}",
    "Somebody reported {barrier} in {place}; {responsible} promised to mend it within {daysPromised}",
  ],
  fields: {
    barrier: enumOf(["สิ่งกีดขวาง", "barrier"], {
      tactilePaving: ["พื้นผิวต่างสัมผัสชำรุด", "broken tactile paving"],
      blockedPavement: ["ทางเท้าถูกกีดขวาง", "a blocked pavement"],
      silentCrossing: ["ทางข้ามไม่มีเสียงสัญญาณ", "a crossing without sound"],
      noAnnouncement: ["ไม่มีเสียงประกาศบนรถ", "no announcements on a vehicle"],
      stairsOnly: ["มีแต่บันได", "stairs only"],
      openHole: ["ฝาท่อเปิดหรือหลุม", "an open hole"],
    }),
    place: geohash5(),
    responsible: enumOf(["ผู้รับผิดชอบ", "responsible"], {
      cityWorks: ["สำนักการโยธา", "the city's public works"],
      highways: ["กรมทางหลวง", "the highways department"],
      transitOperator: ["ผู้ให้บริการขนส่ง", "the transport operator"],
      buildingOwner: ["เจ้าของอาคารสาธารณะ", "the owner of a public building"],
    }),
    daysPromised: promised(units.days, 365),
  },
  examples: [
    { barrier: "openHole", place: "w4rqn", responsible: "cityWorks", daysPromised: 3 },
    { barrier: "silentCrossing", place: "w4rqw", responsible: "cityWorks", daysPromised: 30 },
  ],
  refused: [
    ["enum", { responsible: "nobody" }, "ต้องมีผู้รับผิดชอบ", "somebody must be responsible"],
    ["maximum", { daysPromised: 1_000 }, "สัญญาได้ไม่เกินหนึ่งปี", "no promise is longer than a year"],
  ],
});

export const barrierFixed = action("barrier.fixed", {
  title: ["แก้สิ่งกีดขวางแล้ว", "Barrier fixed"],
  sentence: [
    "สิ่งกีดขวาง{outcome} ยืนยันโดย{verifiedBy} (ใช้เวลา {daysTaken} จากที่สัญญาไว้ {daysPromised})",
    "The barrier {outcome}, as confirmed by {verifiedBy} ({daysTaken} of the {daysPromised} promised)",
  ],
  fields: {
    outcome: enumOf(["ผล", "outcome"], {
      repaired: ["ซ่อมเสร็จแล้ว", "was repaired"],
      removed: ["ถูกย้ายออกแล้ว", "was removed"],
      temporary: ["แก้ไขชั่วคราว", "was mended for the time being"],
      notFound: ["ไม่พบในพื้นที่", "was not found there"],
    }),
    verifiedBy: enumOf(["ผู้ยืนยัน", "confirmed by"], {
      reporter: ["ผู้แจ้ง", "the person who reported it"],
      inspector: ["ผู้ตรวจงาน", "an inspector"],
      photo: ["ภาพถ่ายหน้างาน", "a photograph of the place"],
    }),
    daysPromised: promised(units.days, 365),
    daysTaken: taken(units.days, 3_650),
  },
  examples: [
    { outcome: "repaired", verifiedBy: "reporter", daysPromised: 3, daysTaken: 2 },
    { outcome: "temporary", verifiedBy: "inspector", daysPromised: 30, daysTaken: 44 },
  ],
  refused: [
    ["type", { daysTaken: 2.5 }, "นับเป็นวันเต็ม", "days are whole"],
    ["enum", { verifiedBy: "nobody" }, "ต้องมีผู้ยืนยัน", "somebody must confirm it"],
  ],
});

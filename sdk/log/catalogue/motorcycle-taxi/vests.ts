import { action } from "../define/action.ts";
import { enumOf, flag } from "../define/choices.ts";
import { ordinal, units } from "../define/numbers.ts";
import { promised, taken } from "../shared/standards.ts";
import { stand } from "./licences.ts";

export const vestBound = action("vest.bound", {
  title: ["ผูกเสื้อกับใบอนุญาต", "Vest bound to a licence"],
  sentence: [
    "ผูกคิวอาร์บนเสื้อวิน {stand} กับใบอนุญาต {replacesLost} (ใช้เวลา {daysTaken} จากที่สัญญาไว้ {daysPromised})",
    "The QR code of a vest of stand {stand} was bound to a licence; {replacesLost} ({daysTaken} of the {daysPromised} promised)",
  ],
  fields: {
    stand,
    replacesLost: flag(
      ["แทนเสื้อที่หาย", "replaces a lost vest"],
      ["แทนเสื้อที่หาย", "it replaces a lost vest"],
      ["เป็นเสื้อตัวแรก", "it is the first vest"],
    ),
    qrKeyVersion: ordinal(["รุ่นของกุญแจคิวอาร์", "version of the QR key"], [1, 9_999]),
    daysPromised: promised(units.days, 90),
    daysTaken: taken(units.days, 3_650),
  },
  examples: [
    { stand: "ST-0412", replacesLost: false, qrKeyVersion: 3, daysPromised: 3, daysTaken: 1 },
    { stand: "ST-0412", replacesLost: true, qrKeyVersion: 4, daysPromised: 3, daysTaken: 5 },
  ],
  refused: [
    ["type", { replacesLost: null }, "ต้องเป็นจริงหรือเท็จ", "it must be true or false"],
    ["minimum", { qrKeyVersion: 0 }, "รุ่นเริ่มที่ 1", "versions begin with 1"],
  ],
});

export const vestLost = action("vest.lost", {
  title: ["เสื้อหาย", "Vest lost"],
  sentence: [
    "มีผู้แจ้งว่าเสื้อ{circumstance} คิวอาร์ถูกปิดใช้ภายใน {minutesTaken} จากที่สัญญาไว้ {minutesPromised}",
    "A vest was reported {circumstance}; its QR code was disabled after {minutesTaken} of the {minutesPromised} promised",
  ],
  fields: {
    circumstance: enumOf(["ลักษณะ", "circumstance"], {
      lost: ["หาย", "lost"],
      stolen: ["ถูกขโมย", "stolen"],
      damaged: ["ชำรุดจนอ่านไม่ได้", "damaged beyond reading"],
    }),
    minutesPromised: promised(units.minutes, 1_440),
    minutesTaken: taken(units.minutes, 100_000),
  },
  examples: [
    { circumstance: "stolen", minutesPromised: 15, minutesTaken: 4 },
    { circumstance: "lost", minutesPromised: 15, minutesTaken: 31 },
  ],
  refused: [
    ["enum", { circumstance: "sold" }, "ลักษณะต้องอยู่ในรายการ", "the circumstance is not of the list"],
    ["minimum", { minutesPromised: 0 }, "ต้องสัญญาอย่างน้อย 1 นาที", "at least a minute is promised"],
  ],
});

import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { quantity, units } from "../define/numbers.ts";
import { code, dateTime, geohash5, hash, version } from "../define/strings.ts";
import { ruleVersion } from "../shared/decisions.ts";
import { promised, taken } from "../shared/standards.ts";

/** A device is a thing in the forest, not a person's: its number is public. */
export const device = code(["เครื่อง", "device"], "^FS-[0-9]{4}$", 7);

export const deviceRegistered = action("device.registered", {
  title: ["ขึ้นทะเบียนเครื่องตรวจวัด", "Device registered"],
  sentence: [
    "ขึ้นทะเบียนเครื่อง {device} ชนิด{kind}ใน{place} จะวัด {readingsPerHour} ทุกชั่วโมง",
    "Device {device} ({kind}) was registered in {place}; it takes {readingsPerHour} an hour",
  ],
  fields: {
    device,
    kind: enumOf(["ชนิด", "kind"], {
      smoke: ["วัดควัน", "smoke"],
      weather: ["วัดอุณหภูมิและความชื้น", "temperature and humidity"],
      sound: ["ฟังเสียงเลื่อยและรถ", "sound of saws and engines"],
      water: ["วัดระดับน้ำ", "water level"],
    }),
    place: geohash5(),
    readingsPerHour: quantity(["จำนวนค่าที่วัดต่อชั่วโมง", "readings an hour"], units.readings, [1, 36_000]),
    keyFingerprint: hash([
      "ลายนิ้วมือกุญแจของเครื่อง (SHA-256)",
      "fingerprint of the device's public key (SHA-256)",
    ]),
    firmware: version(["รุ่นโปรแกรมของเครื่อง", "firmware"], "forest-node"),
  },
  examples: [
    {
      device: "FS-0001",
      kind: "smoke",
      place: "w5qfx",
      readingsPerHour: 60,
      keyFingerprint: "0x6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      firmware: "forest-node/2.4",
    },
    {
      device: "FS-0017",
      kind: "sound",
      place: "w5r4b",
      readingsPerHour: 3_600,
      keyFingerprint: "0x9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a",
      firmware: "forest-node/2.4",
    },
  ],
  refused: [
    ["pattern", { keyFingerprint: "abc" }, "ลายนิ้วมือต้องยาว 32 ไบต์", "a fingerprint has 32 bytes"],
    ["pattern", { place: "18.79,98.98" }, "พื้นที่ละเอียดเกินไป", "the place is too exact"],
  ],
});

export const deviceRetired = action("device.retired", {
  title: ["ปลดระวางเครื่องตรวจวัด", "Device retired"],
  sentence: [
    "ปลดระวางเครื่อง {device} เพราะ{reason} หลังใช้งาน {daysInService} บันทึกไว้ {hoursSealed}",
    "Device {device} was retired after {daysInService} because {reason}; {hoursSealed} were sealed",
  ],
  fields: {
    device,
    reason: enumOf(["เหตุผล", "reason"], {
      broken: ["ชำรุด", "it was broken"],
      stolen: ["ถูกขโมย", "it was stolen"],
      batteryEnd: ["แบตเตอรี่หมดอายุ", "its battery reached its end"],
      replaced: ["มีเครื่องใหม่แทน", "another device replaced it"],
      siteClosed: ["เลิกจุดติดตั้ง", "its site was given up"],
    }),
    daysInService: taken(units.days, 36_500),
    hoursSealed: quantity(["ชั่วโมงที่ผนึกข้อมูลแล้ว", "hours sealed"], units.hours, [0, 876_000]),
  },
  examples: [
    { device: "FS-0001", reason: "batteryEnd", daysInService: 730, hoursSealed: 17_204 },
    { device: "FS-0017", reason: "stolen", daysInService: 41, hoursSealed: 980 },
  ],
  refused: [
    ["pattern", { device: "fs-1" }, "รูปแบบรหัสเครื่องไม่ถูกต้อง", "this is no number of a device"],
    ["required", { hoursSealed: undefined }, "ต้องบอกว่าผนึกไปกี่ชั่วโมง", "the hours sealed are not said"],
  ],
});

export const deviceSilent = action("device.silent", {
  title: ["เครื่องเงียบ", "Device silent"],
  sentence: [
    "เครื่อง {device} ไม่ส่งข้อมูลตั้งแต่ {silentSince} นาน {hoursTaken} (ต้องส่งภายใน {hoursPromised})",
    "Device {device} has sent nothing since {silentSince}: {hoursTaken}, while it must send within {hoursPromised}",
  ],
  fields: {
    device,
    silentSince: dateTime(["เงียบตั้งแต่", "silent since"]),
    hoursPromised: promised(units.hours, 720),
    hoursTaken: taken(units.hours, 87_600),
    ruleVersion: ruleVersion("silence"),
  },
  examples: [
    {
      device: "FS-0017",
      silentSince: "2026-11-24T03:00:00Z",
      hoursPromised: 3,
      hoursTaken: 3,
      ruleVersion: "silence/1.0",
    },
    {
      device: "FS-0004",
      silentSince: "2026-11-20T11:00:00Z",
      hoursPromised: 3,
      hoursTaken: 49,
      ruleVersion: "silence/1.0",
    },
  ],
  refused: [
    ["pattern", { silentSince: "2026-11-24T10:00:00+07:00" }, "เวลาต้องเป็น UTC", "times are in UTC"],
    ["format", { silentSince: "2026-11-31T03:00:00Z" }, "ไม่มีวันนี้ในปฏิทิน", "there is no such day"],
  ],
});

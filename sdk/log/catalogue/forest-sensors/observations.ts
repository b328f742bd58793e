import { action } from "../define/action.ts";
import { quantity, units } from "../define/numbers.ts";
import { hash, hour } from "../define/strings.ts";
import { device } from "./devices.ts";

const readings = (th: string, en: string) => quantity([th, en], units.readings, [0, 36_000]);

/** An hour's readings stay at the agency; whoever gets them can prove by the root that none was changed or left out. */
export const observationsSealed = action("observations.sealed", {
  title: ["ผนึกค่าที่วัดได้รายชั่วโมง", "Hour's readings sealed"],
  sentence: [
    "เครื่อง {device} ผนึกค่าที่วัดในชั่วโมงที่เริ่ม {hour}: ได้ {received} จากที่ควรได้ {expected}",
    "Device {device} sealed the hour from {hour}: {received} of {expected}",
  ],
  fields: {
    device,
    hour: hour(["ชั่วโมงที่เริ่ม", "hour beginning"]),
    expected: readings("ค่าที่ควรได้", "readings expected"),
    received: readings("ค่าที่ได้จริง", "readings received"),
    root: hash(["รากแฮชของค่าทั้งหมดในชั่วโมงนั้น (RFC 9162)", "Merkle root of the hour's readings (RFC 9162)"]),
  },
  examples: [
    {
      device: "FS-0001",
      hour: "2026-11-24T03:00:00Z",
      expected: 60,
      received: 60,
      root: "0x6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    },
    {
      device: "FS-0017",
      hour: "2026-11-24T04:00:00Z",
      expected: 3_600,
      received: 3_418,
      root: "0x9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a",
    },
  ],
  refused: [
    ["pattern", { hour: "2026-11-24T03:30:00Z" }, "ต้องเป็นต้นชั่วโมง", "this is no beginning of an hour"],
    ["required", { root: undefined }, "ขาดรากแฮช", "the root is missing"],
  ],
});

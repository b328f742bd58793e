import type { Service } from "../define/service.ts";
import { text } from "../define/text.ts";
import { alertAcknowledged, alertClosed, alertRaised } from "./alerts.ts";
import { days } from "./days.ts";
import { deviceRegistered, deviceRetired, deviceSilent } from "./devices.ts";
import { observationsSealed } from "./observations.ts";

const inService = ["device.registered", "observations.sealed", "device.silent"];

export const forestSensors: Service = {
  name: "th.go.forest.sensors",
  agency: {
    code: 92004,
    name: text([
      "สำนักจัดการทรัพยากรป่าไม้ที่ 1 เชียงใหม่ (สาธิต)",
      "Forest Resource Management Office 1, Chiang Mai (demonstration)",
    ]),
    province: 50,
  },
  title: text(["เครื่องตรวจวัดในป่า", "Forest sensors"]),
  purpose: text([
    "ตรวจได้ว่าค่าที่เครื่องวัดได้ทุกชั่วโมงไม่ถูกแก้หรือตัดทิ้งภายหลัง เครื่องใดเงียบไปเมื่อใด เหตุไฟป่าหรือลักลอบตัดไม้ถูกแจ้งและมีผู้รับทราบเร็วเพียงใด และเมื่อเข้าพื้นที่แล้วพบว่าเป็นเหตุจริงหรือไม่",
    "That no hourly reading was changed or dropped afterwards, which device fell silent and when, how fast alerts of fire and illegal logging were raised and acknowledged, and whether they proved true on the ground.",
  ]),
  heartbeatSeconds: 7_200,
  maximumMergeDelaySeconds: 300,
  actions: [
    deviceRegistered,
    deviceRetired,
    observationsSealed,
    alertRaised,
    alertAcknowledged,
    alertClosed,
    deviceSilent,
  ],
  follows: {
    "device.registered": [null],
    "observations.sealed": inService,
    "device.silent": inService,
    "device.retired": inService,
    "alert.raised": [null],
    "alert.acknowledged": ["alert.raised"],
    "alert.closed": ["alert.acknowledged"],
  },
  days,
};

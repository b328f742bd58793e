import type { EventTexts } from "./texts.ts";

export const texts: EventTexts = {
  ServiceRegistered: {
    th: "ขึ้นทะเบียนบริการ {titleTh} ({name}) ของหน่วยงานรหัส {agency}",
    en: "The service {titleEn} ({name}) of agency {agency} was registered",
  },
  ServiceRetitled: { th: "เปลี่ยนชื่อบริการเป็น {titleTh}", en: "A service was retitled {titleEn}" },
  ServiceTimingChanged: {
    th: "เปลี่ยนเวลาที่บริการสัญญา: ยืนยันภายใน {maxMergeDelay} วินาที ส่งสัญญาณทุก {heartbeatInterval} วินาที",
    en: "A service promises other times: anchored within {maxMergeDelay} seconds, a sign of life every {heartbeatInterval} seconds",
  },
  ServiceSuspended: { th: "ระงับบริการ ไม่รับรายการใหม่", en: "A service was suspended and takes nothing new" },
  ServiceReinstated: { th: "ยกเลิกการระงับบริการ", en: "A service was reinstated" },
  ServiceRetired: { th: "เลิกบริการถาวร", en: "A service ended for ever" },
  KeyAdded: { th: "เพิ่มกุญแจของบริการ", en: "A key was added to a service" },
  KeyEnded: { th: "เลิกใช้กุญแจของบริการ", en: "A key of a service ended" },
  GatewayAdded: { th: "ขึ้นทะเบียนจุดรับรายการ {gateway} ให้บริการ", en: "{gateway} became a gateway of a service" },
  GatewayEnded: { th: "เลิกใช้จุดรับรายการ {gateway}", en: "{gateway} is no gateway of a service any more" },
  ActionTypeDefined: {
    th: "กำหนดประเภทรายการ {name} รุ่นที่ {version}",
    en: "Version {version} of the action type {name} was defined",
  },
  ActionTypeWithdrawn: { th: "เลิกใช้ประเภทรายการ {name}", en: "The action type {name} was withdrawn" },
  Anchored: {
    th: "บันทึกของบริการยืนยันบนบัญชีแล้วถึงรายการที่ {size}",
    en: "The log of a service was anchored with {size} entries",
  },
  HeartbeatReceived: {
    th: "บริการแจ้งว่ายังทำงานอยู่ ไม่มีรายการใหม่ (มี {size} รายการ)",
    en: "A service is there and has nothing new ({size} entries)",
  },
  HeadCosigned: {
    th: "หน่วยงานรหัส {agency} รับรองบันทึกของบริการถึงรายการที่ {size}",
    en: "Agency {agency} cosigned the log of a service with {size} entries",
  },
  PromiseBroken: {
    th: "พิสูจน์แล้วว่าบริการผิดคำสัญญาที่รายการที่ {index}",
    en: "A service was shown to have broken a promise at entry {index}",
  },
};

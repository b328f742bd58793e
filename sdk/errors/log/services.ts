import type { ContractErrorTexts } from "../contract-text.ts";

/** Errors of the register of services: admission, times, titles, action types. */
export const serviceErrors: ContractErrorTexts = {
  ServiceRegistryNameMalformed: {
    th: [
      "ชื่อบริการ “{name}” ใช้ไม่ได้",
      "ชื่อบริการเป็นชื่อโดเมนกลับลำดับ ใช้ a–z 0–9 ขีดกลาง และจุดคั่น อย่างน้อยสองส่วน ยาวไม่เกิน 120 ตัวอักษร",
      "แก้ชื่อให้อยู่ในรูปเช่น th.go.police.chatbot แล้วส่งใหม่",
    ],
    en: [
      "“{name}” cannot be the name of a service.",
      "A name is a domain name in reverse: a–z, 0–9 and hyphens, at least two parts joined by dots, at most 120 characters.",
      "Write it like th.go.police.chatbot and send it again.",
    ],
  },
  ServiceRegistryTitleMissing: {
    th: [
      "บริการยังไม่มีชื่อเรียกครบสองภาษา",
      "ประชาชนต้องอ่านชื่อบริการได้ทั้งภาษาไทยและภาษาอังกฤษ",
      "ระบุชื่อเรียกทั้งสองภาษา แล้วส่งใหม่",
    ],
    en: [
      "The service lacks a title.",
      "The public reads its title in Thai and in English.",
      "Give both titles and send it again.",
    ],
  },
  ServiceRegistryDelayOutOfRange: {
    th: [
      "เวลายืนยันสูงสุด {maxMergeDelay} วินาทีใช้ไม่ได้",
      "ต้องอยู่ระหว่าง 1 วินาทีถึง 24 ชั่วโมง",
      "กำหนดเวลาใหม่ระหว่าง 1 ถึง 86,400 วินาที",
    ],
    en: [
      "A longest delay of {maxMergeDelay} seconds cannot be promised.",
      "It lies between one second and 24 hours.",
      "Choose 1 to 86,400 seconds.",
    ],
  },
  ServiceRegistryHeartbeatTooShort: {
    th: [
      "รอบสัญญาณปกติ {heartbeatInterval} วินาทีสั้นกว่าเวลายืนยันสูงสุด {maxMergeDelay} วินาที",
      "หากรอบสั้นกว่านี้ บริการที่ทำงานปกติจะถูกมองว่าเงียบหาย",
      "กำหนดรอบให้ไม่สั้นกว่าเวลายืนยันสูงสุด หรือใส่ 0 หากไม่สัญญา",
    ],
    en: [
      "A heartbeat every {heartbeatInterval} seconds is more often than the longest delay of {maxMergeDelay} seconds.",
      "A service in good order would look silent.",
      "Choose an interval not below the delay, or 0 for none.",
    ],
  },
  ServiceRegistryServiceExists: {
    th: ["มีบริการชื่อนี้อยู่แล้ว ({service})", "ชื่อหนึ่งชื่อใช้กับบริการเดียวตลอดไป", "ใช้ชื่ออื่น หรือตรวจสอบว่าขึ้นทะเบียนไว้แล้วหรือไม่"],
    en: [
      "A service of this name exists already ({service}).",
      "A name stands for one service for ever.",
      "Choose another name, or look whether it is registered already.",
    ],
  },
  ServiceRegistryServiceUnknown: {
    th: ["ไม่พบบริการ {service}", "บริการนี้ยังไม่ได้ขึ้นทะเบียน", "ตรวจสอบชื่อบริการ หรือขอให้นายทะเบียนขึ้นทะเบียนก่อน"],
    en: [
      "There is no service {service}.",
      "It has not been registered.",
      "Check its name, or ask the registrar to register it first.",
    ],
  },
  ServiceRegistryServiceClosed: {
    th: [
      "บริการ {service} ปิดรับรายการแล้ว",
      "บริการถูกระงับหรือเลิกเมื่อ {closedAt:time}",
      "หากเป็นการระงับ ให้ขอนายทะเบียนยกเลิกการระงับ",
    ],
    en: [
      "The service {service} takes nothing new.",
      "It was suspended or retired at {closedAt:time}.",
      "If it is suspended, ask the registrar to reinstate it.",
    ],
  },
  ServiceRegistryServiceOpen: {
    th: ["บริการ {service} เปิดอยู่แล้ว", "ยกเลิกการระงับได้เฉพาะบริการที่ถูกระงับ", "ไม่ต้องดำเนินการ"],
    en: [
      "The service {service} is open.",
      "Only a suspended service can be reinstated.",
      "Nothing needs to be done.",
    ],
  },
  ServiceRegistryServiceRetired: {
    th: ["บริการ {service} เลิกถาวรแล้ว", "เลิกเมื่อ {closedAt:time} และเปิดใหม่ไม่ได้", "ขึ้นทะเบียนบริการใหม่ด้วยชื่ออื่น"],
    en: [
      "The service {service} has ended for ever.",
      "It was retired at {closedAt:time} and cannot be opened again.",
      "Register a new service under another name.",
    ],
  },
  ServiceRegistryActionTypeMalformed: {
    th: [
      "ชื่อประเภทรายการ “{name}” ใช้ไม่ได้",
      "ต้องเป็นคำตัวอักษรหรือตัวเลขตั้งแต่สองคำ คั่นด้วยจุด ทุกคำขึ้นต้นด้วยตัวพิมพ์เล็ก ยาวไม่เกิน 60 ตัวอักษร",
      "แก้ให้อยู่ในรูปเช่น report.filed แล้วส่งใหม่",
    ],
    en: [
      "“{name}” cannot be the name of an action type.",
      "It is two or more words of letters and digits joined by dots, each beginning with a small letter, at most 60 characters.",
      "Write it like report.filed and send it again.",
    ],
  },
  ServiceRegistrySchemaCidMalformed: {
    th: [
      "ที่เก็บแบบข้อมูล {cid} ผิดรูปแบบ",
      "ต้องเป็น CIDv1 แบบไบนารีที่ใช้ SHA-256 ความยาว 36 ไบต์",
      "ใช้ CID ที่ระบบจัดเก็บเอกสารให้มา โดยไม่แก้ไข",
    ],
    en: [
      "The schema's address {cid} is malformed.",
      "It must be a binary CIDv1 with SHA-256, 36 bytes.",
      "Use the CID that the document store gave, unchanged.",
    ],
  },
  ServiceRegistrySchemaUnchanged: {
    th: [
      "ประเภทรายการ {name} ใช้แบบข้อมูลนี้อยู่แล้ว (รุ่นที่ {version})",
      "รุ่นใหม่ต้องมีแบบข้อมูลที่ต่างจากเดิม",
      "ไม่ต้องดำเนินการ หรือส่งแบบข้อมูลที่แก้แล้ว",
    ],
    en: [
      "The action type {name} has this schema already, as version {version}.",
      "A new version needs another schema.",
      "Nothing needs to be done; or send the changed schema.",
    ],
  },
  ServiceRegistryActionTypeUnknown: {
    th: [
      "บริการไม่มีประเภทรายการ {name} ที่ใช้อยู่",
      "ประเภทนี้ยังไม่ได้กำหนด หรือเลิกใช้แล้ว",
      "ตรวจสอบชื่อประเภท หรือกำหนดประเภทนี้ก่อน",
    ],
    en: [
      "The service has no action type {name} in use.",
      "It was never defined, or is withdrawn.",
      "Check the name, or define the type first.",
    ],
  },
};

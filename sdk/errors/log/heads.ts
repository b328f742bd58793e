import type { ContractErrorTexts } from "../contract-text.ts";

/** Errors of the action log: anchors and cosignatures. */
export const headErrors: ContractErrorTexts = {
  ActionLogClosed: {
    th: [
      "บันทึกของบริการ {service} เพิ่มไม่ได้แล้ว",
      "บริการปิดแล้ว และหมดเวลายืนยันรายการที่รับไว้ก่อนปิดเมื่อ {closesAt:time}",
      "หากเป็นการระงับ ให้ขอนายทะเบียนยกเลิกการระงับ",
    ],
    en: [
      "The log of the service {service} cannot grow any more.",
      "The service is closed, and the time to anchor what it had promised ended at {closesAt:time}.",
      "If it is suspended, ask the registrar to reinstate it.",
    ],
  },
  ActionLogNotLonger: {
    th: [
      "บันทึกใหม่ไม่ยาวกว่าเดิม",
      "บันทึกของ {service} มี {size} รายการแล้ว แต่ส่งมา {newSize} รายการ",
      "อ่านยอดล่าสุดจากบัญชี แล้วส่งเฉพาะเมื่อมีรายการเพิ่ม",
    ],
    en: [
      "The log would not grow.",
      "The log of {service} has {size} entries already; {newSize} were sent.",
      "Read the anchored head, and anchor when there are more.",
    ],
  },
  ActionLogNotAnExtension: {
    th: [
      "หลักฐานไม่แสดงว่าบันทึกใหม่ต่อจากบันทึกเดิม",
      "บันทึกของ {service} มี {size} รายการ ราก {root} ไม่เป็นส่วนต้นของบันทึก {newSize} รายการ ราก {newRoot} ตามหลักฐานที่ส่งมา",
      "ตรวจว่ารายการเดิมไม่ถูกแก้ ลบ หรือสลับ แล้วคำนวณหลักฐานใหม่",
    ],
    en: [
      "The proof does not show that the new log extends the old one.",
      "By it, the log of {service} with {size} entries and root {root} is no beginning of that with {newSize} entries and root {newRoot}.",
      "Check that no earlier entry was changed, dropped or moved, and compute the proof again.",
    ],
  },
  ActionLogBundleMissing: {
    th: [
      "ยังไม่ได้ระบุชุดรายการที่เผยแพร่",
      "ทุกครั้งที่บันทึกของ {service} ยาวขึ้น ต้องเผยแพร่รายการใหม่ให้ผู้อื่นตรวจได้",
      "เผยแพร่ชุดรายการก่อน แล้วส่งใหม่",
    ],
    en: [
      "The published bundle is not named.",
      "Whenever the log of {service} grows, the new entries are published for everybody to check.",
      "Publish the bundle first, then anchor.",
    ],
  },
  ActionLogWitnessNotIndependent: {
    th: [
      "พยานสังกัดหน่วยงาน {agency} ซึ่งเป็นเจ้าของบริการ {service}",
      "พยานต้องมาจากหน่วยงานอื่น",
      "ให้พยานของหน่วยงานอื่นลงนาม",
    ],
    en: [
      "The witness belongs to agency {agency}, which owns the service {service}.",
      "A witness comes from another agency.",
      "Let a witness of another agency cosign.",
    ],
  },
  ActionLogAlreadyCosigned: {
    th: [
      "หน่วยงาน {agency} รับรองถึงรายการที่ {size} แล้ว",
      "รับรองบันทึกของ {service} ได้เฉพาะส่วนที่ยาวกว่าเดิม",
      "รอให้บันทึกยาวขึ้น แล้วรับรองใหม่",
    ],
    en: [
      "Agency {agency} has cosigned up to {size} entries.",
      "Only a longer log of {service} can be cosigned again.",
      "Wait until the log has grown.",
    ],
  },
  ActionLogNotABeginning: {
    th: [
      "หลักฐานไม่แสดงว่าส่วนที่รับรองเป็นส่วนต้นของบันทึก",
      "{cosignedSize} รายการ ราก {cosignedRoot} ไม่ตรงกับส่วนต้นของบันทึก {service} ตามหลักฐานที่ส่งมา",
      "ตรวจบันทึกที่ได้รับกับรากบนบัญชี หากไม่ตรงให้แจ้งสาธารณะ",
    ],
    en: [
      "The proof does not show that what is cosigned begins the anchored log.",
      "By it, {cosignedSize} entries with root {cosignedRoot} are no beginning of the log of {service}.",
      "Compare what you received with the anchored root; if they differ, make it public.",
    ],
  },
  ActionLogNothingToCosign: {
    th: ["บันทึกที่ไม่มีรายการรับรองไม่ได้", "ต้องรับรองอย่างน้อยหนึ่งรายการของ {service}", "รอให้มีรายการ แล้วรับรอง"],
    en: [
      "An empty log cannot be cosigned.",
      "At least one entry of {service} is needed.",
      "Wait until there are entries.",
    ],
  },
};

import type { ContractErrorTexts } from "../contract-text.ts";

/** Errors of the action log: promises and reports that one was broken. */
export const promiseErrors: ContractErrorTexts = {
  ActionLogNotPromised: {
    th: [
      "คำสัญญานี้ไม่ได้ลงนามโดยจุดรับรายการของบริการ",
      "ผู้ลงนาม {signer} ไม่เป็นจุดรับรายการของ {service} เมื่อ {issuedAt:time}",
      "ตรวจว่าคำตอบของจุดรับรายการครบถ้วนและไม่ถูกแก้ไข",
    ],
    en: [
      "The promise is not signed by a gateway of the service.",
      "{signer} was no gateway of {service} at {issuedAt:time}.",
      "Check that the gateway's answer is complete and unaltered.",
    ],
  },
  ActionLogNotInGroup: {
    th: [
      "คำสัญญา {statementHash} ไม่อยู่ในกลุ่มที่ลงนาม",
      "ลำดับ ขนาดกลุ่ม และเส้นทางหลักฐานไม่เข้ากัน",
      "ส่งข้อมูลหลักฐานตามที่จุดรับรายการตอบมา โดยไม่แก้ไข",
    ],
    en: [
      "The promise {statementHash} is not in the signed group.",
      "Its place, the group's size and the path do not fit together.",
      "Send the path as the gateway gave it, unchanged.",
    ],
  },
  ActionLogAlreadyReported: {
    th: [
      "มีการแจ้งเรื่องคำสัญญา {statementHash} ไว้แล้ว",
      "คำสัญญาหนึ่งข้อแจ้งผิดสัญญาแบบเดียวกันได้ครั้งเดียว",
      "ไม่ต้องดำเนินการ",
    ],
    en: [
      "This breach of the promise {statementHash} is on record already.",
      "Each way in which a promise was broken is reported once.",
      "Nothing needs to be done.",
    ],
  },
  ActionLogDeadlineAhead: {
    th: [
      "ยังไม่ถึงกำหนดตามคำสัญญา",
      "กำหนดคือ {deadline:time} ขณะนี้ {blockTime:time}",
      "รอให้เลยกำหนด แล้วแจ้งใหม่หากยังไม่บันทึก",
    ],
    en: [
      "The deadline has not passed.",
      "It is {deadline:time}; now it is {blockTime:time}.",
      "Wait until it has passed, and report when nothing is anchored by then.",
    ],
  },
  ActionLogPromiseAnchored: {
    th: [
      "บันทึกของ {service} ยาวถึงรายการที่สัญญาแล้ว",
      "บันทึกมี {size} รายการ คำสัญญาครอบคลุมถึงรายการที่ {promisedSize}",
      "หากรายการที่บันทึกไม่ตรงกับที่สัญญา ให้แจ้งว่าบันทึกผิดรายการ",
    ],
    en: [
      "The log of {service} is as long as promised.",
      "It has {size} entries; the promise needs {promisedSize}.",
      "If an entry is not what was promised, report a wrong leaf.",
    ],
  },
  ActionLogLeafNotPromised: {
    th: [
      "รายการ {leaf} ไม่อยู่ในคำสัญญาที่ลำดับ {offset}",
      "เส้นทางหลักฐานไม่นำไปถึงรากของรายการที่สัญญา",
      "คำนวณหลักฐานใหม่จากรายการที่ส่งไปทั้งหมด",
    ],
    en: [
      "The leaf {leaf} is not promised at place {offset}.",
      "The path does not lead to the promised root.",
      "Compute the path again from all records that were sent.",
    ],
  },
  ActionLogLeafNotAnchored: {
    th: [
      "บันทึกไม่มีรายการ {leaf} ที่ลำดับ {index}",
      "เส้นทางหลักฐานไม่นำไปถึงรากบนบัญชี",
      "คำนวณหลักฐานใหม่จากบันทึกที่เผยแพร่ตามขนาดล่าสุดบนบัญชี",
    ],
    en: [
      "The log does not hold the leaf {leaf} at index {index}.",
      "The path does not lead to the anchored root.",
      "Compute the path again for the anchored size.",
    ],
  },
  ActionLogLeafAsPromised: {
    th: ["บันทึกตรงตามคำสัญญา", "รายการที่ลำดับ {index} คือ {leaf} ตามที่สัญญาไว้", "ไม่ต้องดำเนินการ"],
    en: [
      "The log holds what was promised.",
      "The entry at index {index} is {leaf}, as promised.",
      "Nothing needs to be done.",
    ],
  },
};

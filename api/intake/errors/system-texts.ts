import type { Details } from "../../../sdk/errors.ts";
import { both } from "./both.ts";

/** The intake cannot take anything now, or not for this service; the same request may be sent again. */
export const systemTexts = {
  LOG_INTAKE_BUSY: ({ seconds }: Details) =>
    both(
      [
        "ขณะนี้มีคำขอรออยู่เต็มจำนวน",
        "บันทึกที่รับแล้วต้องเขียนลงดิสก์ก่อนตอบ จึงรับเพิ่มไม่ได้ชั่วคราว ยังไม่มีการบันทึกจากคำขอนี้",
        `รอ ${seconds} วินาทีแล้วส่งคำขอเดิมใหม่`,
      ],
      [
        "All places for waiting requests are taken.",
        "What is taken is written to disk before it is answered, so no more can be taken now. Nothing of this request was logged.",
        `Wait ${seconds} seconds and send the same request again.`,
      ],
    ),
  LOG_INTAKE_SERVICE_BUSY: ({ limit, seconds }: Details) =>
    both(
      [
        "บริการนี้ส่งบันทึกมามากเกินส่วนแบ่ง",
        `รอพร้อมกันได้ไม่เกิน ${limit} คำขอต่อบริการ ยังไม่มีการบันทึกจากคำขอนี้`,
        `รอ ${seconds} วินาทีแล้วส่งคำขอเดิมใหม่ หรือส่งเป็นชุดที่เล็กลง`,
      ],
      [
        "The service has used up its share.",
        `At most ${limit} of its requests may be under way. Nothing of this request was logged.`,
        `Wait ${seconds} seconds and send the same request again, or send smaller batches.`,
      ],
    ),
  LOG_INTAKE_ADDRESS_BUSY: ({ limit, seconds }: Details) =>
    both(
      [
        "มีคำขอจากที่อยู่เครือข่ายนี้กำลังส่งเข้ามามากเกินส่วนแบ่ง",
        `ที่อยู่หนึ่งส่งพร้อมกันได้ไม่เกิน ${limit} คำขอ และใช้ที่พักข้อมูลได้ไม่เกินหนึ่งในสี่ ยังไม่มีการบันทึกจากคำขอนี้`,
        `รอ ${seconds} วินาทีแล้วส่งคำขอเดิมใหม่ โดยส่งพร้อมกันให้น้อยลง หากอยู่หลังพร็อกซีของระบบเอง ให้ผู้ดูแลตั้ง TRUST_PROXY`,
      ],
      [
        "Too much is being sent from this network address at the same time.",
        `One address may be sending ${limit} requests at once, and fill a quarter of the room for bodies. Nothing of this request was logged.`,
        `Wait ${seconds} seconds and send the same request again, fewer at a time. If they come through the operator's own proxy, TRUST_PROXY must be set.`,
      ],
    ),
  LOG_INTAKE_BODY_SLOW: ({ seconds }: Details) =>
    both(
      [
        "เนื้อหาของคำขอมาช้าเกินไป",
        `ต้องส่งให้ครบภายใน ${seconds} วินาที มิฉะนั้นจะกันที่ของผู้อื่น ยังไม่มีการบันทึกจากคำขอนี้`,
        "ส่งคำขอเดิมใหม่ หรือแบ่งเป็นคำขอที่เล็กลงหากสัญญาณช้า",
      ],
      [
        "The body of the request came too slowly.",
        `All of it must have come within ${seconds} seconds, since it takes room that others need. Nothing of this request was logged.`,
        "Send the same request again, or smaller ones over a slow line.",
      ],
    ),
  LOG_INTAKE_NOT_WRITER: () =>
    both(
      [
        "กระบวนการนี้ยังไม่ได้เป็นผู้เขียนบันทึก",
        "มีผู้เขียนได้ทีละหนึ่ง อีกกระบวนการหนึ่งเป็นผู้เขียนอยู่ หรือกระบวนการนี้กำลังเริ่ม",
        "รอสักครู่แล้วส่งคำขอเดิมใหม่",
      ],
      [
        "This process is not the one that writes the logs.",
        "There is one at a time: another process is the writer, or this one is just starting.",
        "Wait a moment and send the same request again.",
      ],
    ),
  LOG_INTAKE_NO_KEY: () =>
    both(
      [
        "จุดรับนี้ไม่มีกุญแจสำหรับลงลายมือชื่อคำมั่น",
        "ผู้ดูแลยังไม่ได้กำหนด LOG_GATEWAY_KEY_FILE",
        "ส่งไปยังจุดรับอื่น หรือแจ้งผู้ดูแลให้กำหนดกุญแจ",
      ],
      [
        "This gateway has no key to sign promises with.",
        "Its operator has not set LOG_GATEWAY_KEY_FILE.",
        "Send to another gateway, or have the operator set the key.",
      ],
    ),
  LOG_INTAKE_STORE_UNREACHABLE: () =>
    both(
      [
        "ขณะนี้เขียนบันทึกไม่ได้",
        "ขาดการเชื่อมต่อกับฐานข้อมูล หรือฐานข้อมูลยังไม่พร้อม คำขอนี้อาจถูกบันทึกแล้วหรือไม่ก็ได้",
        "รอสักครู่แล้วส่งคำขอเดิมใหม่ด้วย Idempotency-Key เดิม จะไม่ถูกบันทึกซ้ำ",
      ],
      [
        "Nothing can be logged now.",
        "The connection to the database was lost, or it is not ready. Whether this request was logged is not known.",
        "Wait a moment and send the same request again under its Idempotency-Key; it will not be logged twice.",
      ],
    ),
  LOG_INTAKE_STORE_FULL: () =>
    both(
      [
        "ขณะนี้บันทึกไม่ได้เพราะพื้นที่เก็บข้อมูลเต็ม",
        "ฐานข้อมูลไม่มีพื้นที่เหลือ คำขอนี้ไม่ถูกบันทึก สิ่งที่ตอบรับไปแล้วยังอยู่ครบ",
        "แจ้งผู้ดูแลให้เพิ่มพื้นที่ แล้วส่งคำขอเดิมใหม่",
      ],
      [
        "Nothing can be logged now: the disk is full.",
        "The database has no space left. This request was not logged; what was acknowledged before is all there.",
        "Have the operator make space, and send the same request again.",
      ],
    ),
  LOG_INTAKE_STORE_READ_ONLY: () =>
    both(
      [
        "ขณะนี้บันทึกไม่ได้เพราะฐานข้อมูลไม่รับการเขียน",
        "ฐานข้อมูลอยู่ในสถานะอ่านอย่างเดียว คำขอนี้ไม่ถูกบันทึก",
        "แจ้งผู้ดูแลให้ DATABASE_URL ชี้ไปยังเครื่องหลัก แล้วส่งคำขอเดิมใหม่",
      ],
      [
        "Nothing can be logged now: the database takes no writes.",
        "It is read-only. This request was not logged.",
        "Have the operator point DATABASE_URL at the primary server, and send the same request again.",
      ],
    ),
  LOG_INTAKE_STORE_NEWER: ({ found, known }: Details) =>
    both(
      [
        "ตารางของจุดรับบันทึกเป็นรุ่นใหม่กว่าโปรแกรมนี้",
        `พบรุ่น ${found} โปรแกรมนี้รู้จักถึงรุ่น ${known}`,
        "ใช้โปรแกรมรุ่นที่สร้างตารางนี้หรือใหม่กว่า",
      ],
      [
        "The intake's tables were made by a newer program.",
        `They are of version ${found}; this program knows version ${known}.`,
        "Run the version that made them, or a newer one.",
      ],
    ),
  LOG_INTAKE_MIRROR: () =>
    both(
      ["ขณะนี้ยังรับบันทึกไม่ได้", "ดัชนียังอ่านทะเบียนบริการจากบัญชีไม่เสร็จ จึงไม่รู้ว่าใครบันทึกอะไรได้", "รอสักครู่แล้วส่งคำขอเดิมใหม่"],
      [
        "Nothing can be logged yet.",
        "The index has not read the services from the ledger, so it is not known who may log what.",
        "Wait a moment and send the same request again.",
      ],
    ),
  LOG_INTAKE_BEHIND: ({ block, due }: Details) =>
    both(
      [
        "ขณะนี้ยังรับบันทึกไม่ได้",
        `ดัชนีอ่านบัญชีถึงชุดบันทึกที่ ${block} ทั้งที่บัญชีมีชุดบันทึกที่ ${due} มาเกิน 10 วินาทีแล้ว จึงไม่รู้ว่ากุญแจหรือจุดรับใดสิ้นสุดไปแล้ว`,
        "รอสักครู่แล้วส่งคำขอเดิมใหม่ หากเป็นอยู่นาน ผู้ดูแลต้องดูว่าโปรแกรมอ่านบัญชียังทำงานอยู่หรือไม่",
      ],
      [
        "Nothing can be logged now.",
        `The index has read up to block ${block}, while the ledger has had block ${due} for more than 10 seconds; so it is not known which keys and gateways have ended.`,
        "Wait a moment and send the same request again. If it lasts, the operator has to see whether the indexer still works.",
      ],
    ),
  LOG_INTAKE_CLOCK: ({ seconds }: Details) =>
    both(
      [
        "นาฬิกาของจุดรับเดินถอยหลัง",
        `คำมั่นล่าสุดให้ไว้ล่วงหน้ากว่าเวลาปัจจุบัน ${seconds} วินาที หากให้คำมั่นใหม่ กำหนดเวลาจะไม่มีความหมาย`,
        "ผู้ดูแลต้องตั้งนาฬิกาให้ตรง (NTP) จุดรับจะเปิดเองเมื่อเวลาถูกต้อง",
      ],
      [
        "The gateway's clock has gone back.",
        `The last promise was given ${seconds} seconds ahead of what the clock says now; a new deadline would mean nothing.`,
        "The operator must set the clock (NTP); the intake opens by itself when it is right.",
      ],
    ),
  LOG_INTAKE_ROOT: ({ service, size, computed, stored }: Details) =>
    both(
      [
        `บันทึกของบริการ ${service} ปิดรับ เพราะข้อมูลที่เก็บไว้ไม่ตรงกับรากที่ตอบรับไปแล้ว`,
        `คำนวณจาก ${size} รายการที่เก็บไว้ได้ ${computed} แต่รากที่เก็บคือ ${stored} มีบางรายการถูกแก้หรือหายไปหลังตอบรับ`,
        "เก็บสำเนาฐานข้อมูลไว้เป็นหลักฐาน นำข้อมูลสำรองของ schema intake กลับมา แล้วเริ่ม API ใหม่ ระบบจะรับรายการอีกครั้งเมื่อข้อมูลที่เก็บไว้ถูกต้องครบถ้วน",
      ],
      [
        `The log of the service ${service} is closed: what is stored does not give the root that was acknowledged.`,
        `The ${size} stored entries give ${computed}; the stored root is ${stored}. Something was changed or lost after it was acknowledged.`,
        "Keep a copy of the database as evidence, restore the schema intake from a backup, then start the API anew: it takes entries again once everything stored fits.",
      ],
    ),
  LOG_INTAKE_ENTRY: ({ service, index }: Details) =>
    both(
      [
        `บันทึกของบริการ ${service} ปิดรับ เพราะรายการที่ ${index} ที่เก็บไว้ไม่ใช่รายการที่ตอบรับไปแล้ว`,
        "ลายนิ้วมือของรายการที่เก็บไว้ต่างจากที่ตอบรับ รายการถูกแก้ ลบ เพิ่ม หรือสลับในฐานข้อมูล",
        "เก็บสำเนาฐานข้อมูลไว้เป็นหลักฐาน นำข้อมูลสำรองของ schema intake กลับมา แล้วเริ่ม API ใหม่ ระบบจะรับรายการอีกครั้งเมื่อข้อมูลที่เก็บไว้ถูกต้องครบถ้วน",
      ],
      [
        `The log of the service ${service} is closed: entry ${index} as it is stored is not the one that was acknowledged.`,
        "Its fingerprint is another one: it was altered, removed, added or moved in the database.",
        "Keep a copy of the database as evidence, restore the schema intake from a backup, then start the API anew: it takes entries again once everything stored fits.",
      ],
    ),
  LOG_INTAKE_CHAIN: ({ service, size, computed, anchored }: Details) =>
    both(
      [
        `บันทึกของบริการ ${service} ปิดรับ เพราะไม่ต่อจากบันทึกที่ยืนยันบนบัญชีแล้ว`,
        `บัญชียืนยัน ${size} รายการ ราก ${anchored} แต่ข้อมูลที่เก็บไว้ให้ ${computed}`,
        "นำข้อมูลสำรองที่ครบถ้วนของ schema intake กลับมา หรือตรวจว่าใช้ฐานข้อมูลถูกตัว",
      ],
      [
        `The log of the service ${service} is closed: it does not extend what is anchored on the chain.`,
        `The chain has ${size} entries with the root ${anchored}; what is stored gives ${computed}.`,
        "Restore a complete backup of the schema intake, or check that this is the right database.",
      ],
    ),
};

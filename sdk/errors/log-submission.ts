import type { Details, Texts } from "../errors.ts";

/** Errors of handing actions in to a log, and of the outbox in a service's own database. */
export const logSubmissionTexts = {
  LOG_SUBMISSION_UNREACHABLE: ({ url, reason }: Details): Texts => ({
    th: {
      what: `ติดต่อจุดรับบันทึก ${url} ไม่ได้`,
      why: `การเชื่อมต่อไม่สำเร็จ (${reason}) จึงไม่รู้ว่าบันทึกเข้าแล้วหรือไม่`,
      mend: "ส่งคำขอเดิมซ้ำด้วย Idempotency-Key เดิม จะไม่ถูกบันทึกซ้ำ",
    },
    en: {
      what: `The log's gateway ${url} cannot be reached.`,
      why: `The connection failed (${reason}); whether the actions were logged is not known.`,
      mend: "Send the same request again under its Idempotency-Key; it will not be logged twice.",
    },
  }),
  LOG_SUBMISSION_REFUSED: ({ url, status, problem, title, reason }: Details): Texts => ({
    th: {
      what: `จุดรับบันทึก ${url} ไม่รับคำขอ (${problem})`,
      why: `จุดรับตอบด้วยสถานะ ${status}: ${title} ${reason}`,
      mend: "ดูความหมายของรหัสในเอกสารรหัสข้อผิดพลาด แก้ตามนั้น แล้วส่งใหม่",
    },
    en: {
      what: `The log's gateway ${url} did not take the request (${problem}).`,
      why: `It answered with status ${status}: ${title} ${reason}`,
      mend: "See what the code means in the error catalogue, mend it and send again.",
    },
  }),
  LOG_SUBMISSION_ANSWER: ({ url, reason }: Details): Texts => ({
    th: {
      what: `คำตอบของจุดรับบันทึก ${url} ไม่ใช่คำมั่นสำหรับบันทึกที่ส่งไป`,
      why: `ส่วนที่ไม่ตรงคือ ${reason}`,
      mend: "เก็บคำตอบไว้เป็นหลักฐาน ตรวจที่อยู่ของจุดรับและกุญแจของจุดรับ แล้วแจ้งผู้ดูแล",
    },
    en: {
      what: `What the log's gateway ${url} answered is no promise for what was sent.`,
      why: `What does not fit: ${reason}.`,
      mend: "Keep the answer as evidence, check the gateway's address and key, and tell its operator.",
    },
  }),
  LOG_OUTBOX_BEHIND: ({ service, submitter, found, expected }: Details): Texts => ({
    th: {
      what: `ลำดับของผู้ส่ง ${submitter} ในกล่องขาออกไม่ต่อจากบันทึกของบริการ ${service}`,
      why: `กล่องขาออกอยู่ที่ลำดับ ${found} แต่บันทึกรอลำดับ ${expected} อาจเพราะกู้ฐานข้อมูลของบริการจากข้อมูลสำรอง หรือมีผู้ใช้ชื่อผู้ส่งเดียวกัน`,
      mend: "ตรวจว่ารายการใดบันทึกแล้ว จากนั้นเรียก resumeOutbox เพื่อเดินต่อจากลำดับที่บันทึกรอ",
    },
    en: {
      what: `The numbers of the submitter ${submitter} in the outbox do not go on from the log of ${service}.`,
      why: `The outbox is at ${found}, the log waits for ${expected}. The service's database may have been restored from a backup, or somebody else uses the same submitter.`,
      mend: "Find out which actions are logged, then call resumeOutbox to go on from the log's number.",
    },
  }),
  LOG_OUTBOX_REFUSED: ({ service, submitter, count, code }: Details): Texts => ({
    th: {
      what: `รายการของผู้ส่ง ${submitter} ในบริการ ${service} จำนวน ${count} รายการ บันทึกไม่รับและจะไม่รับอีก`,
      why: `เหตุผลล่าสุดคือ ${code} รายการเหล่านั้นแยกเก็บไว้ในกล่องขาออก และบันทึกแจ้งต่อสาธารณะว่าลำดับนั้นขาด`,
      mend: "ดูรายการด้วย npm run log -- outbox หรือ refusedActions แก้ต้นเหตุในบริการ บันทึกเหตุการณ์นั้นใหม่ถ้ายังจำเป็น แล้วลบแถวออกจาก action_outbox.refused",
    },
    en: {
      what: `${count} action(s) of the submitter ${submitter} of the service ${service} were refused by the log for good.`,
      why: `The newest reason is ${code}. They are set aside in the outbox, and the log says in public that their numbers are missing.`,
      mend: "See them with npm run log -- outbox or refusedActions, mend the cause in the service, log anew what still has to be logged, and delete their rows from action_outbox.refused.",
    },
  }),
  LOG_OUTBOX_AGENCY: ({ service, submitter, found, expected }: Details): Texts => ({
    th: {
      what: `ผู้ส่ง ${submitter} ระบุหน่วยงาน ${found} แต่บริการ ${service} เป็นของหน่วยงาน ${expected}`,
      why: "ค่า agency ในการตั้งค่าของผู้ส่งไม่ใช่หน่วยงานที่รับผิดชอบบริการ บันทึกจึงไม่รับรายการใดเลย และไม่มีรายการใดสูญหาย",
      mend: `แก้ agency ของผู้ส่งเป็น ${expected} แล้วเริ่มตัวส่งใหม่ รายการที่รออยู่จะได้ค่าที่ถูกต้องเอง`,
    },
    en: {
      what: `The submitter ${submitter} names the agency ${found}, but ${expected} answers for the service ${service}.`,
      why: "The agency in the writer's settings is wrong, so the log takes none of its actions; none is lost.",
      mend: `Set the writer's agency to ${expected} and start the sender again: what waits gets the right one by itself.`,
    },
  }),
  LOG_OUTBOX_PROMISE_BROKEN: ({ service, firstIndex, deadline, found }: Details): Texts => ({
    th: {
      what: `คำสัญญาเรื่องรายการที่ ${firstIndex} ของบริการ ${service} ไม่เป็นไปตามที่ให้ไว้`,
      why: `กำหนดคือ ${deadline} (วินาที Unix) และสมุดบัญชีกลางให้ผลว่า ${found}`,
      mend: "บันทึกคำสัญญาจากกล่องขาออกเป็นแฟ้ม แล้วใช้ npm run verify -- promise แฟ้ม --report เพื่อแจ้งไว้ในสมุดบัญชีกลาง",
    },
    en: {
      what: `The promise about entry ${firstIndex} of the service ${service} was not kept.`,
      why: `Its deadline was ${deadline} (Unix seconds), and the ledger says: ${found}.`,
      mend: "Save the promise from the outbox (promiseOf) as a file, and put it on record with npm run verify -- promise FILE --report.",
    },
  }),
  LOG_OUTBOX_PROMISE_WITHHELD: ({ service, firstIndex, count, found }: Details): Texts => ({
    th: {
      what: `คำสัญญาของบริการ ${service} จำนวน ${count} ข้อ ครบกำหนดแล้วแต่ยังตรวจไม่ได้`,
      why: `สมุดบัญชีกลางยืนยันลำดับเหล่านั้นแล้ว เริ่มจากลำดับที่ ${firstIndex} แต่เนื้อหาที่ต้องเผยแพร่ขอไม่ได้หรือไม่ตรงกับสมุดบัญชีกลาง (${found})`,
      mend: "ระบบจะตรวจใหม่เอง คำสัญญาข้ออื่นตรวจต่อไปตามปกติ หากยังเป็นอยู่ ให้ขอจากแหล่งเอกสารอื่น และเก็บคำสัญญาไว้ (promiseOf) เพราะเป็นหลักฐานเมื่อเนื้อหาปรากฏ",
    },
    en: {
      what: `Whether ${count} promise(s) of the service ${service} that are due were kept cannot be told yet.`,
      why: `The ledger has confirmed their places, from entry ${firstIndex} on, but what had to be published of them cannot be had, or does not fit the ledger (${found}).`,
      mend: "They are looked at again by themselves, and the others go on. If it lasts, take another source of documents, and keep the promises (promiseOf): they are the proof once the content appears.",
    },
  }),
} satisfies Record<string, (details: Details) => Texts>;

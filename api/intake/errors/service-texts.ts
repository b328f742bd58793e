import type { Details } from "../../../sdk/errors.ts";
import { both } from "./both.ts";

/** The service, the type or the schema is not one that is taken. `path` says which record. */
export const serviceTexts = {
  LOG_INTAKE_SERVICE_UNKNOWN: ({ service }: Details) =>
    both(
      [
        `ไม่รู้จักบริการ “${service}”`,
        "บริการต้องขึ้นทะเบียนบนบัญชีก่อน และดัชนีต้องอ่านถึงแล้ว",
        "ตรวจชื่อหรือรหัสของบริการจาก /v1/services หรือรอสักครู่หากเพิ่งขึ้นทะเบียน",
      ],
      [
        `There is no service “${service}”.`,
        "A service must be registered on the ledger, and the index must have read that.",
        "Look for its name or id in /v1/services, or wait a moment if it was registered just now.",
      ],
    ),
  LOG_INTAKE_SERVICE_CLOSED: ({ service, closedAt }: Details) =>
    both(
      [
        `บริการ ${service} ปิดรับบันทึกใหม่`,
        `ถูกระงับหรือยุติตั้งแต่ ${closedAt} (วินาที Unix)`,
        "ติดต่อผู้ดูแลทะเบียนบริการหากไม่ควรเป็นเช่นนั้น",
      ],
      [
        `The service ${service} takes no new entries.`,
        `It was suspended or retired at ${closedAt} (Unix seconds).`,
        "Ask the registrar of services if that should not be so.",
      ],
    ),
  LOG_INTAKE_GATEWAY_NOT_IN_FORCE: ({ service, gateway }: Details) =>
    both(
      [
        `จุดรับนี้รับบันทึกแทนบริการ ${service} ไม่ได้`,
        `บัญชี ${gateway} ไม่ได้ขึ้นทะเบียนเป็นจุดรับของบริการ หรือพ้นช่วงเวลาที่ใช้ได้ จึงให้คำมั่นที่ตรวจสอบได้ไม่ได้`,
        "ให้เจ้าหน้าที่ของหน่วยงานเพิ่มบัญชีนี้ด้วย addGateway หรือส่งไปยังจุดรับที่ขึ้นทะเบียน",
      ],
      [
        `This gateway cannot take entries for the service ${service}.`,
        `The account ${gateway} is not registered as its gateway, or its time is over, so its promise would bind nobody.`,
        "Have an officer of the agency add the account (addGateway), or send to a gateway that is registered.",
      ],
    ),
  LOG_INTAKE_NO_CHECKPOINT_KEY: ({ service }: Details) =>
    both(
      [
        `ยังรับบันทึกของบริการ ${service} ไม่ได้ เพราะไม่มีกุญแจลงนามหัวบันทึก`,
        "บริการไม่มีกุญแจ Checkpoint ที่มีผลใช้บังคับบนบัญชี จึงยืนยันบันทึกไม่ได้ และคำมั่นทุกข้อจะผิด ยังไม่มีการบันทึกจากคำขอนี้",
        "ให้เจ้าหน้าที่ของหน่วยงานขึ้นทะเบียนกุญแจ Ed25519 ด้วย addKey โดยระบุ use เป็น Checkpoint วางแฟ้มกุญแจใน LOG_CHECKPOINT_KEYS แล้วส่งคำขอเดิมใหม่",
      ],
      [
        `Nothing can be logged for the service ${service}: it has no key for its checkpoints.`,
        "No key with the use Checkpoint is in force on the ledger, so the log could not be anchored and every promise would be broken. Nothing of this request was logged.",
        "Have an officer of the agency register an Ed25519 key (addKey, use Checkpoint) and its file be put into LOG_CHECKPOINT_KEYS; then send the same request again.",
      ],
    ),
  LOG_INTAKE_RECORD_OTHER: ({ path, expected }: Details) =>
    both(
      [
        `ค่าที่ ${path} ไม่ใช่ของคำขอนี้`,
        `ต้องเป็น ${expected} ตามที่อยู่ที่เรียกและกุญแจที่ลงลายมือชื่อ`,
        "แก้ค่า หรือส่งไปยังบริการที่ถูกต้องด้วยกุญแจของผู้ส่งนั้น",
      ],
      [
        `The value at ${path} does not belong to this request.`,
        `By the address and the key that signed it must be ${expected}.`,
        "Correct it, or send it to the right service with that submitter's key.",
      ],
    ),
  LOG_INTAKE_TYPE_UNKNOWN: ({ path }: Details) =>
    both(
      [
        `ชนิดการกระทำที่ ${path} ใช้ไม่ได้`,
        "บริการนี้ไม่มีชนิดดังกล่าว หรือเลิกใช้แล้ว",
        "ดูชนิดที่ใช้อยู่จาก /v1/services/{ชื่อบริการ} หรือประกาศชนิดใหม่ด้วย defineActionType",
      ],
      [
        `The action type at ${path} cannot be used.`,
        "The service has no such type, or has withdrawn it.",
        "See /v1/services/{name} for the types in use, or define it (defineActionType).",
      ],
    ),
  LOG_INTAKE_SCHEMA_OLD: ({ path, expected }: Details) =>
    both(
      [
        `โครงสร้างข้อมูลที่ ${path} ไม่ใช่รุ่นที่ใช้อยู่`,
        `รุ่นที่ใช้อยู่คือ ${expected} (รุ่นก่อนหน้ายังใช้ได้ 24 ชั่วโมงหลังเปลี่ยน)`,
        "สร้างบันทึกตามโครงสร้างรุ่นปัจจุบัน",
      ],
      [
        `The schema at ${path} is not the one in use.`,
        `In use is ${expected}; the one before is taken for 24 hours after a change.`,
        "Make the record by the schema in use.",
      ],
    ),
  LOG_INTAKE_SCHEMA_UNUSABLE: ({ path, cid, reason }: Details) =>
    both(
      [
        `โครงสร้างข้อมูลของชนิดที่ ${path} ใช้ตรวจสอบไม่ได้`,
        `เอกสาร ${cid}: ${reason}`,
        "ให้ผู้ดูแลบริการประกาศโครงสร้าง JSON Schema 2020-12 ที่ใช้ได้ (รูปแบบข้อความต้องตรวจได้ในเวลาจำกัด)",
      ],
      [
        `The schema of the type at ${path} cannot be used for checking.`,
        `Document ${cid}: ${reason}`,
        "Have the service's keeper define a usable JSON Schema 2020-12; its patterns must be safe to run.",
      ],
    ),
  LOG_INTAKE_SCHEMA_ABSENT: ({ path, cid }: Details) =>
    both(
      [
        `ขณะนี้ยังไม่มีโครงสร้างข้อมูลของชนิดที่ ${path}`,
        `อ่านเอกสาร ${cid} จากคลังเอกสารไม่ได้ในขณะนี้`,
        "รอสักครู่แล้วส่งใหม่ หากยังเป็นอยู่ ให้เผยแพร่เอกสารนั้นอีกครั้ง",
      ],
      [
        `The schema of the type at ${path} is not there now.`,
        `The document ${cid} cannot be fetched from the store at the moment.`,
        "Wait a moment and send again; if that does not help, publish the document again.",
      ],
    ),
  LOG_INTAKE_DATA: ({ path, keyword }: Details) =>
    both(
      [
        `ข้อมูลที่ ${path} ไม่เป็นไปตามโครงสร้างของชนิดการกระทำ`,
        `ไม่ผ่านเงื่อนไข ${keyword} ของ JSON Schema`,
        "เทียบกับโครงสร้างของชนิดนี้ แก้ค่า แล้วส่งทั้งคำขอใหม่",
      ],
      [
        `The data at ${path} do not obey the schema of the action type.`,
        `The keyword ${keyword} of the JSON Schema is not met.`,
        "Compare them with the schema, correct them and send the whole request again.",
      ],
    ),
  LOG_INTAKE_TIME: ({ path, earliest, latest }: Details) =>
    both(
      [
        `เวลาที่ ${path} เป็นไปไม่ได้`,
        `ต้องอยู่ระหว่าง ${earliest} ถึง ${latest} ตามนาฬิกาของผู้รับ`,
        "ตั้งนาฬิกาให้ตรง แก้เวลาให้เป็นเวลาที่เกิดขึ้นจริง แล้วส่งใหม่",
      ],
      [
        `The time at ${path} cannot be right.`,
        `By the receiver's clock it must lie between ${earliest} and ${latest}.`,
        "Set the clock, give the time when it really happened, and send again.",
      ],
    ),
  LOG_INTAKE_OTHER_WRITER: ({ path, entry }: Details) =>
    both(
      [
        `รายการที่ ${entry} ซึ่งอ้างถึงใน ${path} เป็นของผู้บันทึกอื่น`,
        "ผู้บันทึกแทนที่รายการหรือแจ้งการลบเนื้อหาได้เฉพาะของตนเอง เพราะข้อความเช่นนั้นจะอยู่ในบันทึกตลอดไป",
        "ส่งด้วยกุญแจของผู้บันทึกเดิม หรือให้หน่วยงานขึ้นทะเบียนกุญแจอีกดอกในชื่อผู้บันทึกนั้น",
      ],
      [
        `Entry ${entry}, which ${path} names, was written by another submitter.`,
        "A submitter replaces and erases only what it wrote itself: such a statement stays in the log for ever.",
        "Send it with a key of the submitter that wrote the entry; the agency may register another key under that label.",
      ],
    ),
  LOG_INTAKE_ERASURE: ({ path, entry, again }: Details) =>
    both(
      [
        `แจ้งการลบเนื้อหาของรายการที่ ${entry} ซึ่งอ้างถึงใน ${path} ไม่ได้`,
        again ? "แจ้งการลบของรายการนี้ไว้แล้ว" : "รายการนั้นไม่มีเนื้อหาส่วนบุคคลที่เก็บแยกไว้",
        "แก้ลำดับของรายการ ไม่ต้องส่งซ้ำหากแจ้งไปแล้ว",
      ],
      [
        `The erasure of entry ${entry}, which ${path} names, cannot be logged.`,
        again ? "It has been logged already." : "That entry has no private payload.",
        "Correct the index; what was logged before need not be logged again.",
      ],
    ),
  LOG_INTAKE_REFERENCE: ({ path, size }: Details) =>
    both(
      [
        `รายการที่อ้างถึงใน ${path} ยังไม่มีในบันทึก`,
        `อ้างได้เฉพาะรายการที่มาก่อนรายการนี้ บันทึกนั้นมี ${size} รายการ`,
        "แก้ลำดับที่อ้างถึง หรือส่งหลังจากรายการนั้นถูกบันทึกแล้ว",
      ],
      [
        `The entry that ${path} names is not in the log.`,
        `Only entries before this one can be named, and that log has ${size}.`,
        "Correct the index, or send it after the entry is in the log.",
      ],
    ),
};

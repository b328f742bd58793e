import type { Details } from "../../../sdk/errors.ts";
import { both } from "./both.ts";

/** A writer's numbers do not go on as they must. */
export const sequenceTexts = {
  LOG_INTAKE_SEQUENCE_GAP: ({ path, expected, found }: Details) =>
    both(
      [
        `ลำดับ ${found} ที่ ${path} ข้ามไป`,
        `ลำดับถัดไปของผู้ส่งนี้คือ ${expected} บันทึกต้องมาครบทุกลำดับ`,
        `ส่งตั้งแต่ลำดับ ${expected} หรือแจ้งลำดับที่ขาดด้วยรายการ log.gapDeclared`,
      ],
      [
        `The clientSeq ${found} at ${path} leaves a gap.`,
        `The next of this submitter is ${expected}, and none may be missing.`,
        `Send from ${expected} on, or declare the gap with a log.gapDeclared record.`,
      ],
    ),
  LOG_INTAKE_SEQUENCE_REPEATED: ({ path, found, expected, standsAt }: Details) =>
    both(
      [
        `ลำดับ ${found} ที่ ${path} บันทึกไปแล้ว`,
        standsAt === null
          ? `ลำดับนี้มาก่อนแล้วในคำขอเดียวกัน หรือถูกแจ้งว่าขาดหาย ลำดับถัดไปคือ ${expected}`
          : `อยู่ในบันทึกที่รายการลำดับ ${standsAt} ลำดับถัดไปคือ ${expected}`,
        "ไม่ต้องส่งซ้ำ หากเป็นเหตุการณ์ใหม่ ให้ใช้ลำดับถัดไป",
      ],
      [
        `The clientSeq ${found} at ${path} is in the log already.`,
        standsAt === null
          ? `It came before in the same request, or was declared missing; the next is ${expected}.`
          : `It stands at index ${standsAt}; the next is ${expected}.`,
        "There is no need to send it again; for something new, use the next number.",
      ],
    ),
  LOG_INTAKE_GAP_DECLARATION: ({ path, expected }: Details) =>
    both(
      [
        `การแจ้งลำดับที่ขาดที่ ${path} ไม่ตรงกับช่องว่าง`,
        `from ต้องเป็น ${expected} (ลำดับที่บันทึกรออยู่) to ต้องไม่น้อยกว่า from และ clientSeq ของรายการแจ้งคือ to + 1`,
        "แก้ from, to และ clientSeq แล้วส่งใหม่",
      ],
      [
        `The gap declared at ${path} is not the gap that there is.`,
        `from must be ${expected}, the number that the log waits for; to is not below it; the record's own clientSeq is to + 1.`,
        "Correct from, to and clientSeq and send again.",
      ],
    ),
  LOG_INTAKE_GAP_TOO_LONG: ({ path, expected, most, last }: Details) =>
    both(
      [
        `ช่องว่างที่แจ้งที่ ${path} ยาวเกินไป`,
        `การแจ้งครั้งหนึ่งครอบคลุมได้ไม่เกิน ${most} ลำดับ และไม่เกินลำดับ ${last} เพื่อไม่ให้ลำดับของผู้ส่งหมดลงจนบันทึกอะไรไม่ได้อีก ยังไม่มีการบันทึกจากคำขอนี้`,
        `ตรวจว่าพิมพ์ to ผิดหรือไม่ แล้วส่งต่อจากลำดับ ${expected}`,
      ],
      [
        `The gap declared at ${path} is too long.`,
        `One declaration covers at most ${most} numbers, and none beyond ${last}: a submitter whose numbers are used up could log nothing more. Nothing of this request was logged.`,
        `Check whether to is mistyped, and go on from ${expected}.`,
      ],
    ),
};

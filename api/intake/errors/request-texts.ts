import type { Details } from "../../../sdk/errors.ts";
import { both } from "./both.ts";

/** The request as a whole cannot be taken. */
export const requestTexts = {
  LOG_INTAKE_BODY_SIZE: ({ limit }: Details) =>
    both(
      [
        "คำขอใหญ่เกินไป",
        `คำขอหนึ่งมีได้ไม่เกิน ${limit} ไบต์ และต้องบอกขนาดหรือส่งแบบ chunked`,
        "แบ่งบันทึกเป็นหลายคำขอ โดยเรียง clientSeq ต่อกัน",
      ],
      [
        "The request is too large.",
        `A request may have ${limit} bytes.`,
        "Part the records over several requests, with clientSeq going on from one to the next.",
      ],
    ),
  LOG_INTAKE_BODY_FORM: ({ reason }: Details) =>
    both(
      [
        "อ่านเนื้อหาของคำขอไม่ได้",
        `ต้องเป็นรายการบันทึกในรูป JSON [ … ] เข้ารหัส UTF-8 (${reason})`,
        "เทียบกับตัวอย่างในเอกสาร API แล้วส่งใหม่",
      ],
      [
        "The request's body cannot be read.",
        `It must be a JSON array of records, [ … ], in UTF-8 (${reason}).`,
        "Compare it with the example in the API's documentation and send it again.",
      ],
    ),
  LOG_INTAKE_COUNT: ({ least, most, value }: Details) =>
    both(
      [`คำขอมี ${value} บันทึก`, `คำขอหนึ่งมีได้ ${least} ถึง ${most} บันทึก`, "แบ่งเป็นหลายคำขอ"],
      [
        `The request has ${value} records.`,
        `A request has ${least} to ${most}.`,
        "Part them over several requests.",
      ],
    ),
  LOG_INTAKE_MEMBER_TWICE: () =>
    both(
      [
        "บันทึกในคำขอมีชื่อฟิลด์ซ้ำกัน",
        "วัตถุ JSON หนึ่งมีฟิลด์ชื่อเดียวกันได้ครั้งเดียว มิฉะนั้นผู้อ่านแต่ละรายอาจเห็นค่าต่างกัน จึงไม่บันทึกสิ่งใดจากคำขอนี้",
        "เหลือฟิลด์นั้นไว้เพียงครั้งเดียว แล้วส่งใหม่",
      ],
      [
        "A record of the request has a member twice.",
        "An object may name a member once: readers disagree about which of two values counts. Nothing of the request was logged.",
        "Leave one of the two, and send it again.",
      ],
    ),
  LOG_INTAKE_KEY_REUSED: () =>
    both(
      [
        "Idempotency-Key นี้ใช้กับคำขออื่นแล้ว",
        "เนื้อหาที่ส่งมาไม่ตรงกับเนื้อหาที่เคยรับไว้ด้วยคีย์เดียวกัน จึงไม่บันทึกสิ่งใดเพิ่ม",
        "ส่งเนื้อหาเดิมซ้ำด้วยคีย์เดิม หรือส่งเนื้อหาใหม่ด้วยคีย์ใหม่",
      ],
      [
        "This Idempotency-Key was used for another request.",
        "The body is not the one that was taken under the same key, and nothing more was logged.",
        "Send the same body again under its key, or a new body under a new key.",
      ],
    ),
  LOG_INTAKE_KEY_PERSONAL: () =>
    both(
      [
        "Idempotency-Key ดูเหมือนเลขประจำตัวประชาชน หมายเลขโทรศัพท์ หรืออีเมล",
        "ระบบไม่เก็บข้อมูลส่วนบุคคล แม้ในรูปค่าแฮช ยังไม่มีการบันทึกจากคำขอนี้",
        "ใช้ UUID แบบสุ่ม เช่น 3f2b8c1e-5a4d-4e6f-9b7a-0c1d2e3f4a5b ลงลายมือชื่อใหม่ แล้วส่งบันทึกเดิมโดยไม่ต้องแก้",
      ],
      [
        "The Idempotency-Key looks like a citizen number, a telephone number or an e-mail address.",
        "Nothing of a person is kept here, not even hashed. Nothing of this request was logged.",
        "Take a random UUID, such as 3f2b8c1e-5a4d-4e6f-9b7a-0c1d2e3f4a5b, sign anew and send the same records; they need no change.",
      ],
    ),
  LOG_INTAKE_NONCE_USED: () =>
    both(
      [
        "ลายมือชื่อนี้ใช้ไปแล้ว",
        "ค่า nonce หนึ่งใช้ได้ครั้งเดียว เพื่อไม่ให้ใครนำคำขอที่เคยถูกปฏิเสธมาส่งซ้ำแทนเจ้าของ",
        "ลงลายมือชื่อใหม่ด้วย nonce ใหม่ โดยใช้ Idempotency-Key เดิม",
      ],
      [
        "This signature has been used.",
        "A nonce is good for one request, so that nobody can send a refused request again in its sender's place.",
        "Sign anew with another nonce, under the same Idempotency-Key.",
      ],
    ),
};

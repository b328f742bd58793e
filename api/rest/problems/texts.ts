import type { Details, Texts } from "../../../sdk/errors.ts";
import type { LocalizedText } from "../../read/rows/common.ts";

type Triple = [what: string, why: string, mend: string];

const both = (th: Triple, en: Triple): Texts => ({
  th: { what: th[0], why: th[1], mend: th[2] },
  en: { what: en[0], why: en[1], mend: en[2] },
});

/** Unix seconds as people read them; the details of a problem have the number. */
const timeText = (seconds: unknown) =>
  typeof seconds === "number" ? new Date(seconds * 1_000).toISOString() : String(seconds);

/** What the REST side refuses by itself, by code. */
export const restTexts = {
  PARAMETER_UNKNOWN: ({ name, known }: Details) =>
    both(
      [`ไม่มีพารามิเตอร์ “${name}” ที่ที่อยู่นี้`, `ที่นี่รับเฉพาะ ${known}`, "แก้ชื่อพารามิเตอร์ หรือลบออก"],
      [
        `This address takes no parameter “${name}”.`,
        `It takes: ${known}.`,
        "Correct the parameter's name, or leave it out.",
      ],
    ),
  PARAMETER_MALFORMED: ({ name, value, wanted }: Details) => {
    const { th, en } = wanted as LocalizedText;
    return both(
      [`ค่า “${value}” ของ ${name} ใช้ไม่ได้`, `${name} ต้องเป็น${th}`, "แก้ค่าแล้วขอใหม่"],
      [
        `“${value}” cannot be the value of ${name}.`,
        `${name} must be ${en}.`,
        "Correct the value and ask again.",
      ],
    );
  },
  PARAMETER_REPEATED: ({ name }: Details) =>
    both(
      [`พารามิเตอร์ ${name} ถูกให้มามากกว่าหนึ่งครั้ง`, "พารามิเตอร์นี้มีได้ค่าเดียว", "เหลือไว้เพียงค่าเดียว"],
      [`The parameter ${name} is given more than once.`, "It has one value only.", "Leave one of them."],
    ),
  PARAMETER_TOO_MANY: ({ name, limit, value }: Details) =>
    both(
      [`${name} มี ${value} ค่า`, `หนึ่งคำขอมีได้ไม่เกิน ${limit} ค่า`, "ลดจำนวนค่า หรือแบ่งเป็นหลายคำขอ"],
      [
        `${name} has ${value} values.`,
        `One request may have ${limit}.`,
        "Give fewer values, or part them over several requests.",
      ],
    ),
  NOT_FOUND: ({ path }: Details) =>
    both(
      [`ไม่พบข้อมูลที่ ${path}`, "สมุดบัญชีไม่มีรายการนี้ หรือยังไม่มี ณ บล็อกที่ถาม", "ตรวจรหัส หรือค้นหาจาก /v1/search"],
      [
        `Nothing is found at ${path}.`,
        "The ledger has no such entry, or had none at the block asked about.",
        "Check the identifier, or look for it with /v1/search.",
      ],
    ),
  ROUTE_UNKNOWN: ({ path }: Details) =>
    both(
      [`ไม่มีที่อยู่ ${path}`, "API นี้ไม่มีบริการที่ที่อยู่ดังกล่าว", "ดูรายการที่อยู่ทั้งหมดที่ /api"],
      [`There is no address ${path}.`, "This API serves nothing there.", "See /api for all addresses."],
    ),
  METHOD_NOT_ALLOWED: ({ method, allowed }: Details) =>
    both(
      [`ใช้ ${method} ที่ที่อยู่นี้ไม่ได้`, `ที่นี่รับเฉพาะ ${allowed}`, "เปลี่ยนวิธีเรียกแล้วลองใหม่"],
      [
        `${method} is not possible here.`,
        `This address takes ${allowed}.`,
        "Change the method and try again.",
      ],
    ),
  URL_TOO_LONG: ({ limit, value }: Details) =>
    both(
      [`ที่อยู่ยาว ${value} อักขระ`, `ยาวได้ไม่เกิน ${limit} อักขระ`, "ลดตัวกรองลง หรือใช้ GraphQL"],
      [
        `The address has ${value} characters.`,
        `It may have ${limit}.`,
        "Give fewer filters, or use GraphQL instead.",
      ],
    ),
  URL_MALFORMED: () =>
    both(
      ["อ่านที่อยู่ไม่ได้", "มีรหัส % ที่ไม่ครบหรือไม่ใช่ UTF-8", "เข้ารหัสที่อยู่ด้วย encodeURIComponent แล้วลองใหม่"],
      [
        "The address cannot be read.",
        "It holds a %-code that is incomplete or not UTF-8.",
        "Encode it with encodeURIComponent and try again.",
      ],
    ),
  BODY_TOO_LARGE: ({ limit }: Details) =>
    both(
      ["ข้อมูลที่ส่งมาใหญ่เกินไป", `ส่งได้ไม่เกิน ${limit} ไบต์`, "ส่งข้อมูลที่เล็กลง"],
      ["The body is too large.", `It may have ${limit} bytes.`, "Send a smaller one."],
    ),
  BODY_MALFORMED: ({ form }: Details) =>
    both(
      ["อ่านข้อมูลที่ส่งมาไม่ได้", `ต้องเป็น JSON ในรูป ${form}`, "ดูตัวอย่างที่ /api แล้วส่งใหม่"],
      [
        "The body cannot be read.",
        `It must be JSON of the form ${form}.`,
        "See the example at /api and send it again.",
      ],
    ),
  CONTENT_TYPE: ({ given }: Details) =>
    both(
      [`รับข้อมูลชนิด “${given}” ไม่ได้`, "ที่นี่รับเฉพาะ application/json", "ตั้ง Content-Type เป็น application/json"],
      [
        `A body of the type “${given}” cannot be taken.`,
        "This address takes application/json.",
        "Set Content-Type to application/json.",
      ],
    ),
  CONTENT_ENCODING: ({ given }: Details) =>
    both(
      [
        `รับข้อมูลที่เข้ารหัสแบบ “${given}” (Content-Encoding) ไม่ได้`,
        "ที่นี่ไม่รับข้อมูลที่บีบอัดมาด้วยวิธีนี้",
        "ส่งข้อมูลเดิมโดยไม่บีบอัดและไม่ใส่ Content-Encoding หากคำขอต้องลงลายมือชื่อ ให้คำนวณ Content-Digest จากข้อมูลที่ไม่บีบอัดแล้วลงลายมือชื่อใหม่",
      ],
      [
        `A body with the Content-Encoding “${given}” cannot be taken.`,
        "This address takes no body that is compressed in this way.",
        "Send the body uncompressed and without Content-Encoding; where the request is signed, make Content-Digest of that body and sign anew.",
      ],
    ),
  RATE_LIMITED: ({ limit, seconds }: Details) =>
    both(
      ["ขอข้อมูลถี่เกินไป", `ขอได้ไม่เกิน ${limit} ครั้งต่อนาที`, `รอ ${seconds} วินาทีแล้วลองใหม่ หรือใช้การส่งออกเป็นแฟ้ม`],
      [
        "There are too many requests.",
        `A client may make ${limit} in a minute.`,
        `Wait ${seconds} seconds and try again, or use an export.`,
      ],
    ),
  EXPORT_BUSY: ({ limit }: Details) =>
    both(
      ["ขณะนี้มีการส่งออกครบจำนวนแล้ว", `ส่งออกพร้อมกันได้ ${limit} รายการ`, "รอสักครู่แล้วลองใหม่"],
      [
        "All places for exports are taken now.",
        `${limit} exports can run at once.`,
        "Wait a moment and try again.",
      ],
    ),
  LOG_RECEIPT_SIZE: ({ service, size, largest }: Details) =>
    both(
      [
        `บริการ ${service} ยังไม่มีการยืนยันที่มีถึง ${size} รายการ`,
        `จำนวนรายการที่ยืนยันไว้มากที่สุดคือ ${largest}`,
        "ขอใบรับด้วยจำนวนที่ยืนยันแล้ว หรือไม่ต้องระบุ size",
      ],
      [
        `No anchor of the service ${service} has ${size} entries.`,
        `The largest anchored size is ${largest}.`,
        "Ask for a receipt of a size that is anchored, or leave size out.",
      ],
    ),
  LOG_RECEIPT_PENDING: ({ index, deadline }: Details) =>
    both(
      [
        `รายการที่ ${index} รับไว้แล้ว แต่ยังไม่ได้ยืนยันบนบัญชีกลาง`,
        `คำมั่นให้ยืนยันไม่เกิน ${timeText(deadline)}`,
        "หากยังไม่ถึงกำหนด รอสักครู่แล้วขอใหม่ หากเลยกำหนดแล้ว ใช้คำมั่นที่ได้รับแสดงการผิดคำมั่นบนบัญชีได้",
      ],
      [
        `Entry ${index} was acknowledged, but is not anchored yet.`,
        `The promise gives until ${timeText(deadline)} for it.`,
        "Before that time, wait a moment and ask again. After it, the promise that you hold shows on the chain that it was broken: npm run verify -- promise ANSWER --report.",
      ],
    ),
  LOG_RECEIPT_UNSIGNED: ({ service }: Details) =>
    both(
      [
        `หัวบันทึกของบริการ ${service} ไม่ได้ลงนามด้วยกุญแจที่ขึ้นทะเบียน`,
        "จึงออกใบรับแบบ COSE ไม่ได้",
        "ใช้ใบรับแบบ JSON และแจ้งผู้ดูแลบันทึกกับหน่วยงานพยาน",
      ],
      [
        `The checkpoint of the service ${service} is signed by none of its registered keys.`,
        "So there can be no COSE receipt.",
        "Use the receipt in JSON, and tell the log's operator and its witnesses.",
      ],
    ),
  INTERNAL: ({ id }: Details) =>
    both(
      ["เกิดข้อผิดพลาดภายในระบบ", "ระบบบันทึกเหตุการณ์ไว้แล้ว", `ลองใหม่ภายหลัง หากยังเกิดซ้ำ แจ้งผู้ดูแลพร้อมหมายเลข ${id}`],
      [
        "Something went wrong on this server.",
        "It has been recorded.",
        `Try again later; if it happens again, tell the operator this number: ${id}.`,
      ],
    ),
} satisfies Record<string, (details: Details) => Texts>;

import type { Details, Texts } from "../errors.ts";

/** Errors of canonical JSON, byte strings, trees and the journal; programmers meet them, seldom other people. */
export const hashingTexts = {
  JSON_NOT_CANONICAL: ({ path, found }: Details): Texts => ({
    th: {
      what: `ค่าที่ตำแหน่ง ${path} (${found}) เขียนเป็น JSON ที่มีรูปแบบเดียวไม่ได้`,
      why: "RFC 8785 รับเฉพาะ null จริงเท็จ จำนวนที่มีค่าแน่นอน ข้อความยูนิโค้ดที่ถูกต้อง รายการ และวัตถุธรรมดา",
      mend: "แปลงค่านั้นก่อน เช่น จำนวนสตางค์เป็นข้อความ วันที่เป็น ISO 8601 และตัดค่าที่ไม่มีออก",
    },
    en: {
      what: `The value at ${path} (${found}) has no canonical JSON form.`,
      why: "RFC 8785 takes null, booleans, finite numbers, well-formed Unicode, arrays and plain objects only.",
      mend: "Convert it first: satang to a string, a date to ISO 8601; leave absent members out.",
    },
  }),
  HEX_MALFORMED: ({ input }: Details): Texts => ({
    th: {
      what: `“${input}” ไม่ใช่เลขฐานสิบหก`,
      why: "ต้องขึ้นต้นด้วย 0x ตามด้วย 0–9 และ a–f จำนวนคู่ ตามความยาวที่กำหนด",
      mend: "ตรวจสอบว่าคัดลอกค่ามาครบ",
    },
    en: {
      what: `“${input}” is not hexadecimal.`,
      why: "It must be 0x and an even number of the digits 0–9 and a–f, of the wanted length.",
      mend: "Check that the value was copied completely.",
    },
  }),
  MERKLE_INDEX_OUT_OF_RANGE: ({ index, size }: Details): Texts => ({
    th: {
      what: `ไม่มีใบลำดับที่ ${index} ในต้นไม้ขนาด ${size}`,
      why: "ลำดับต้องเป็นจำนวนเต็มตั้งแต่ 0 และน้อยกว่าขนาดของต้นไม้",
      mend: "ตรวจสอบลำดับและขนาด",
    },
    en: {
      what: `There is no leaf or prefix ${index} in a tree of size ${size}.`,
      why: "An index is a whole number from 0 and below the size; a prefix is from 1 to the size.",
      mend: "Check index and size.",
    },
  }),
  JOURNAL_EVENT_UNSUPPORTED: ({ event }: Details): Texts => ({
    th: {
      what: `นำเหตุการณ์ ${event} เข้าสมุดรายการไม่ได้`,
      why: "พารามิเตอร์ที่ทำดัชนีต้องมาก่อน เป็นชนิดค่าที่มีขนาดคงที่ และเหตุการณ์ต้องมีชื่อ",
      mend: "แก้ประกาศเหตุการณ์ในสัญญา",
    },
    en: {
      what: `The event ${event} cannot be folded into a journal from its log.`,
      why: "Indexed parameters must come first and be value types, and the event must not be anonymous.",
      mend: "Declare the event so in the contract's interface.",
    },
  }),
  JOURNAL_LOG_MALFORMED: ({ length, slots }: Details): Texts => ({
    th: {
      what: "ข้อมูลของบันทึกไม่ตรงกับประกาศของเหตุการณ์",
      why: `ข้อมูลมี ${length} ไบต์ ไม่พอสำหรับตำแหน่งที่ ${slots}`,
      mend: "ตรวจสอบว่าใช้ ABI รุ่นที่ตรงกับสัญญา",
    },
    en: {
      what: "The log's data do not fit the event's declaration.",
      why: `They have ${length} bytes, too few for the dynamic parameters at words ${slots}.`,
      mend: "Check that the ABI is the one of the deployed contract.",
    },
  }),
} satisfies Record<string, (details: Details) => Texts>;

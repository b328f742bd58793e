import type { Details, Texts } from "../errors.ts";

type Words = Readonly<Record<string, readonly [th: string, en: string]>>;

/** Kinds of JSON values, as errors name them instead of the value. */
const kinds: Words = {
  null: ["ค่าว่าง (null)", "null"],
  array: ["รายการ (array)", "an array"],
  object: ["วัตถุ (object)", "an object"],
  string: ["ข้อความ (string)", "a string"],
  number: ["จำนวน (number)", "a number"],
  boolean: ["จริงเท็จ (boolean)", "a boolean"],
  instance: ["วัตถุของคลาส", "an instance of a class"],
  json: ["ค่าที่ JSON มี", "something that JSON can hold"],
};

const forms: Words = {
  service: [
    "ชื่อบริการแบบ reverse DNS ตัวพิมพ์เล็ก อย่างน้อย 2 ส่วน ไม่เกิน 120 ไบต์ เช่น th.go.example.chatbot",
    "a service's reverse-DNS name, lower case, at least two labels, at most 120 bytes, such as th.go.example.chatbot",
  ],
  type: [
    "ชนิดการกระทำ ไม่เกิน 60 อักขระ เช่น report.stateChanged",
    "an action type of at most 60 characters, such as report.stateChanged",
  ],
  cid: ["CIDv1 (raw หรือ dag-pb, SHA-256) แบบ base32", "a CIDv1 (raw or dag-pb, SHA-256) in base32"],
  submitter: [
    "ป้ายชื่อผู้ส่ง a–z 0–9 และ - ยาว 1–31 อักขระ",
    "a submitter's label of 1 to 31 of the characters a–z, 0–9 and -",
  ],
  ts: [
    "เวลา UTC ละเอียดถึงมิลลิวินาที เช่น 2026-11-24T03:04:05.678Z",
    "a time in UTC with exactly milliseconds, such as 2026-11-24T03:04:05.678Z",
  ],
  hash: ["0x ตามด้วยเลขฐานสิบหกตัวพิมพ์เล็ก 64 ตัว", "0x and 64 lower-case hexadecimal digits"],
  role: [
    "ชื่อตำแหน่ง a–z 0–9 และ - ขึ้นต้นด้วยตัวอักษร ไม่เกิน 40 อักขระ",
    "an office of at most 40 of the characters a–z, 0–9 and -, beginning with a letter",
  ],
};

const textFaults: Words = {
  "lone surrogate": ["อักขระยูนิโค้ดที่ไม่ครบคู่ (surrogate)", "half of a surrogate pair"],
  "U+0000": ["อักขระว่าง U+0000", "the character U+0000"],
  "not NFC": ["ข้อความที่ไม่ได้อยู่ในรูป NFC", "text that is not in Normalization Form C"],
};

const word = (words: Words, key: unknown) => words[String(key)] ?? ([String(key), String(key)] as const);

const mendMember = {
  th: "เทียบกับรูปแบบของรายการบันทึก แล้วส่งใหม่",
  en: "Compare the record with the log's format and send it again.",
};

/** Errors of the form of a record for the action log; `path` is safe to show, values are never repeated. */
export const logRecordTexts = {
  LOG_RECORD_KIND: ({ path, found, expected }: Details): Texts => ({
    th: {
      what: `ค่าที่ ${path} เป็นชนิดที่ใช้ไม่ได้`,
      why: `พบ${word(kinds, found)[0]} แต่ต้องเป็น${word(kinds, expected)[0]}`,
      mend: mendMember.th,
    },
    en: {
      what: `The value at ${path} is of the wrong kind.`,
      why: `It is ${word(kinds, found)[1]}; it must be ${word(kinds, expected)[1]}.`,
      mend: mendMember.en,
    },
  }),
  LOG_RECORD_MEMBER_MISSING: ({ path }: Details): Texts => ({
    th: { what: `ไม่มี ${path}`, why: "รายการบันทึกต้องมีค่านี้", mend: mendMember.th },
    en: { what: `There is no ${path}.`, why: "A record must have this member.", mend: mendMember.en },
  }),
  LOG_RECORD_MEMBER_UNKNOWN: ({ path }: Details): Texts => ({
    th: {
      what: `ไม่รู้จัก ${path}`,
      why: "รายการบันทึกมีได้เฉพาะค่าที่กำหนดไว้ เพื่อไม่ให้มีข้อมูลที่ไม่มีใครตรวจ",
      mend: "ตัดค่านี้ออก หรือย้ายไปไว้ใน data หากแบบของการกระทำมีช่องนี้",
    },
    en: {
      what: `${path} is not known.`,
      why: "A record has the members of its format only, so that nothing enters that nobody checks.",
      mend: "Leave it out, or put it into data where the action's schema has it.",
    },
  }),
  LOG_RECORD_CONSTANT: ({ path, wanted }: Details): Texts => ({
    th: { what: `ค่าที่ ${path} ใช้ไม่ได้`, why: `ต้องเป็น ${wanted} เท่านั้น`, mend: mendMember.th },
    en: { what: `The value at ${path} cannot be taken.`, why: `It must be ${wanted}.`, mend: mendMember.en },
  }),
  LOG_RECORD_FORM: ({ path, form }: Details): Texts => ({
    th: { what: `ข้อความที่ ${path} ผิดรูปแบบ`, why: `ต้องเป็น${word(forms, form)[0]}`, mend: mendMember.th },
    en: {
      what: `The text at ${path} does not have the wanted form.`,
      why: `It must be ${word(forms, form)[1]}.`,
      mend: mendMember.en,
    },
  }),
  LOG_RECORD_RANGE: ({ path, least, most }: Details): Texts => ({
    th: { what: `จำนวนที่ ${path} ใช้ไม่ได้`, why: `ต้องเป็นจำนวนเต็มตั้งแต่ ${least} ถึง ${most}`, mend: mendMember.th },
    en: {
      what: `The number at ${path} cannot be taken.`,
      why: `It must be a whole number from ${least} to ${most}.`,
      mend: mendMember.en,
    },
  }),
  LOG_RECORD_LENGTH: ({ path, least, most, count }: Details): Texts => ({
    th: { what: `${path} มีความยาว ${count}`, why: `ต้องอยู่ระหว่าง ${least} ถึง ${most}`, mend: mendMember.th },
    en: {
      what: `${path} has a length of ${count}.`,
      why: `It must be from ${least} to ${most}.`,
      mend: mendMember.en,
    },
  }),
  LOG_RECORD_CHOICE: ({ path, choices }: Details): Texts => ({
    th: { what: `${path} ไม่ชัดเจน`, why: `ต้องมีเพียงหนึ่งใน ${choices}`, mend: mendMember.th },
    en: {
      what: `${path} is not clear.`,
      why: `It must have exactly one of the members ${choices}.`,
      mend: mendMember.en,
    },
  }),
  LOG_RECORD_TEXT: ({ path, found }: Details): Texts => ({
    th: {
      what: `ข้อความที่ ${path} มี${word(textFaults, found)[0]}`,
      why: "ข้อความในบันทึกต้องเป็นยูนิโค้ดที่ถูกต้องในรูป NFC เพื่อให้ทุกคนคำนวณค่าแฮชได้ตรงกัน",
      mend: 'แปลงข้อความด้วย normalize("NFC") ก่อนส่ง และตัดอักขระที่เสียหาย',
    },
    en: {
      what: `The text at ${path} has ${word(textFaults, found)[1]}.`,
      why: "Texts in the log are well-formed Unicode in Normalization Form C, so that everybody computes the same hash.",
      mend: 'Send the text after normalize("NFC"), without damaged characters.',
    },
  }),
  LOG_RECORD_NUMBER: ({ path }: Details): Texts => ({
    th: {
      what: `จำนวนที่ ${path} เขียนในบันทึกไม่ได้`,
      why: "จำนวนต้องเป็นจำนวนเต็ม ไม่เกิน ±(2⁵³−1) เพราะเศษส่วนและจำนวนที่ใหญ่กว่านั้นอาจถูกปัดเปลี่ยนไป",
      mend: "ส่งจำนวนเงินเป็นข้อความสตางค์ ค่าที่มีเศษเป็นหน่วยที่เล็กกว่า",
    },
    en: {
      what: `The number at ${path} cannot be written to the log.`,
      why: "Numbers are whole and within ±(2⁵³−1), since programs round fractions and larger numbers differently.",
      mend: "Send money as a string of satang, and measures as whole numbers of a smaller unit.",
    },
  }),
  LOG_RECORD_DEPTH: ({ path, limit }: Details): Texts => ({
    th: { what: `${path} ซ้อนกันลึกเกินไป`, why: `ซ้อนได้ไม่เกิน ${limit} ชั้น`, mend: "จัดข้อมูลให้ซ้อนน้อยลง" },
    en: {
      what: `${path} is nested too deeply.`,
      why: `Objects and arrays may lie ${limit} deep, the record included.`,
      mend: "Flatten the data.",
    },
  }),
  LOG_RECORD_TOO_LARGE: ({ bytes, limit }: Details): Texts => ({
    th: {
      what: `รายการบันทึกมีขนาด ${bytes} ไบต์`,
      why: `รับได้ไม่เกิน ${limit} ไบต์ของ JSON ในรูป RFC 8785`,
      mend: "เก็บส่วนที่ยาวไว้เป็นเอกสาร แล้วอ้างถึงด้วย refs หรือ payload",
    },
    en: {
      what: `The record has ${bytes} bytes.`,
      why: `At most ${limit} bytes of canonical JSON (RFC 8785) are taken.`,
      mend: "Keep what is long as a document or payload and refer to it.",
    },
  }),
} satisfies Record<string, (details: Details) => Texts>;

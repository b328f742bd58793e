/** What must stand at a place of a file, as the errors that miss it say it. */
export interface Form {
  readonly th: string;
  readonly en: string;
}

const hexDigits = (bytes: number): Form => ({
  th: `0x ตามด้วยเลขฐานสิบหกตัวพิมพ์เล็ก ${bytes * 2} ตัว`,
  en: `0x and ${bytes * 2} lower-case hexadecimal digits`,
});

/** Forms of any file. */
export const forms = {
  json: (characters: number): Form => ({
    th: `JSON ยาวไม่เกิน ${characters} อักขระ`,
    en: `JSON of at most ${characters} characters`,
  }),
  once: {
    th: "JSON ที่วัตถุแต่ละตัวไม่มีฟิลด์ชื่อซ้ำกัน",
    en: "JSON in which no object has a member twice",
  },
  canonical: { th: "JSON แบบบัญญัติ (RFC 8785)", en: "canonical JSON (RFC 8785)" },
  object: { th: "วัตถุ JSON", en: "an object" },
  only: (names: readonly string[]): Form => ({
    th: `เฉพาะฟิลด์ ${names.join(", ")}`,
    en: `no member but ${names.join(", ")}`,
  }),
  constant: (text: string): Form => ({ th: `“${text}”`, en: `“${text}”` }),
  text: { th: "ข้อความ", en: "a text" },
  texts: { th: "รายการข้อความ", en: "texts" },
  whole: { th: "จำนวนเต็ม", en: "a whole number" },
  count: { th: "จำนวนเต็มตั้งแต่ 0", en: "a whole number from 0" },
  hex: hexDigits,
  hexes: (bytes: number): Form => ({
    th: `รายการของ ${hexDigits(bytes).th}`,
    en: `a list of ${hexDigits(bytes).en}`,
  }),
  list: (most: number): Form => ({ th: `รายการไม่เกิน ${most} ค่า`, en: `a list of at most ${most}` }),
} satisfies Record<string, Form | ((...given: never[]) => Form)>;

import type { Details, Texts } from "../errors.ts";

const kinds: Readonly<Record<string, readonly [th: string, en: string]>> = {
  citizenNumber: ["เลขประจำตัวประชาชน", "a citizen number"],
  phone: ["หมายเลขโทรศัพท์", "a telephone number"],
  email: ["อีเมล", "an e-mail address"],
  paddedNumber: [
    "เลขที่เติมให้ยาวเท่าค่าแฮช (ค่าแฮชจริงไม่มีเลขเดียวกันติดกัน 12 หลัก และไม่เป็นเลข 0–9 ล้วน)",
    "a number padded to the length of a hash (a real hash has no twelve equal digits in a row, and letters among them)",
  ],
};

/** Errors of personal data that was sent to the log; path and kind only, never the value. */
export const logPersonalDataTexts = {
  LOG_PERSONAL_DATA: ({ path, kind }: Details): Texts => {
    const [th, en] = kinds[String(kind)] ?? [String(kind), String(kind)];
    return {
      th: {
        what: `ค่าที่ ${path} ดูเหมือนมี${th}`,
        why: "บันทึกเป็นสาธารณะและลบไม่ได้ ข้อมูลส่วนบุคคลจึงต้องไม่เข้ามา แม้ในข้อความอิสระ",
        mend: "ตัดออก หรือใช้รหัสแทนบุคคล (subject, pseudonym) หรือเก็บไว้ใน payload ที่เข้ารหัสของหน่วยงาน",
      },
      en: {
        what: `The value at ${path} seems to hold ${en}.`,
        why: "The log is public and cannot be erased, so personal data must not enter it, not even in free text.",
        mend: "Leave it out, or use a commitment or pseudonym, or keep it in the agency's encrypted payload.",
      },
    };
  },
} satisfies Record<string, (details: Details) => Texts>;

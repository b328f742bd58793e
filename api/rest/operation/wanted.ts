import { isEnumType } from "graphql";
import type { LocalizedText } from "../../read/rows/common.ts";
import type { Parameter } from "./operation.ts";

const wanted: Readonly<Record<string, LocalizedText>> = {
  Int: { th: "จำนวนเต็มไม่เกิน 2147483647", en: "a whole number up to 2147483647" },
  Boolean: { th: " true หรือ false", en: "true or false" },
  String: {
    th: "ข้อความไม่เกิน 200 อักขระที่ไม่มีอักขระควบคุม",
    en: "a text of at most 200 characters without control characters",
  },
  ID: { th: "รหัสไม่เกิน 200 อักขระ", en: "an identifier of at most 200 characters" },
  Satang: {
    th: "จำนวนสตางค์เป็นเลขจำนวนเต็ม เช่น 148000 สำหรับ 1,480.00 บาท",
    en: "a whole number of satang, such as 148000 for 1,480.00 baht",
  },
  Bytes32: { th: " 0x ตามด้วยเลขฐานสิบหก 64 หลัก", en: "0x and 64 hexadecimal digits" },
  Address: { th: " 0x ตามด้วยเลขฐานสิบหก 40 หลัก", en: "0x and 40 hexadecimal digits" },
  Index: { th: "จำนวนเต็มตั้งแต่ 0 ถึง 9007199254740991", en: "a whole number from 0 to 9007199254740991" },
  DateTime: {
    th: "เวลาตาม ISO 8601 เช่น 2024-11-29T03:15:00Z",
    en: "an instant in ISO 8601, such as 2024-11-29T03:15:00Z",
  },
  Date: { th: "วันที่ตาม ISO 8601 เช่น 2024-11-29", en: "a day in ISO 8601, such as 2024-11-29" },
  Hex: { th: " 0x ตามด้วยเลขฐานสิบหกจำนวนคู่", en: "0x and an even number of hexadecimal digits" },
};

/** What a parameter's value must be, in words that end a sentence. */
export function wantedOf({ type }: Pick<Parameter, "type">): LocalizedText {
  if (isEnumType(type)) {
    const values = type
      .getValues()
      .map(({ name }) => name)
      .join(", ");
    return { th: `ค่าหนึ่งใน ${values}`, en: `one of ${values}` };
  }
  return wanted[type.name]!;
}

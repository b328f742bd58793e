import type { LocalizedText } from "../../read/rows/common.ts";
import type { Parameter } from "../operation/operation.ts";
import type { Tag } from "../routes/route.ts";
import type { JsonSchema } from "./json-schema.ts";

export interface AnswerDescription {
  readonly text: LocalizedText;
  /** media type and its schema */
  readonly content: Readonly<Record<string, JsonSchema>>;
}

/** An address as the API's description tells it. The router and the description are made from the same list of these. */
export interface Described {
  readonly method: "get" | "post" | "delete";
  readonly path: string;
  readonly id: string;
  readonly tag: Tag | "exports" | "ocds" | "feeds" | "operations";
  readonly summary: LocalizedText;
  readonly parameters: readonly Parameter[];
  readonly body?: JsonSchema;
  /** only for whoever signs the request (RFC 9421) */
  readonly isSigned?: boolean;
  /** by status; problems are added */
  readonly answers: Readonly<Record<string, AnswerDescription>>;
}

export const tagTexts: Readonly<Record<Described["tag"], LocalizedText>> = {
  budget: { th: "งบประมาณในสมุดบัญชี", en: "The budget ledger" },
  agencies: { th: "หน่วยงาน", en: "Agencies" },
  reported: { th: "ข้อมูลที่ระบบอื่นรายงาน", en: "Reported data" },
  redflags: { th: "สัญญาณเตือนที่ควรตรวจสอบ", en: "Signals for review" },
  log: { th: "บันทึกการดำเนินงานของบริการ", en: "The services' action logs" },
  ledger: { th: "สมุดบัญชีและธุรกรรม", en: "Ledger and transactions" },
  exports: { th: "ส่งออกเป็นแฟ้ม", en: "Exports" },
  ocds: { th: "ข้อมูลตามมาตรฐาน OCDS 1.1.5", en: "Open contracting data (OCDS 1.1.5)" },
  feeds: { th: "ฟีด Atom", en: "Atom feeds" },
  operations: { th: "สถานะของระบบ", en: "Operations" },
};

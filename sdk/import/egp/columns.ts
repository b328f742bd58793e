import { holdsControl } from "../csv/control.ts";
import { importError } from "../errors.ts";
import { holdsPeople } from "../people-fields.ts";
import { withholdPersons } from "../personal-data.ts";
import { WITHHELD } from "../withheld.ts";

/** What a column of an e-GP export means. */
export type EgpField =
  | "sequence"
  | "code"
  | "title"
  | "type"
  | "agency"
  | "subAgency"
  | "method"
  | "methodGroup"
  | "announcedOn"
  | "budget"
  | "reference"
  | "agreed"
  | "fiscalYear"
  | "transactionOn"
  | "province"
  | "district"
  | "subdistrict"
  | "status"
  | "taxId"
  | "winner"
  | "contractId"
  | "signedOn"
  | "endsOn"
  | "contractStatus";

/** Headers as the exports of different years write them, without white space. */
const fieldByHeader: ReadonlyMap<string, EgpField> = new Map([
  ["ลำดับ", "sequence"],
  ["ลำดับที่", "sequence"],
  ["รหัสโครงการ", "code"],
  ["เลขที่โครงการ", "code"],
  ["ชื่อโครงการ", "title"],
  ["ชื่อประเภทโครงการ", "type"],
  ["ประเภทโครงการ", "type"],
  ["ชื่อหน่วยงาน", "agency"],
  ["ชื่อหน่วยงานย่อย", "subAgency"],
  ["วิธีจัดซื้อฯ", "method"],
  ["วิธีการจัดซื้อ", "method"],
  ["กลุ่มวิธีจัดซื้อฯ", "methodGroup"],
  ["วันที่ประกาศ", "announcedOn"],
  ["งบประมาณ(บาท)", "budget"],
  ["งบประมาณ", "budget"],
  ["ราคากลาง(บาท)", "reference"],
  ["ราคากลาง", "reference"],
  ["ราคาตกลงซื้อ/จ้าง", "agreed"],
  ["ราคาตกลงซื้อ/จ้าง(บาท)", "agreed"],
  ["ราคาที่ตกลงซื้อหรือจ้าง", "agreed"],
  ["ปีงบประมาณ", "fiscalYear"],
  ["วันที่เกิดรายการ", "transactionOn"],
  ["จังหวัด", "province"],
  ["เขต/อำเภอ", "district"],
  ["อำเภอ", "district"],
  ["ตำบล/แขวง", "subdistrict"],
  ["แขวง/ตำบล", "subdistrict"],
  ["ตำบล", "subdistrict"],
  ["สถานะโครงการ", "status"],
  ["เลขประจำตัวผู้เสียภาษี", "taxId"],
  ["ชื่อผู้ชนะ", "winner"],
  ["เลขที่สัญญา", "contractId"],
  ["วันที่ลงนามสัญญา", "signedOn"],
  ["วันที่สิ้นสุดสัญญา", "endsOn"],
  ["สถานะสัญญา", "contractStatus"],
] satisfies [string, EgpField][]);

/** What the figures and rules of the explorer are made of; an export may lack any of them. */
const expected = [
  "ชื่อหน่วยงาน",
  "วิธีจัดซื้อฯ",
  "วันที่ประกาศ",
  "งบประมาณ(บาท)",
  "ราคากลาง(บาท)",
  "ราคาตกลงซื้อ/จ้าง",
  "ปีงบประมาณ",
  "จังหวัด",
];

const fieldOf = (name: string): EgpField | null => fieldByHeader.get(name.replace(/\s/g, "")) ?? null;

/** Columns that one would expect in an export and that are not among these, by their usual names. */
export function absentColumns(names: readonly string[]): string[] {
  const fields = new Set(names.map(fieldOf));
  return expected.filter((name) => !fields.has(fieldOf(name)));
}

export interface EgpColumn {
  /** As the header writes it, trimmed. */
  readonly name: string;
  readonly field: EgpField | null;
  /** An unknown column that may name people. */
  readonly personal: boolean;
}

function columnName(cell: string, index: number): string {
  const name = cell
    .replace(/[\s\u200b\ufeff]+/g, " ")
    .trim()
    .normalize("NFC");
  return name === "" ? `(${index + 1})` : name;
}

/**
 * What each column is, by its header.
 *
 * @throws ProngsaiError IMPORT_HEADER_CONTROL when a name is no text, IMPORT_HEADER_UNKNOWN when it is
 * no e-GP header, IMPORT_HEADER_TWICE
 */
export function readHeader(cells: readonly string[]): EgpColumn[] {
  const noText = cells.findIndex(holdsControl);
  if (noText >= 0) throw importError("IMPORT_HEADER_CONTROL", { column: noText + 1 });
  const columns = cells.map((cell, index): EgpColumn => {
    const name = columnName(cell, index);
    const field = fieldOf(name);
    return { name, field, personal: field === null && (holdsPeople(name) || /address/i.test(name)) };
  });
  const fields = new Set(columns.map(({ field }) => field));
  const missing: string[] = [];
  if (!fields.has("code")) missing.push("รหัสโครงการ");
  if (!fields.has("title")) missing.push("ชื่อโครงการ");
  if (!fields.has("budget") && !fields.has("reference") && !fields.has("agreed")) {
    missing.push("งบประมาณ(บาท) / ราคากลาง(บาท) / ราคาตกลงซื้อ/จ้าง");
  }
  // A header that itself holds personal data is a row of data: the file has lost its header.
  if (columns.some(({ name }) => withholdPersons(name).includes(WITHHELD))) missing.push("หัวตาราง (header)");
  if (missing.length > 0) throw importError("IMPORT_HEADER_UNKNOWN", { missing: missing.join(", ") });
  const taken = new Set<string>();
  for (const { name, field } of columns) {
    const identity = field ?? `?${name}`;
    if (taken.has(identity)) throw importError("IMPORT_HEADER_TWICE", { column: name });
    taken.add(identity);
  }
  return columns;
}

import { ProngsaiError } from "../errors.ts";
import type { Details, Texts } from "../errors.ts";

type MakeTexts = (details: Details) => Texts;

function texts(th: [string, string, string], en: [string, string, string]): Texts {
  const explain = ([what, why, mend]: [string, string, string]) => ({ what, why, mend });
  return { th: explain(th), en: explain(en) };
}

const kinds: Readonly<Record<string, readonly [th: string, en: string]>> = {
  html: ["หน้าเว็บ (HTML)", "a web page (HTML)"],
  xlsx: ["แฟ้ม Excel หรือ ZIP", "an Excel or ZIP file"],
  xls: ["แฟ้ม Excel รุ่นเก่า", "an old Excel file"],
  pdf: ["เอกสาร PDF", "a PDF document"],
  gzip: ["แฟ้มบีบอัด", "a compressed file"],
  json: ["ข้อมูล JSON", "JSON"],
  csv: ["ตาราง CSV", "a CSV table"],
  binary: ["ข้อมูลที่ไม่ใช่ข้อความ", "not text"],
};

const kindOf = ({ kind }: Details) => kinds[String(kind)] ?? ["ข้อมูลรูปแบบอื่น", "data of another kind"];

/** Errors that refuse a file as a whole; nothing of it is imported. */
const importTexts = {
  IMPORT_EMPTY: () =>
    texts(
      ["แฟ้มนี้ว่างเปล่า", "ไม่มีข้อมูลให้อ่าน", "ดาวน์โหลดแฟ้มจากต้นทางใหม่"],
      ["The file is empty.", "There is nothing to read.", "Download it from its source again."],
    ),
  IMPORT_NOT_EGP: (details) => {
    const [th, en] = kindOf(details);
    return texts(
      [`แฟ้มนี้ไม่ใช่ตาราง e-GP แต่เป็น${th}`, "ข้อมูล e-GP เป็นตาราง CSV", "เลือกแฟ้ม CSV ที่ดาวน์โหลดจากต้นทาง"],
      [`This is no e-GP table but ${en}.`, "e-GP data is a CSV table.", "Choose the CSV file of the source."],
    );
  },
  IMPORT_ENCODING: ({ encoding }) =>
    texts(
      [
        `แฟ้มนี้เข้ารหัสอักขระแบบ ${encoding}`,
        "ระบบอ่านเฉพาะ UTF-8 เพราะการเดารหัสอักขระอาจทำให้ข้อความเพี้ยน",
        "เปิดแฟ้มด้วยโปรแกรมตารางคำนวณ แล้วบันทึกใหม่เป็น CSV แบบ UTF-8",
      ],
      [
        `The file's text is encoded as ${encoding}.`,
        "Only UTF-8 is read: guessing an encoding can spoil the text.",
        "Open it in a spreadsheet and save it as CSV in UTF-8.",
      ],
    ),
  IMPORT_HEADER_UNKNOWN: ({ missing }) =>
    texts(
      [
        "แถวแรกของแฟ้มไม่ใช่หัวตาราง e-GP",
        `ไม่พบคอลัมน์ ${missing}`,
        "ตรวจว่าเป็นแฟ้มสัญญา e-GP ที่มีหัวตารางครบและคั่นด้วยจุลภาค",
      ],
      [
        "The first line is not the header of an e-GP table.",
        `These columns are not there: ${missing}.`,
        "Check that it is the e-GP contract file, with its header, separated by commas.",
      ],
    ),
  IMPORT_HEADER_CONTROL: ({ column }) =>
    texts(
      [
        `ชื่อคอลัมน์ที่ ${column} มีอักขระที่ไม่ใช่ข้อความ`,
        "อักขระควบคุมมองไม่เห็นและเก็บลงฐานข้อมูลไม่ได้ แฟ้มอาจเสียหาย",
        "ดาวน์โหลดแฟ้มจากต้นทางใหม่",
      ],
      [
        `The name of column ${column} holds characters that are no text.`,
        "Control characters cannot be seen, and databases refuse some; the file is probably damaged.",
        "Download it from its source again.",
      ],
    ),
  IMPORT_HEADER_TWICE: ({ column }) =>
    texts(
      [`หัวตารางมีคอลัมน์ “${column}” ซ้ำกัน`, "ไม่อาจรู้ได้ว่าควรใช้คอลัมน์ใด", "แก้หัวตารางที่ต้นทางให้แต่ละชื่อมีครั้งเดียว"],
      [
        `The header has the column “${column}” twice.`,
        "It cannot be known which one is meant.",
        "Have the source name each column once.",
      ],
    ),
  IMPORT_NOT_OCDS: (details) => {
    const [th, en] = kindOf(details);
    const at = details.file ? ` (${String(details.file)})` : "";
    return texts(
      [
        `แฟ้มนี้ไม่ใช่ข้อมูล OCDS แต่เป็น${th}${at}`,
        "ข้อมูล OCDS เป็น JSON ที่มี releases, records หรือ ocid",
        "เลือกแฟ้ม release package, record package, release เดี่ยว หรือ JSON Lines",
      ],
      [
        `This is no OCDS data but ${en}${at}.`,
        "OCDS data is JSON with releases, records or an ocid.",
        "Choose a release package, a record package, a single release or JSON lines.",
      ],
    );
  },
  IMPORT_JSON_BROKEN: ({ file }) =>
    texts(
      [
        `ข้อมูล JSON ไม่สมบูรณ์${file ? ` (${String(file)})` : ""}`,
        "แฟ้มขาดตอนหรือผิดรูปแบบ จึงไม่นำเข้าเลย",
        "ดาวน์โหลดแฟ้มจากต้นทางใหม่",
      ],
      [
        `The JSON is broken${file ? ` (${String(file)})` : ""}.`,
        "The file breaks off or is malformed, so nothing of it is imported.",
        "Download it from its source again.",
      ],
    ),
  IMPORT_RELEASE_TOO_LARGE: ({ limit }) =>
    texts(
      [`มี release หนึ่งใหญ่เกิน ${limit} ไบต์`, "ระบบจำกัดขนาดเพื่อไม่ให้หน่วยความจำหมด", "แยก release นั้นออกจากแฟ้ม"],
      [
        `One release is larger than ${limit} bytes.`,
        "The size is limited so that memory does not run out.",
        "Take that release out of the file.",
      ],
    ),
  IMPORT_OCDS_VERSION: ({ version }) =>
    texts(
      [`ไม่รู้จัก OCDS รุ่น ${version}`, "ระบบอ่านรุ่น 1.0 และ 1.1", "ขอข้อมูลรุ่น 1.1 จากต้นทาง"],
      [
        `OCDS version ${version} is not known.`,
        "Versions 1.0 and 1.1 are read.",
        "Ask the source for version 1.1.",
      ],
    ),
  IMPORT_PARSER_UNKNOWN: ({ parserVersion }) =>
    texts(
      [
        `ไม่รู้จักกติกาการอ่านรุ่น ${parserVersion}`,
        "โปรแกรมนี้เก่ากว่าหรือใหม่กว่าชุดข้อมูลที่ประทับไว้",
        "ใช้โปรแกรมรุ่นที่รู้จักกติกานั้น",
      ],
      [
        `The reading rules ${parserVersion} are not known.`,
        "This program is older or newer than the anchored batch.",
        "Use a version of the program that knows them.",
      ],
    ),
} satisfies Record<string, MakeTexts>;

export type ImportErrorCode = keyof typeof importTexts;

export const importErrorCodes = Object.keys(importTexts) as ImportErrorCode[];

export function importError(code: ImportErrorCode, details: Details = {}, cause?: unknown): ProngsaiError {
  return new ProngsaiError(code, importTexts[code](details), details, cause);
}

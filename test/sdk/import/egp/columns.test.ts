import { expect } from "chai";
import { absentColumns } from "../../../../sdk/import/egp/columns.ts";
import { egp, read, refusal, sample, sampleHeader, table } from "../reading.ts";

describe("columns of an e-GP table", () => {
  it("are found by their header in any order, with optional and unknown ones", async () => {
    const header = [
      "หมวดงาน",
      "จังหวัด",
      "เขต/อำเภอ",
      "ตำบล/แขวง",
      "รหัสโครงการ",
      "สถานะโครงการ",
      "ชื่อโครงการ",
      "งบประมาณ (บาท)",
      "เลขประจำตัวผู้เสียภาษี",
      "ชื่อผู้ชนะ",
      "เลขที่สัญญา",
      "วันที่ลงนามสัญญา",
      "วันที่สิ้นสุดสัญญา",
      "สถานะสัญญา",
      "ราคาตกลงซื้อ/จ้าง",
    ];
    const { reported, summary } = await read(
      table(header, [
        {
          หมวดงาน: "งานทาง",
          "เขต/อำเภอ": "เมือง",
          "ตำบล/แขวง": "ในเมือง",
          สถานะโครงการ: "แล้วเสร็จ",
          "งบประมาณ (บาท)": "1,234,567.89",
          เลขประจำตัวผู้เสียภาษี: "0105536000001",
          ชื่อผู้ชนะ: "บริษัท ก่อสร้างไทย จำกัด",
          เลขที่สัญญา: "12/2568",
          วันที่ลงนามสัญญา: "3 ธ.ค. 67",
          วันที่สิ้นสุดสัญญา: "31 มกราคม ๒๕๖๘",
          สถานะสัญญา: "ส่งงานครบถ้วน",
          "ราคาตกลงซื้อ/จ้าง": "๑,๒๓๔,๕๖๗.๕๐",
        },
      ]),
    );
    const row = reported[0]!;
    expect(row).to.deep.include({
      province: "กรุงเทพมหานคร",
      district: "เมือง",
      subdistrict: "ในเมือง",
      status: "แล้วเสร็จ",
      budgetSatang: 123_456_789n,
      referenceSatang: null,
      agency: null,
      fiscalYear: null,
      extra: { หมวดงาน: "งานทาง" },
      contracts: [
        {
          id: "12/2568",
          awardId: null,
          agreedSatang: 123_456_750n,
          signedOn: "2024-12-03",
          endsOn: "2025-01-31",
          status: "ส่งงานครบถ้วน",
          suppliers: [{ name: "บริษัท ก่อสร้างไทย จำกัด", taxId: "0105536000001" }],
          suppliersWithheld: 0,
        },
      ],
    });
    expect(summary.columns.unknown).to.deep.equal(["หมวดงาน"]);
    expect(summary.columns.known).to.include("งบประมาณ (บาท)");
  });

  it("are found behind a byte order mark, with CRLF line ends and quoted headers", async () => {
    const text = egp({}, { รหัสโครงการ: "67119524002" });
    const quoted = text.replace(
      sampleHeader,
      sampleHeader
        .split(",")
        .map((name) => `"${name}"`)
        .join(","),
    );
    for (const variant of [
      "\ufeff" + text,
      text.replaceAll("\n", "\r\n"),
      quoted,
      text.trimEnd(),
      "\n\n" + text,
    ]) {
      const { reported } = await read(variant);
      expect(reported.map(({ key }) => key.value)).to.deep.equal(["67119524001", "67119524002"]);
    }
  });

  it("whose names hold control characters refuse the file, also where nobody knows the column", async () => {
    for (const control of ["\0", "\u0007", "\uffff"]) {
      const damaged = egp({}).replace("วันที่เกิดรายการ", `วันที่เกิด${control}รายการ`);
      expect(await refusal(damaged)).to.equal("IMPORT_HEADER_CONTROL");
    }
  });

  it("that stand twice or are missing refuse the file", async () => {
    expect(await refusal(egp({}).replace("จังหวัด", "ปีงบประมาณ"))).to.equal("IMPORT_HEADER_TWICE");
    expect(await refusal(egp({}).replace("รหัสโครงการ", "รหัส"))).to.equal("IMPORT_HEADER_UNKNOWN");
    expect(await refusal("a,b,c\n1,2,3\n")).to.equal("IMPORT_HEADER_UNKNOWN");
    expect(await refusal(egp({}).split("\n").slice(1).join("\n"))).to.equal("IMPORT_HEADER_UNKNOWN");
    expect(await refusal(egp({}).replaceAll(",", ";"))).to.equal("IMPORT_HEADER_UNKNOWN");
    expect(await refusal(egp({}).replaceAll(",", "\t"))).to.equal("IMPORT_HEADER_UNKNOWN");
  });

  const tis620 = Uint8Array.from(
    [...sample.toString()].flatMap((char) => {
      const code = char.codePointAt(0)!;
      return code >= 0x0e01 && code <= 0x0e5b ? [code - 0x0e01 + 0xa1] : code < 128 ? [code] : [];
    }),
  );
  const foreign: [string, string | Uint8Array, string][] = [
    ["nothing", "", "IMPORT_EMPTY"],
    ["white space", " \n\n\r\n ", "IMPORT_EMPTY"],
    ["a byte order mark alone", "\ufeff", "IMPORT_EMPTY"],
    ["a web page", "<!DOCTYPE html><html><body>404</body></html>", "IMPORT_NOT_EGP"],
    ["an Excel file", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]), "IMPORT_NOT_EGP"],
    ["an old Excel file", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "IMPORT_NOT_EGP"],
    ["a PDF", "%PDF-1.7\n", "IMPORT_NOT_EGP"],
    ["a compressed file", Uint8Array.from([0x1f, 0x8b, 8, 0]), "IMPORT_NOT_EGP"],
    ["JSON", '{"releases": []}', "IMPORT_NOT_EGP"],
    ["UTF-16 with its mark", Buffer.from("\ufeff" + egp({}), "utf16le"), "IMPORT_ENCODING"],
    ["UTF-16 without a mark", Buffer.from("a,b,c\n" + egp({}), "utf16le"), "IMPORT_ENCODING"],
    ["TIS-620", tis620, "IMPORT_ENCODING"],
    [
      "an image",
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      "IMPORT_NOT_EGP",
    ],
  ];
  for (const [what, source, code] of foreign) {
    it(`refuses ${what} as ${code}`, async () => {
      expect(await refusal(source)).to.equal(code);
    });
  }

  it("says in both languages that a TIS-620 file is one", async () => {
    const error = await read(tis620).catch((caught: unknown) => caught);
    expect(String(error)).to.contain("TIS-620");
    expect(error).to.have.nested.property("texts.th.what").that.contains("TIS-620");
  });

  it("that one would expect and that are not there are named, whichever way the others are written", () => {
    expect(absentColumns(sampleHeader.split(","))).to.deep.equal([]);
    const written = ["รหัสโครงการ", "ชื่อโครงการ", "งบประมาณ", "ราคากลาง", "วิธีการจัดซื้อ", "foo"];
    expect(absentColumns(written)).to.deep.equal([
      ...["ชื่อหน่วยงาน", "วันที่ประกาศ", "ราคาตกลงซื้อ/จ้าง", "ปีงบประมาณ", "จังหวัด"],
    ]);
  });
});

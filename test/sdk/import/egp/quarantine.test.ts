import { expect } from "chai";
import { quarantineText } from "../../../../sdk/import/index.ts";
import { bytesOf, egp, read, sampleHeader, sampleRow } from "../reading.ts";

const good = { รหัสโครงการ: "67119000001" };

describe("quarantine of an e-GP table", () => {
  const cases: [string, Record<string, string>, object][] = [
    ["a missing code", { รหัสโครงการ: "-" }, { reason: "CODE_MISSING", column: "รหัสโครงการ", value: null }],
    [
      "a code from a spreadsheet",
      { รหัสโครงการ: "6.71E+10" },
      { reason: "CODE_UNREADABLE", column: "รหัสโครงการ" },
    ],
    [
      "an amount that is no number",
      { "งบประมาณ(บาท)": "12,34" },
      { reason: "NUMBER_UNREADABLE", column: "งบประมาณ(บาท)", value: "12,34" },
    ],
    [
      "an amount finer than a satang",
      { "งบประมาณ(บาท)": "1480.125" },
      { reason: "NUMBER_TOO_PRECISE", column: "งบประมาณ(บาท)", value: "1480.125" },
    ],
    [
      "an amount beyond what databases hold",
      { "งบประมาณ(บาท)": "92233720368547758.08" },
      { reason: "NUMBER_UNREADABLE", column: "งบประมาณ(บาท)" },
    ],
    [
      "a negative amount",
      { "ราคาตกลงซื้อ/จ้าง": "-1480" },
      { reason: "NUMBER_NEGATIVE", column: "ราคาตกลงซื้อ/จ้าง", value: "-1480" },
    ],
    [
      "an impossible date",
      { วันที่เกิดรายการ: "31 ก.พ. 68" },
      { reason: "DATE_UNREADABLE", column: "วันที่เกิดรายการ" },
    ],
    [
      "a year that is none",
      { ปีงบประมาณ: "68" },
      { reason: "FISCAL_YEAR_UNREADABLE", column: "ปีงบประมาณ", value: "68" },
    ],
    [
      "a province column with a number",
      { จังหวัด: "1480" },
      { reason: "COLUMNS_SHIFTED", column: "จังหวัด", value: "1480" },
    ],
    [
      "a date column with a province",
      { วันที่เกิดรายการ: "เชียงใหม่" },
      { reason: "COLUMNS_SHIFTED", column: "วันที่เกิดรายการ", value: "เชียงใหม่" },
    ],
    [
      "an amount column with a date",
      { "ราคาตกลงซื้อ/จ้าง": "29 พ.ย. 67" },
      { reason: "COLUMNS_SHIFTED", column: "ราคาตกลงซื้อ/จ้าง", value: "29 พ.ย. 67" },
    ],
    [
      "a fiscal year column with a date",
      { ปีงบประมาณ: "29 พ.ย. 67" },
      { reason: "COLUMNS_SHIFTED", column: "ปีงบประมาณ" },
    ],
    ["a control character", { ชื่อโครงการ: "ซื้อ\u0000วัสดุ" }, { reason: "UTF8_BROKEN" }],
  ];
  for (const [what, cells, expected] of cases) {
    it(`takes a row with ${what}, and only that row`, async () => {
      const { quarantined, summary } = await read(egp(good, cells, { รหัสโครงการ: "67119000002" }));
      expect(summary).to.include({ rowsRead: 3, imported: 2, quarantined: 1 });
      expect(quarantined[0]).to.deep.include({ line: 3, ...expected });
    });
  }

  it("takes rows whose columns were shifted by a missing or an added cell", async () => {
    const cells = sampleRow.split(",");
    const left = [...cells.slice(0, 8), ...cells.slice(9), "-"].join(",");
    const right = [...cells.slice(0, 8), "-", ...cells.slice(8, -1)].join(",");
    const { quarantined } = await read([sampleHeader, left, right, ""].join("\n"));
    expect(quarantined.map(({ line, reason }) => [line, reason])).to.deep.equal([
      [2, "COLUMNS_SHIFTED"],
      [3, "COLUMNS_SHIFTED"],
    ]);
  });

  it("takes rows of the wrong width and says how wide they were", async () => {
    const { quarantined } = await read(`${sampleHeader}\n${sampleRow},\n${sampleRow}\na,b\n`);
    expect(quarantined.map(({ line, reason, value }) => [line, reason, value])).to.deep.equal([
      [2, "COLUMN_COUNT", "16"],
      [4, "COLUMN_COUNT", "2"],
    ]);
  });

  it("counts the lines inside quoted cells, so that numbers are those of the file", async () => {
    const text = egp(
      { ชื่อโครงการ: "บรรทัดหนึ่ง\nบรรทัดสอง\nบรรทัดสาม" },
      { รหัสโครงการ: "-" },
      { รหัสโครงการ: "67119000009" },
    );
    const { reported, quarantined } = await read(text);
    expect(reported.map(({ line }) => line)).to.deep.equal([2, 6]);
    expect(reported[0]!.title).to.equal("บรรทัดหนึ่ง\nบรรทัดสอง\nบรรทัดสาม");
    expect(quarantined[0]).to.include({ line: 5, reason: "CODE_MISSING" });
  });

  it("loses one row to broken UTF-8, not its neighbours", async () => {
    const bytes = bytesOf(egp({}, { รหัสโครงการ: "67119000002" }, { รหัสโครงการ: "67119000003" })).slice();
    const second = Buffer.from(bytes).indexOf("67119000002");
    bytes[second + 14] = 0xff;
    const { quarantined, reported } = await read(bytes);
    expect(quarantined[0]).to.deep.include({ line: 3, reason: "UTF8_BROKEN", column: null, value: null });
    expect(reported.map(({ line }) => line)).to.deep.equal([2, 4]);
  });

  it("loses one line to an unclosed quotation mark, not the rest of the file", async () => {
    const lines = egp({}, { รหัสโครงการ: "67119000002" }, { รหัสโครงการ: "67119000003" }).split("\n");
    lines[2] = lines[2]!.replace("ซื้อวัสดุ", '"ซื้อวัสดุ');
    const { quarantined, reported } = await read(lines.join("\n"));
    expect(quarantined.map(({ line, reason }) => [line, reason])).to.deep.equal([[3, "QUOTES_BROKEN"]]);
    expect(reported.map(({ line }) => line)).to.deep.equal([2, 4]);
  });

  it("keeps a quotation mark inside an unquoted cell as it is", async () => {
    const text = egp({ ชื่อโครงการ: "ท่อ" }).replace(",ท่อ,", ',ท่อ PVC 3" ยาว 2 เมตร,');
    expect((await read(text)).reported[0]!.title).to.equal('ท่อ PVC 3" ยาว 2 เมตร');
  });

  it("takes a line that is too long without reading the rest of it", async () => {
    const { quarantined, reported } = await read(
      egp({ ชื่อโครงการ: "ก".repeat(70_000) }, { รหัสโครงการ: "67119000002" }),
    );
    expect(quarantined.map(({ line, reason }) => [line, reason])).to.deep.equal([[2, "RECORD_TOO_LONG"]]);
    expect(reported.map(({ line }) => line)).to.deep.equal([3]);
  });

  it("has a text in both languages for every reason", () => {
    for (const text of Object.values(quarantineText)) {
      expect(text.th).to.match(/[ก-ฮ]/);
      expect(text.en).to.match(/^[\x20-\x7e]+$/);
    }
  });

  it("shows no value that could be a person's", async () => {
    const values = ["สมชาย ใจดี", "นายสมชาย ใจดี", "1101700207030", "081-234-5678", "a@b.co.th"];
    for (const value of values) {
      for (const column of ["วันที่เกิดรายการ", "งบประมาณ(บาท)", "ปีงบประมาณ", "รหัสโครงการ"]) {
        const { quarantined } = await read(egp({ [column]: value }));
        expect(quarantined[0]!.value, `${value} in ${column}`).to.equal(null);
      }
    }
  });
});

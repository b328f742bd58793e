import { expect } from "chai";
import { isCitizenNumber, withholdPersons } from "../../../../sdk/import/personal-data.ts";
import { keep, read, sampleHeader, table } from "../reading.ts";

const header = [...sampleHeader.split(","), "ชื่อผู้ชนะ", "เลขประจำตัวผู้เสียภาษี", "ผู้ประสานงาน", "หมายเหตุ"];
const winner = (name: string, taxId = "-") => ({ ชื่อผู้ชนะ: name, เลขประจำตัวผู้เสียภาษี: taxId });

describe("winners of an e-GP contract", () => {
  const shown: [string, string][] = [
    ["บริษัท ก่อสร้างไทย จำกัด", "0105536000001"],
    ["บริษัท นายช่าง จำกัด", "-"],
    ["หจก. ทวีทรัพย์", "-"],
    ["ห้างหุ้นส่วนจำกัด ทวีทรัพย์", "๐๕๐๓๕๓๖๐๐๐๐๑๑"],
    ["ร้านสหกรณ์ เชียงใหม่", "0994000000001"],
    ["Siam Cement Co., Ltd.", "-"],
  ];
  for (const [name, taxId] of shown) {
    it(`shows ${name} (${taxId})`, async () => {
      const contract = (await read(table(header, [winner(name, taxId)]))).reported[0]!.contracts[0]!;
      expect(contract.suppliers).to.have.length(1);
      expect(contract.suppliers[0]!.name).to.equal(name);
      expect(contract.suppliersWithheld).to.equal(0);
    });
  }

  const withheld: [string, string][] = [
    ["นายสมชาย ใจดี", "1101700207030"],
    ["สมชาย ใจดี", "1101700207030"],
    ["สมชาย ใจดี", "-"],
    ["นางสาวสมหญิง ดีมาก", "-"],
    ["น.ส.สมหญิง ดีมาก", "0105536000001"],
    ["ร้านเจ๊สมหญิง", "3101700207030"],
    ["ร้านเจ๊สมหญิง", "-"],
    ["ห้างหุ้นส่วนสามัญ สมชายและเพื่อน", "-"],
    ["คณะบุคคลสมชาย", "0105536000001"],
    ["บริษัท ก จำกัด และนายสมชาย ใจดี", "-"],
    ["Mr. John Smith", "-"],
    ["-", "1101700207030"],
  ];
  for (const [name, taxId] of withheld) {
    it(`withholds ${name} (${taxId}) from rows and from the kept file`, async () => {
      const { rows, kept } = await keep(table(header, [winner(name, taxId)]));
      const row = rows[0]!;
      expect(row.kind === "reported" && row.contracts[0]).to.deep.include({
        suppliers: [],
        suppliersWithheld: 1,
      });
      const everything =
        kept.toString() + JSON.stringify(row, (_, value) => (typeof value === "bigint" ? 0 : value));
      for (const personal of ["สมชาย", "สมหญิง", "Smith", "1101700207030", "3101700207030"]) {
        expect(everything).not.to.contain(personal);
      }
    });
  }
});

describe("other personal data in an e-GP table", () => {
  it("is withheld in titles and unknown columns, and the row says where", async () => {
    const text = table(header, [
      {
        ชื่อโครงการ: "จ้างเหมานายสมชาย ใจดี โทร 081-234-5678",
        ผู้ประสานงาน: "สมหญิง ดีมาก",
        หมายเหตุ: "ติดต่อ somying@example.com บัตร 1-1017-00207-03-0",
      },
    ]);
    const { rows, kept } = await keep(text);
    const row = rows[0]!;
    expect(row.kind === "reported" && row.title).to.equal("จ้างเหมา[withheld] โทร [withheld]");
    expect(row.kind === "reported" && row.extra).to.deep.equal({
      ผู้ประสานงาน: "[withheld]",
      หมายเหตุ: "ติดต่อ [withheld] บัตร [withheld]",
    });
    expect(row.kind === "reported" && row.flags).to.deep.equal([
      { code: "PERSONAL_DATA_WITHHELD", inputs: { columns: "ชื่อโครงการ, ผู้ประสานงาน, หมายเหตุ" } },
    ]);
    expect(kept.toString()).not.to.match(/สมชาย|สมหญิง|5678|somying|1017/);
  });

  it("in rows set aside is not kept at all, since nobody knows what their cells are", async () => {
    const text = table(header, [winner("สมชาย ใจดี")]).replace("สมชาย ใจดี", "สมชาย,ใจดี");
    const { rows, kept } = await keep(text);
    expect(rows[0]).to.include({ kind: "quarantined", reason: "COLUMN_COUNT" });
    expect(kept.toString()).not.to.match(/สมชาย|ใจดี/);
  });

  it("does not take equipment numbers, offices and places for people", () => {
    const ordinary = [
      "ซ่อมรถหมายเลขครุภัณฑ์ ๐๒๓-๖๐-๐๐๑๔",
      "ก่อสร้างบ้านพักนายอำเภอเมือง จำนวน 1 หลัง",
      "จ้างซ่อมห้องนายกเทศมนตรี ชั้น 2",
      "ถนนสายบ้านนายาว หมู่ที่ 5",
      "อ.นางรอง จ.บุรีรัมย์",
      "ซื้อวัสดุ โรงเรียนนายร้อยตำรวจ สามพราน",
      "รหัส 67119524001 เลขที่ 1234567890123",
    ];
    for (const text of ordinary) expect(withholdPersons(text)).to.equal(text);
  });

  it("knows citizen numbers by their check digit", () => {
    expect(isCitizenNumber("1101700207030")).to.equal(true);
    expect(isCitizenNumber("1101700207031")).to.equal(false);
    expect(isCitizenNumber("0105536000001")).to.equal(false);
  });
});

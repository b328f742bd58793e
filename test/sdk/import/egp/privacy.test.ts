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
    ["สมชาย ใจดี", "1.1017.00207.03.0"],
    ["สมชาย ใจดี", "１１０１７００２０７０３０"],
    ["สมชาย ไม่จำกัด", "-"],
    ["กรมธรรม์ สมชาย", "-"],
    ["สำนักงานทนายความสมหญิง ดีมาก", "-"],
    ["โรงเรียนกวดวิชาครูสมหญิง", "-"],
    ["MR. JOHN Smith", "-"],
    ["John Smith CO", "-"],
    ["บริษัท ก จำกัด (นางสาวสมหญิง ดีมาก)", "-"],
    ["ห้างหุ้นส่วนจำกัด ก โดยนางสาวสมหญิง ดีมาก", "-"],
    ["ว่าที่ร้อยตรีสมชาย ใจดี", "0105536000001"],
    ["นายแพทย์สมชาย ใจดี", "-"],
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

describe("people in the name of a company that is shown", () => {
  const names: [string, string][] = [
    ["บริษัท ก จำกัด (นางสาวสมหญิง ดีมาก)", "บริษัท ก จำกัด ([withheld])"],
    ["บริษัท ก จำกัด (สมหญิง ดีมาก)", "บริษัท ก จำกัด ([withheld])"],
    ["ห้างหุ้นส่วนจำกัด ก โดยนางสาวสมหญิง ดีมาก", "ห้างหุ้นส่วนจำกัด ก โดย[withheld]"],
    ["บริษัท เอ จำกัด โดย วิชัย ลงนามแทน", "บริษัท เอ จำกัด โดย[withheld]"],
    ["บริษัท เอ จำกัด นายสมชาย ใจดี", "บริษัท เอ จำกัด [withheld]"],
    ["บริษัท โตโยต้า (ประเทศไทย) จำกัด", "บริษัท โตโยต้า (ประเทศไทย) จำกัด"],
    ["บริษัท เดินรถโดยสาร จำกัด (มหาชน)", "บริษัท เดินรถโดยสาร จำกัด (มหาชน)"],
  ];
  for (const [name, shown] of names)
    it(`are withheld: ${name}`, async () => {
      const { rows, kept } = await keep(table(header, [winner(name, "0105536000001")]));
      const row = rows[0]!;
      expect(row.kind === "reported" && row.contracts[0]!.suppliers[0]!.name).to.equal(shown);
      const flags = row.kind === "reported" ? row.flags.map(({ code }) => code) : [];
      expect(flags).to.deep.equal(name === shown ? [] : ["PERSONAL_DATA_WITHHELD"]);
      expect((await keep(kept)).rows).to.deep.equal(rows);
    });

  it("are withheld where a telephone stands for a tax number", async () => {
    const { kept } = await keep(table(header, [winner("บริษัท ก จำกัด", "081-234-5678")]));
    expect(kept.toString()).not.to.contain("5678");
  });
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

  const texts: [string, string][] = [
    ["จ้าง MR. SOMCHAI JAIDEE ขับรถ", "จ้าง [withheld] ขับรถ"],
    ["จ้างคุณสมชาย ใจดีเลิศ", "จ้าง[withheld]"],
    ["จ้าง ว่าที่ร้อยตรีสมชาย ใจดีเลิศ", "จ้าง [withheld]"],
    ["จ้าง พล.ต.อ. สมชาย ใจดีเลิศ", "จ้าง [withheld]"],
    ["จ้าง ผศ.ดร.สมชาย ใจดีเลิศ", "จ้าง [withheld]"],
    ["1.นายสมชาย ใจดี", "1.[withheld]"],
    ["จ้างเหมานายเรืองชัย ใจดี ขับรถ", "จ้างเหมา[withheld] ขับรถ"],
    ["จ้างนายพันธ์ศักดิ์ ใจดี", "จ้าง[withheld]"],
    ["จ้าง นายพลวัฒน์ ใจดี", "จ้าง [withheld]"],
    ["จ้าง นางนวลจันทร์ ใจดี", "จ้าง [withheld]"],
    ["จ้าง นางแลวดี ใจดี", "จ้าง [withheld]"],
    ["จ้าง นายกรัฐ ใจดี", "จ้าง [withheld]"],
    ["จ้าง นางรองรัตน์ ใจดี", "จ้าง [withheld]"],
    ["จ้าง นางลือชา ใจดี", "จ้าง [withheld]"],
    ["จ้าง นายกอบชัย ใจดี", "จ้าง [withheld]"],
    ["จ้าง นายสิบแสน ใจดี", "จ้าง [withheld]"],
    ["จ้าง นายเวรชัย ใจดี", "จ้าง [withheld]"],
    ["จ้าง นายประกันชัย ใจดี", "จ้าง [withheld]"],
    ["จ้าง นายแพทย์สมชาย ใจดี", "จ้าง [withheld]"],
    ["จ้าง แพทย์หญิง สมหญิง ดีมาก", "จ้าง [withheld]"],
    ["ติดต่อ 66812345678", "ติดต่อ [withheld]"],
    ["ติดต่อ 081.234.5678", "ติดต่อ [withheld]"],
    ["เลข 1.1017.00207.03.0", "เลข [withheld]"],
    ["เลข 1\u00a01017\u00a000207\u00a003\u00a00", "เลข [withheld]"],
    ["เลข 1\u200b1\u200b01700207030", "เลข [withheld]"],
    ["เลข １１０１７００２０７０３０", "เลข [withheld]"],
  ];
  for (const [text, shown] of texts)
    it(`is withheld: ${text}`, () => {
      expect(withholdPersons(text)).to.equal(shown);
    });

  it("after a title is withheld in every column of text", async () => {
    const columns = [
      ...["ชื่อหน่วยงาน", "ชื่อหน่วยงานย่อย", "วิธีจัดซื้อฯ", "สถานะโครงการ", "สถานะสัญญา", "เขต/อำเภอ"],
      ...["ชื่อประเภทโครงการ", "กลุ่มวิธีจัดซื้อฯ"],
    ];
    for (const column of columns) {
      const { rows, kept } = await keep(
        table([...new Set([...header, ...columns])], [{ [column]: "นายสมชาย ใจดี" }]),
      );
      const flags = rows[0]!.kind === "reported" ? rows[0]!.flags : [];
      expect(flags, column).to.deep.equal([{ code: "PERSONAL_DATA_WITHHELD", inputs: { columns: column } }]);
      expect(kept.toString(), column).not.to.contain("สมชาย");
    }
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
      "บ้านพัก นายแพทย์สาธารณสุขจังหวัด ชั้น 2",
      "จ้าง นายแพทย์ ชำนาญการพิเศษ",
      "ห้อง นายกรัฐมนตรี ชั้น 2",
      "ซื้อเห็ด นางฟ้าภูฐาน 100 ก้อน",
      "เรือน นายพล 5 หลัง",
      "บ้านพัก นายก อบต.ตัวอย่าง และ นายกอบต. ชั้น 1",
      "เครื่องแบบ นายสิบตำรวจ นายร้อยตำรวจ นายท่าเรือ นายเวร ประจำวัน",
      "อุทยาน นางนวล บางปู",
      "ชุด นางรำ 10 ชุด ค่าจ้าง นายแบบ นางแบบ และ นายท้ายเรือ",
      "เขต นางรอง ถนน นางลือ",
      "ซื้อวัสดุ โรงเรียนนายร้อยตำรวจ สามพราน",
      "รหัส 67119524001 เลขที่ 1234567890123",
      "ซื้อ MS OFFICE 2021 และ MS Windows",
      "งานคุณภาพน้ำ คุณลักษณะเฉพาะ คุณครูทุกคน",
      "ซ่อมถนนพันเอก ตามหนังสือ น.ส.ล. ที่ดิน",
      "รพ.สต.บ้านนา พ.ร.บ.คอมพิวเตอร์ ใหม่ ส.ป.ก. ที่ดิน",
    ];
    for (const text of ordinary) expect(withholdPersons(text)).to.equal(text);
  });

  it("knows citizen numbers by their check digit", () => {
    expect(isCitizenNumber("1101700207030")).to.equal(true);
    expect(isCitizenNumber("1101700207031")).to.equal(false);
    expect(isCitizenNumber("0105536000001")).to.equal(false);
  });
});

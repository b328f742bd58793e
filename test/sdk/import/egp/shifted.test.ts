import { expect } from "chai";
import { withCheckDigit } from "../../../support/personal-data.ts";
import { keep, sampleRow, sampleHeader } from "../reading.ts";

const tail =
  "สถานะโครงการ,เลขประจำตัวผู้เสียภาษี,ชื่อผู้ชนะ,เลขที่สัญญา,วันที่ลงนามสัญญา,วันที่สิ้นสุดสัญญา,สถานะสัญญา,เขต/อำเภอ,ตำบล/แขวง";
const CITIZEN = withCheckDigit("310170020366");
const head = sampleRow.split(",");
const header = `${sampleHeader},${tail}`;

/** A row that ends in these cells, from the project's status on. */
const row = (...cells: string[]) => [...head, ...cells].join(",");
const read = (line: string) => keep(`${header}\n${line}\n`);

describe("an e-GP row whose tail is shifted", () => {
  const shifted: [string, string][] = [
    ["right, before the number", row("x", "-", CITIZEN, "วรรณา ฟ้าใสดี", "-", "-", "-", "-", "แม่ริม")],
    ["right, with a title", row("x", "-", CITIZEN, "นายวรรณา ฟ้าใสดี", "-", "-", "-", "-", "แม่ริม")],
    [
      "left, the number in the status",
      row(CITIZEN, "อนงค์ ทรงสวยงาม", "9/2568", "1 ธ.ค. 67", "-", "-", "-", "ริมใต้", "-"),
    ],
    [
      "left, the number in groups",
      row(`3-1017-00203-66-${CITIZEN.at(-1)}`, "-", "-", "9/2568", "-", "-", "-", "ริมใต้", "-"),
    ],
    ["left, no number at all", row("-", "วรรณา ฟ้าใสดี", "9/2568", "-", "-", "-", "แม่ริม", "ริมใต้", "-")],
    ["a date as the contract's number", row("-", "-", "-", "1 ธ.ค. 67", "-", "-", "-", "แม่ริม", "ริมใต้")],
    [
      "a person as the contract's number",
      row("-", "-", "-", "นายวรรณา ฟ้าใสดี", "-", "-", "-", "แม่ริม", "ริมใต้"),
    ],
    ["a citizen number as the contract's", row("-", "-", "-", CITIZEN, "-", "-", "-", "แม่ริม", "ริมใต้")],
    ["a telephone as the district", row("-", "-", "-", "-", "-", "-", "-", "0812345678", "ริมใต้")],
    ["a date as the contract's status", row("-", "-", "-", "-", "-", "-", "1 ธ.ค. 67", "แม่ริม", "ริมใต้")],
    ["a company's number as the winner", row("-", "-", "0105536000001", "-", "-", "-", "-", "แม่ริม", "ริมใต้")],
  ];
  for (const [what, line] of shifted)
    it(`is set aside and nothing of it is kept: ${what}`, async () => {
      const { rows, kept } = await read(line);
      expect(rows[0]).to.include({ kind: "quarantined", reason: "COLUMNS_SHIFTED" });
      expect(kept.toString() + JSON.stringify(rows)).not.to.match(/วรรณา|อนงค์|00203|0812345678/);
      const again = await keep(kept);
      expect(again.rows).to.deep.equal(rows);
    });

  it("is set aside when a person stands in the province's place", async () => {
    for (const name of ["วรรณา ฟ้าใสดี", "นายวรรณา"]) {
      const cells = row("-", "-", "-", "-", "-", "-", "-", "-", "-").split(",");
      cells[sampleHeader.split(",").indexOf("จังหวัด")] = name;
      const { rows, kept } = await read(cells.join(","));
      expect(rows[0], name).to.include({ kind: "quarantined", reason: "COLUMNS_SHIFTED" });
      expect(kept.toString()).not.to.contain("วรรณา");
    }
  });

  it("is told from a whole one, a natural person's too", async () => {
    const whole = [
      row("ลงนามในสัญญา", CITIZEN, "วรรณา ฟ้าใสดี", "9/1/2568", "1 ธ.ค. 67", "-", "ส่งงานครบถ้วน", "แม่ริม", "ริมใต้"),
      row(
        "ลงนามในสัญญา",
        "0105536000001",
        "บริษัท ก จำกัด",
        "ซ.12/2568",
        "1 ธ.ค. 67",
        "-",
        "-",
        "นายายอาม",
        "นางตะเคียน",
      ),
      row("-", "-", "-", "681101000123", "-", "-", "-", "แม่ริม", "นายม"),
    ];
    for (const line of whole) {
      const { rows } = await read(line);
      expect(rows[0]!.kind, line).to.equal("reported");
      expect(rows[0]).to.include({ subdistrict: line.split(",").at(-1) });
    }
  });
});

import { expect } from "chai";
import { fingerprint, SeenKeys } from "../../../../sdk/import/seen-keys.ts";
import { egp, read, sampleHeader, table } from "../reading.ts";

const header = [...sampleHeader.split(","), "เลขที่สัญญา", "ชื่อผู้ชนะ", "เลขประจำตัวผู้เสียภาษี"];
const codes = (flags: readonly { code: string }[]) => flags.map(({ code }) => code);

describe("several rows of one e-GP project", () => {
  it("are several contracts of one project", async () => {
    const rows = ["1/68", "2/68", "3/68"].map((number) => ({ เลขที่สัญญา: number, ลำดับ: number }));
    const { reported, summary } = await read(table(header, rows));
    expect(summary).to.include({ rowsRead: 3, imported: 3, projects: 1, contracts: 3 });
    expect(reported.map(({ repeat }) => repeat)).to.deep.equal([false, true, true]);
    expect(reported.flatMap(({ flags }) => flags)).to.deep.equal([]);
  });

  it("with the same contract number are the same contract, whatever else differs", async () => {
    const rows: Record<string, string>[] = [
      { เลขที่สัญญา: "1/68" },
      { เลขที่สัญญา: "1/68", "ราคาตกลงซื้อ/จ้าง": "7" },
    ];
    const { quarantined, summary } = await read(table(header, rows));
    expect(summary).to.include({ rowsRead: 2, imported: 1, quarantined: 1 });
    expect(quarantined[0]).to.include({ line: 3, reason: "CONTRACT_TWICE", value: "2" });
  });

  it("without contract numbers are the same contract when only the row's own number differs", async () => {
    const { quarantined } = await read(
      egp({ ลำดับ: "1" }, { ลำดับ: "2" }, { ลำดับ: "3", "ราคาตกลงซื้อ/จ้าง": "9" }),
    );
    expect(quarantined.map(({ line, reason }) => [line, reason])).to.deep.equal([[3, "CONTRACT_TWICE"]]);
  });

  it("with withheld persons and no number cannot be told apart: they count and bear a flag", async () => {
    const rows = [{ ชื่อผู้ชนะ: "นายสมชาย ใจดี" }, { ชื่อผู้ชนะ: "นางสมหญิง ดีมาก" }];
    const { reported, summary } = await read(table(header, rows));
    expect(summary).to.include({ imported: 2, quarantined: 0, contracts: 2, suppliersWithheld: 2 });
    expect(codes(reported[1]!.flags)).to.include("POSSIBLY_SAME_CONTRACT");
  });

  it("that state the project differently bear a flag each, compared with the first", async () => {
    const rows: Record<string, string>[] = [
      { เลขที่สัญญา: "1" },
      { เลขที่สัญญา: "2", จังหวัด: "เชียงใหม่" },
      { เลขที่สัญญา: "3", จังหวัด: "เชียงใหม่" },
      { เลขที่สัญญา: "4" },
    ];
    const { reported } = await read(table(header, rows));
    expect(reported.map(({ flags }) => codes(flags))).to.deep.equal([
      [],
      ["PROJECT_FIELDS_DIFFER"],
      ["PROJECT_FIELDS_DIFFER"],
      [],
    ]);
    expect(reported[2]!.flags[0]!.inputs).to.deep.equal({ firstLine: "2" });
  });
});

describe("contradictions in an e-GP row", () => {
  const cases: [string, Record<string, string>, string][] = [
    ["a price above the budget", { "งบประมาณ(บาท)": "1,479.99" }, "AGREED_ABOVE_BUDGET"],
    ["a price above the reference price", { "ราคากลาง(บาท)": "1479.99" }, "AGREED_ABOVE_REFERENCE"],
    ["a date before the fiscal year", { วันที่เกิดรายการ: "30 ก.ย. 67" }, "DATE_OUTSIDE_FISCAL_YEAR"],
    ["a date after the fiscal year", { วันที่เกิดรายการ: "1 ต.ค. 68" }, "DATE_OUTSIDE_FISCAL_YEAR"],
  ];
  for (const [what, cells, code] of cases) {
    it(`${what} is flagged, not rejected`, async () => {
      const { reported } = await read(egp(cells));
      expect(codes(reported[0]!.flags)).to.include(code);
    });
  }

  it("is none at the edges: equal amounts, first and last day of the fiscal year", async () => {
    for (const date of ["1 ต.ค. 67", "30 ก.ย. 68"]) {
      expect((await read(egp({ วันที่เกิดรายการ: date }))).reported[0]!.flags).to.deep.equal([]);
    }
  });
});

describe("keys seen so far", () => {
  it("give back the first line and tag, through many growths, and collide for no project number", () => {
    const seen = new SeenKeys();
    let collisions = 0;
    for (let i = 0; i < 300_000; i++) {
      if (seen.firstSeen(String(67_000_000_000 + i * 7), i + 1, i) !== null) collisions++;
    }
    expect(collisions).to.equal(0);
    expect(seen.size).to.equal(300_000);
    expect(seen.firstSeen(String(67_000_000_000 + 123_456 * 7), 9)).to.deep.equal({
      line: 123_457,
      tag: 123_456,
    });
    expect(fingerprint("a")).not.to.deep.equal(fingerprint("b"));
  });
});

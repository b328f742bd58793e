import { expect } from "chai";
import { merkleRoot } from "../../../../sdk/merkle.ts";
import { keep, read, sample } from "../reading.ts";

describe("the e-GP sample of 250 projects", function () {
  this.timeout(30_000);

  it("is imported whole, with the sums of its columns", async () => {
    const { reported, summary } = await read(sample);
    expect(summary).to.include({
      rowsRead: 250,
      imported: 250,
      quarantined: 0,
      projects: 250,
      contracts: 250,
    });
    expect(summary.columns.unknown).to.deep.equal([]);
    const sum = (amounts: (bigint | null)[]) =>
      amounts.reduce((total: bigint, each) => total + (each ?? 0n), 0n);
    // Summed from the file's text, independently of the reader under test.
    const column = (index: number) =>
      sample
        .toString()
        .trim()
        .split("\n")
        .slice(1)
        .reduce((total, line) => total + BigInt(Math.round(Number(line.split(",").at(index)) * 100)), 0n);
    expect(sum(reported.map((row) => row.budgetSatang))).to.equal(column(-6));
    expect(sum(reported.map((row) => row.referenceSatang))).to.equal(column(-5));
    expect(sum(reported.map((row) => row.contracts[0]!.agreedSatang))).to.equal(column(-4));
  });

  it("gives its first row in normal form", async () => {
    const { reported } = await read(sample);
    const { leaf, ...row } = reported[0]!;
    expect(leaf).to.have.length(32);
    expect(row).to.deep.equal({
      kind: "reported",
      line: 2,
      key: { scheme: "egp", value: "67119524001" },
      repeat: false,
      sequence: "4528582",
      release: null,
      title: "ซื้อวัสดุคอมพิวเตอร์ จำนวน 1 รายการ  โดยวิธีเฉพาะเจาะจง",
      type: "ซื้อ",
      agency: "สำนักงานปลัดกระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์",
      agencyCode: null,
      subAgency: "สำนักงานปลัดกระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์",
      method: "วิธีการจัดหา ประกาศเชิญชวนทั่วไป คัดเลือก เฉพาะเจาะจง",
      methodGroup: "เฉพาะเจาะจง",
      announcedOn: null,
      transactionOn: "2024-11-29",
      budgetSatang: 148_000n,
      referenceSatang: 148_000n,
      fiscalYear: 2568,
      province: "กรุงเทพมหานคร",
      district: null,
      subdistrict: null,
      status: null,
      contracts: [
        {
          id: null,
          awardId: null,
          agreedSatang: 148_000n,
          signedOn: null,
          endsOn: null,
          status: null,
          suppliers: [],
          suppliersWithheld: 0,
        },
      ],
      extra: {},
      flags: [],
    });
  });

  it("has the Merkle root of its rows' leaves in file order, whatever the pieces it arrives in", async () => {
    const whole = await read(sample);
    expect(whole.summary.merkleRoot).to.deep.equal(merkleRoot(whole.rows.map((row) => row.leaf)));
    for (const size of [1, 7, 4096, 1_000_003]) {
      const { rows, summary } = await read(sample, "egp", size);
      expect(rows).to.deep.equal(whole.rows);
      expect(summary).to.deep.equal(whole.summary);
    }
  });

  it("names nobody, so the kept file is the source's own bytes", async () => {
    const { kept, rows } = await keep(sample);
    expect(Buffer.compare(kept, sample)).to.equal(0);
    expect(rows).to.deep.equal((await read(sample)).rows);
  });

  it("flags the two rows whose reference price is above the budget, and rejects neither", async () => {
    const { reported } = await read(sample);
    const flagged = reported.filter(({ flags }) => flags.length > 0);
    expect(flagged.map(({ line, flags }) => [line, flags[0]])).to.deep.equal([
      [
        57,
        { code: "REFERENCE_ABOVE_BUDGET", inputs: { referenceSatang: "1480000", budgetSatang: "148000" } },
      ],
      [
        143,
        { code: "REFERENCE_ABOVE_BUDGET", inputs: { referenceSatang: "720000", budgetSatang: "148000" } },
      ],
    ]);
  });
});

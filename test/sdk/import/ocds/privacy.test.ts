import { expect } from "chai";
import type { ReportedProject } from "../../../../sdk/import/index.ts";
import { withCheckDigit } from "../../../support/personal-data.ts";
import { keep } from "../reading.ts";
import { packageOf, thaiRelease } from "./example.ts";
import type { Release } from "./example.ts";

const CITIZEN = withCheckDigit("310170020333");
const value = { amount: 1, currency: "THB" };

/** The row, and everything of the release that anybody can read afterwards. */
async function kept(changes: Release) {
  const { rows, kept } = await keep(packageOf([thaiRelease(changes)], "1.1"), "ocds");
  const shown = JSON.stringify(rows[0], (_, each: unknown) =>
    typeof each === "bigint" ? String(each) : each,
  );
  const again = await keep(kept, "ocds");
  expect(again.rows).to.deep.equal(rows);
  return { row: rows[0]! as ReportedProject, text: kept.toString() + shown };
}

describe("natural persons in an OCDS release", () => {
  const hidden: [string, Release, RegExp][] = [
    [
      "signatories, whom an extension names",
      { contracts: [{ id: "c", signatories: [{ id: CITIZEN, name: "กนกพร ลงนามสวย" }] }] },
      /กนกพร/,
    ],
    [
      "a tax number that is a JSON number",
      { contracts: [{ id: "c", vendorTaxNumber: Number(CITIZEN) }] },
      /x^/,
    ],
    ["such a number in a member of no known kind", { contracts: [{ id: "c", ref: Number(CITIZEN) }] }, /x^/],
    ["a telephone that is a JSON number", { contracts: [{ id: "c", ref: 66812345678 }] }, /66812345678/],
    ["a telephone without the 0", { contracts: [{ id: "c", phone: 812345678 }] }, /812345678/],
    [
      "suppliers that are strings",
      { awards: [{ id: "a", suppliers: ["จารุวรรณ เกษมสุขใจ"], value }] },
      /จารุวรรณ/,
    ],
    ["a supplier that is a number", { awards: [{ id: "a", suppliers: [Number(CITIZEN)], value }] }, /x^/],
    ["an award's id", { awards: [{ id: CITIZEN, suppliers: [], value }], contracts: [] }, /x^/],
    [
      "a contract's awardID in groups",
      { contracts: [{ id: "c", awardID: "3-1017-00203-33-2" }] },
      /3-1017-00203-33-2/,
    ],
    ["a telephone as an id", { contracts: [{ id: "0812345678" }] }, /0812345678/],
    [
      "a buyer",
      { buyer: { id: CITIZEN, name: "ผู้ซื้อ บุคคล", identifier: { id: CITIZEN, scheme: "TH-TIN" } } },
      /บุคคล/,
    ],
    [
      "a buyer among the parties",
      { parties: [{ id: "p", name: "ผู้ซื้อ บุคคล", identifier: { id: CITIZEN }, roles: ["buyer"] }] },
      /บุคคล/,
    ],
    ["a member's name", { [`x${CITIZEN}`]: 1 }, /x^/],
    ["a release's id", { id: CITIZEN }, /x^/],
    [
      "a company's name",
      {
        awards: [
          {
            id: "a",
            value,
            suppliers: [
              { id: "s", name: "บริษัท ก จำกัด (นางสาววรรณา ฟ้าใสดี)", identifier: { id: "0105536000001" } },
            ],
          },
        ],
      },
      /วรรณา/,
    ],
    [
      "directors of a company that is shown",
      {
        parties: [
          { id: "s1", name: "บริษัท ก จำกัด", roles: ["supplier"], directors: [{ name: "กนกพร ลงนามสวย" }] },
        ],
      },
      /กนกพร/,
    ],
  ];
  for (const [what, changes, personal] of hidden)
    it(`are withheld, and the row says so: ${what}`, async () => {
      const { row, text } = await kept({ parties: [], awards: [], contracts: [], tender: {}, ...changes });
      expect(text).not.to.match(personal);
      expect(text).not.to.contain(CITIZEN);
      expect(row.flags.map(({ code }) => code)).to.include("PERSONAL_DATA_WITHHELD");
    });

  it("are counted when suppliers are strings; companies stay", async () => {
    const suppliers = ["จารุวรรณ เกษมสุขใจ", "บริษัท ก จำกัด", "0105536000001"];
    const { row, text } = await kept({ awards: [{ id: "a", suppliers, value }], contracts: [] });
    expect(row.contracts[0]!.suppliersWithheld).to.equal(1);
    expect(text).to.contain("บริษัท ก จำกัด").and.to.contain('"0105536000001"');
  });

  it("set a release aside whose ocid is a person's number", async () => {
    const { rows, kept: file } = await keep(packageOf([thaiRelease({ ocid: `ocds-${CITIZEN}` })]), "ocds");
    expect(rows[0]).to.include({ kind: "quarantined", reason: "RELEASE_INCOMPLETE", column: "ocid" });
    expect(file.toString()).not.to.contain(CITIZEN);
  });

  it("do not make two releases one when both ids are withheld", async () => {
    const list = [thaiRelease({ id: CITIZEN }), thaiRelease({ id: withCheckDigit("310170020399") })];
    expect((await keep(packageOf(list), "ocds")).summary).to.include({ imported: 2, quarantined: 0 });
  });
});

describe("what is nobody's in an OCDS release", () => {
  it("stays: amounts, counts, dates, agencies' numbers, members on organisations", async () => {
    const { row, text } = await kept({
      buyer: { id: "0800600003", name: "กรมทางหลวงชนบท" },
      parties: [],
      planning: {},
      tender: {
        id: "t",
        value: { amount: 66812345678, currency: "THB" },
        numberOfTenderers: 3,
        lot: 1732856400,
      },
      awards: [],
      contracts: [
        { id: "671101000123", dateSigned: "2024-12-01T09:00:00+07:00", vendor: "บริษัท ก จำกัด", staff: 4 },
      ],
    });
    expect(row).to.include({ agencyCode: "0800600003", referenceSatang: 6_681_234_567_800n });
    expect(row.contracts[0]).to.include({ id: "671101000123", signedOn: "2024-12-01" });
    expect(text).to.contain('"vendor":"บริษัท ก จำกัด","staff":4').and.to.contain('"lot":1732856400');
    expect(row.flags).to.deep.equal([]);
  });
});

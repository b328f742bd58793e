import { Ajv } from "ajv";
import formats from "ajv-formats";
import { expect } from "chai";
import { keep, read } from "../reading.ts";
import { packageOf, releasePackage, releaseSchema, thaiRelease } from "./example.ts";
import type { Release } from "./example.ts";

const one = async (changes = {}) => (await read(packageOf([thaiRelease(changes)], "1.1"), "ocds")).rows[0]!;

describe("an OCDS release", () => {
  it("in baht gives a row with satang, dates in Bangkok, agency, place and contract", async () => {
    const row = await one();
    expect(row).to.deep.include({
      kind: "reported",
      key: { scheme: "ocid", value: "ocds-th0001-67119524001" },
      release: {
        ocid: "ocds-th0001-67119524001",
        id: "r1",
        date: "2024-11-29T10:00:00+07:00",
        tags: ["contract"],
      },
      title: "จ้างเหมา[withheld] ขุดลอกคลอง",
      agency: "กรมทางหลวงชนบท",
      agencyCode: "TH-GOV-01007",
      province: "เชียงใหม่",
      district: "เมืองเชียงใหม่",
      announcedOn: "2024-10-10",
      transactionOn: "2024-11-29",
      budgetSatang: 100_000_050n,
      referenceSatang: 90_000_000n,
      status: "complete",
      contracts: [
        {
          id: "c1",
          awardId: "a1",
          agreedSatang: 95_000_000n,
          signedOn: "2024-12-01",
          endsOn: null,
          status: "active",
          suppliers: [{ name: "บริษัท ก่อสร้างไทย จำกัด", taxId: "0105536000001" }],
          suppliersWithheld: 1,
        },
      ],
    });
    expect(row.kind === "reported" && row.flags.map(({ code }) => code)).to.deep.equal([
      "AGREED_ABOVE_REFERENCE",
      "PERSONAL_DATA_WITHHELD",
    ]);
  });

  it("of version 1.0 describes organisations in place", async () => {
    const { parties, ...old } = thaiRelease({
      buyer: {
        identifier: { scheme: "TH-GOV", id: "01007" },
        name: "กรมทางหลวงชนบท",
        address: { region: "ตาก" },
      },
      awards: [
        {
          id: "a1",
          value: { amount: 5, currency: "THB" },
          suppliers: [{ identifier: { scheme: "TH-DBD", id: "0105536000001" }, name: "บจก. ไทย" }],
        },
      ],
      contracts: [],
    });
    expect(parties).to.be.an("array");
    const row = (await read(packageOf([old]), "ocds")).reported[0]!;
    expect(row).to.deep.include({ agency: "กรมทางหลวงชนบท", agencyCode: "01007", province: "ตาก" });
    expect(row.contracts[0]).to.deep.include({
      id: "a1",
      awardId: "a1",
      agreedSatang: 500n,
      suppliers: [{ name: "บจก. ไทย", taxId: "0105536000001" }],
    });
  });

  it("knows a supplier by a register's number only, never by an id of the release's own", async () => {
    const suppliers = ["S1", "GB-COH-09506232", "0105536000001"].map((id, at) => ({
      id,
      name: `บริษัท ${at} จำกัด`,
    }));
    const releases = suppliers.map((supplier, at) => ({
      ...{ ocid: `ocds-x-${at}`, id: `r${at}`, date: "2024-11-29T00:00:00Z", tag: ["award"] },
      ...{ initiationType: "tender", tender: { id: "t", title: "จ้าง" } },
      awards: [{ id: "a1", value: { amount: 5, currency: "THB" }, suppliers: [supplier] }],
    }));
    const { reported } = await read(packageOf(releases), "ocds");
    expect(reported.map(({ contracts }) => contracts[0]!.suppliers[0]!.taxId)).to.deep.equal([
      ...[null, "GB-COH-09506232", "0105536000001"],
    ]);
  });

  it("in another currency counts in no sum and says so", async () => {
    const { reported } = await read(releasePackage, "ocds");
    expect(reported.every((row) => row.budgetSatang === null && row.referenceSatang === null)).to.equal(true);
    expect(reported[4]!.flags).to.deep.include({
      code: "CURRENCY_NOT_BAHT",
      inputs: { member: "contracts.value", amount: "11000000", currency: "GBP" },
    });
  });

  const broken: [string, Release, object][] = [
    ["without an ocid", { ocid: "" }, { reason: "RELEASE_INCOMPLETE", column: "ocid" }],
    ["without a tag", { tag: [] }, { reason: "RELEASE_INCOMPLETE", column: "tag" }],
    ["without a date", { date: null }, { reason: "RELEASE_INCOMPLETE", column: "date" }],
    ["with an unreadable date", { date: "2024-13-45" }, { reason: "DATE_UNREADABLE", column: "date" }],
    [
      "with a negative amount",
      { tender: { value: { amount: -1, currency: "THB" } } },
      { reason: "NUMBER_NEGATIVE", column: "tender.value" },
    ],
    [
      "with an amount finer than a satang",
      { tender: { value: { amount: 1.005, currency: "THB" } } },
      { reason: "NUMBER_TOO_PRECISE", column: "tender.value" },
    ],
    [
      "with an amount that is no number",
      { tender: { value: { amount: "many", currency: "THB" } } },
      { reason: "NUMBER_UNREADABLE", column: "tender.value" },
    ],
    ["with text that no database keeps", { x: "a\u0000b" }, { reason: "UTF8_BROKEN" }],
    ["with half a character", { x: "\ud800" }, { reason: "UTF8_BROKEN" }],
    ["nested without end", { x: "NESTED" }, { reason: "JSON_BROKEN" }],
  ];
  for (const [what, changes, expected] of broken) {
    it(`${what} is set aside, its neighbours are not`, async () => {
      const list = [thaiRelease({ id: "before" }), thaiRelease(changes), thaiRelease({ id: "after" })];
      const nested = "[".repeat(5000) + "]".repeat(5000);
      const { summary, quarantined } = await read(packageOf(list).replace('"NESTED"', nested), "ocds");
      expect(summary).to.include({ rowsRead: 3, imported: 2, quarantined: 1 });
      expect(quarantined[0]).to.include({ line: 2, ...expected });
    });
  }

  it("on a broken line of JSON lines is set aside, and the same release twice", async () => {
    const text = [thaiRelease(), thaiRelease({ id: "r2" }), thaiRelease()].map((each) =>
      JSON.stringify(each),
    );
    const { quarantined } = await read([text[0], "{oops", text[1], text[2], '"text"'].join("\n"), "ocds");
    expect(quarantined.map(({ line, reason }) => [line, reason])).to.deep.equal([
      [2, "JSON_BROKEN"],
      [4, "RELEASE_TWICE"],
      [5, "JSON_BROKEN"],
    ]);
  });

  it("that hides a prototype in its members changes nothing else", async () => {
    const text = packageOf([thaiRelease()]).replace('"ocid"', '"__proto__":{"polluted":true},"ocid"');
    const { summary } = await read(text, "ocds");
    expect(summary.imported).to.equal(1);
    expect("polluted" in {}).to.equal(false);
  });
});

describe("what is kept of OCDS data", () => {
  it("names no natural person, and is otherwise the release", async () => {
    const { kept } = await keep(packageOf([thaiRelease()], "1.1"), "ocds");
    const text = kept.toString();
    for (const personal of [
      "สมชาย",
      "สมหญิง",
      "1101700207030",
      "02-123-4567",
      "somying",
      "สุขใจ",
      "contactPoint",
    ]) {
      expect(text).not.to.contain(personal);
    }
    for (const open of ["บริษัท ก่อสร้างไทย จำกัด", "0105536000001", "กรมทางหลวงชนบท", "ขุดลอกคลอง"]) {
      expect(text).to.contain(open);
    }
  });

  it("gives the very same rows when it is read, quarantine included", async () => {
    const list = [thaiRelease(), thaiRelease({ date: "never" }), thaiRelease({ id: "r3" }), thaiRelease()];
    for (const source of [packageOf(list, "1.1"), releasePackage]) {
      const first = await keep(source, "ocds");
      const second = await keep(first.kept, "ocds");
      expect(second.rows).to.deep.equal(first.rows);
      expect(second.summary.merkleRoot).to.deep.equal(first.summary.merkleRoot);
      expect(Buffer.compare(second.kept, first.kept)).to.equal(0);
    }
  });

  it("still validates against the OCDS 1.1.5 release schema", async () => {
    const { $schema, id, ...schema } = releaseSchema;
    expect([$schema, id]).to.match(/draft-04.*1__1__5/);
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    const validate = ajv.compile(schema);
    const { kept } = await keep(releasePackage, "ocds");
    const released = kept.toString().trim().split("\n").slice(1);
    expect(released).to.have.length(6);
    for (const line of released) {
      expect(validate(JSON.parse(line)), JSON.stringify(validate.errors)).to.equal(true);
    }
    expect(validate({ ocid: 1 })).to.equal(false);
  });
});

import { expect } from "chai";
import { importedApi, rows, sample, satang } from "../support/imported.ts";
import type { ImportedApi, Stated } from "../support/imported.ts";

type Node = Record<string, unknown>;

/** Projects that count, by number, as the two files state them: the later batch stands, the first row of a project too. */
function projects(): Map<string, Stated & { batch: number; total: bigint | null }> {
  const found = new Map<string, Stated & { batch: number; total: bigint | null }>();
  for (const row of sample()) found.set(row.number, { ...row, batch: 1, total: satang(row.agreed) });
  const second = new Map<string, Stated & { batch: number; total: bigint | null }>();
  for (const row of rows) {
    const price = row.agreed === null ? null : satang(row.agreed);
    const known = second.get(row.number);
    if (known) known.total = known.total! + price!;
    else second.set(row.number, { ...row, batch: 2, total: price });
  }
  return new Map([...found, ...second]);
}

const MONTHS = "ม.ค.,ก.พ.,มี.ค.,เม.ย.,พ.ค.,มิ.ย.,ก.ค.,ส.ค.,ก.ย.,ต.ค.,พ.ย.,ธ.ค.".split(",");
function isoDay(text: string): string {
  const [day, month, year] = text.split(" ") as [string, string, string];
  const two = (value: number) => String(value).padStart(2, "0");
  return `${2500 + Number(year) - 543}-${two(MONTHS.indexOf(month) + 1)}-${two(Number(day))}`;
}

describe("reported projects", function () {
  this.timeout(120_000);
  let api: ImportedApi;
  const all = projects();
  before(async () => void (api = await importedApi()));

  const list = async (filter: object, more = "") => {
    const { data, errors } = await api.ask<{ list: { nodes: Node[]; totalCount: number } }>(
      `query ($filter: ReportedFilter) { list: reportedProjects(filter: $filter, first: 1000 ${more}) {
         totalCount nodes { number title budget agreed transactionOn } } }`,
      { filter },
    );
    expect(errors).to.equal(undefined);
    return data!.list;
  };

  /** The numbers that the filter leaves are those of the rows for which `holds`, and are counted right. */
  async function leaves(
    filter: object,
    holds: (row: ReturnType<typeof projects> extends Map<string, infer Row> ? Row : never) => boolean,
  ) {
    const { nodes, totalCount } = await list(filter);
    const expected = [...all.values()].filter(holds).map(({ number }) => number);
    expect(nodes.map(({ number }) => number)).to.have.members(expected);
    expect(totalCount).to.equal(expected.length);
    return expected.length;
  }

  it("are those of both batches, each project once", async () => {
    expect(await leaves({}, () => true)).to.equal(250 + rows.length - 2);
  });

  for (const [what, filter, holds, least] of [
    ["an agency", { agency: ["เทศบาลเมืองตัวอย่าง"] }, (row: Stated) => row.agency === "เทศบาลเมืองตัวอย่าง", 9],
    [
      "several agencies",
      { agency: ["โรงพยาบาลตัวอย่าง", "กรมส่งเสริมการเกษตร"] },
      (row: Stated) => ["โรงพยาบาลตัวอย่าง", "กรมส่งเสริมการเกษตร"].includes(row.agency),
      14,
    ],
    ["a province", { province: ["น่าน"] }, (row: Stated) => row.province === "น่าน", 12],
    ["a method", { method: ["คัดเลือก"] }, (row: Stated) => row.group === "คัดเลือก", 20],
    [
      "methods",
      { method: ["ประกาศเชิญชวนทั่วไป", "เฉพาะเจาะจง"] },
      (row: Stated) => row.group !== "คัดเลือก",
      240,
    ],
    ["a fiscal year", { fiscalYear: [2567] }, (row: Stated) => row.year === "2567", 1],
    ["a least budget", { minBudget: "30000000" }, (row: Stated) => satang(row.budget) >= 30_000_000n, 4],
    [
      "a largest budget",
      { maxBudget: "147999" },
      (row: Stated) => row.budget !== null && satang(row.budget) <= 147_999n,
      6,
    ],
    [
      "both, the bounds included",
      { minBudget: "222222", maxBudget: "222222" },
      (row: Stated) => satang(row.budget) === 222_222n,
      1,
    ],
    ["words in the title", { query: "ซ่อมแซม" }, (row: Stated) => row.title.includes("ซ่อมแซม"), 20],
    [
      "words in title or agency",
      { query: "ตัวอย่าง" },
      (row: Stated) => row.title.includes("ตัวอย่าง") || row.agency.includes("ตัวอย่าง"),
      25,
    ],
    [
      "all of several words",
      { query: "วัสดุ คอมพิวเตอร์" },
      (row: Stated) => row.title.includes("วัสดุ") && row.title.includes("คอมพิวเตอร์"),
      3,
    ],
    ["a number", { query: "68099999999" }, (row: Stated) => row.number === "68099999999", 1],
    [
      "Thai digits for Arabic ones",
      { query: "๖๘๐๙๙๙๙๙๙๙๙" },
      (row: Stated) => row.number === "68099999999",
      1,
    ],
    ["one batch", { importBatch: [2] }, (row: { batch: number }) => row.batch === 2, 20],
    ["a form of source", { source: ["egp"] }, () => true, 270],
    ["a form that no batch has", { source: ["ocds"] }, () => false, 0],
    ["no agency at all", { agency: [] }, () => false, 0],
    [
      "several things at once",
      { province: ["เชียงใหม่"], method: ["คัดเลือก"], fiscalYear: [2568], minBudget: "9000000", query: "จ้าง" },
      (row: Stated) =>
        row.province === "เชียงใหม่" &&
        row.group === "คัดเลือก" &&
        row.year === "2568" &&
        satang(row.budget) >= 9_000_000n &&
        (row.title.includes("จ้าง") || row.agency.includes("จ้าง")),
      2,
    ],
  ] as const) {
    it(`are filtered by ${what}`, async () => {
      expect(await leaves(filter, holds)).to.be.at.least(least);
    });
  }

  it("of a batch are also those that a later one reports anew", async () => {
    const { totalCount, nodes } = await list({ importBatch: [1] });
    expect(totalCount).to.equal(250);
    expect(nodes.find(({ number }) => number === "67119524001")).to.include({ budget: "148000" });
    const now = await list({ query: "67119524001" });
    expect(now.nodes).to.have.length(1);
    expect(now.nodes[0]).to.include({ budget: "222222", title: "ซื้อวัสดุคอมพิวเตอร์ (แก้ไข)" });
  });

  for (const [field, key, of] of [
    ["BUDGET", "budget", (row: Stated) => row.budget && satang(row.budget)],
    ["AGREED", "agreed", (row: { total: bigint | null }) => row.total],
    ["DATE", "transactionOn", (row: Stated) => isoDay(row.date)],
    ["TITLE", "title", (row: Stated) => row.title],
  ] as const) {
    for (const direction of ["ASC", "DESC"] as const) {
      it(`are ordered by ${field} ${direction}, the unknown last`, async () => {
        const { nodes } = await list({}, `, orderBy: { field: ${field}, direction: ${direction} }`);
        const values = [...all.values()]
          .map((row) => of(row as never))
          .filter((value) => value !== null && value !== "");
        const sorted = values.toSorted(
          (a, b) => (a! < b! ? -1 : a! > b! ? 1 : 0) * (direction === "ASC" ? 1 : -1),
        );
        const unknown = all.size - sorted.length;
        expect(nodes.map((node) => node[key])).to.deep.equal([
          ...sorted.map(String),
          ...Array<null>(unknown).fill(null),
        ]);
      });
    }
  }

  it("hold what the file states, money in satang as text", async () => {
    const { data } = await api.ask<{ one: Node; several: Node; withheld: Node }>(`{
      one: reportedProject(id: "egp:67119257386") { ...All }
      several: reportedProject(id: "egp:68099999999") { ...All } }
      fragment All on ReportedProject { number scheme title type agencyName agencyCode subAgency method methodGroup announcedOn
        transactionOn budget reference agreed fiscalYear province district subdistrict status contractCount
        contracts { number agreed signedOn endsOn status suppliers { name taxId } suppliersWithheld } extra { name value }
        notes { code } batch { batchId } line }`);
    expect(data!.one).to.deep.include({
      number: "67119257386",
      scheme: "egp",
      title: "ซื้อน้ำมันเบรก จำนวน ๒ รายการ โดยวิธีเฉพาะเจาะจง",
      type: "ซื้อ",
      agencyName: "เทศบาลตำบลแม่ริม",
      agencyCode: null,
      methodGroup: "เฉพาะเจาะจง",
      announcedOn: null,
      transactionOn: "2024-11-14",
      budget: "148000",
      reference: "148000",
      agreed: "148000",
      fiscalYear: 2568,
      province: "เชียงใหม่",
      contractCount: 1,
      batch: { batchId: 1 },
      line: 3,
    });
    expect(data!.several).to.deep.include({ budget: "100000000", agreed: "75000000", contractCount: 2 });
    expect((data!.several.contracts as Node[]).map(({ number, agreed }) => [number, agreed])).to.deep.equal([
      ["1/2568", "40000000"],
      ["2/2568", "35000000"],
    ]);
    const { data: hospital } = await api.ask<{ list: { nodes: { contracts: Node[] }[] } }>(
      `{ list: reportedProjects(filter: { agency: ["โรงพยาบาลตัวอย่าง"] }) { nodes { contracts { suppliers { name taxId } } } } }`,
    );
    expect(hospital!.list.nodes[0]!.contracts[0]!.suppliers).to.deep.equal([
      { name: "บริษัท ตัวอย่าง จำกัด", taxId: "0105599000017" },
    ]);
  });

  it("are found by id, by number, and not when there is none", async () => {
    const { data } = await api.ask<Record<string, Node | null>>(
      `{ number: reportedProject(id: "egp:68099999999") { reportedId id } none: reportedProject(id: "egp:1") { id }
         word: reportedProject(id: "ไม่มี") { id } scheme: reportedProject(id: "ocid:68099999999") { id } }`,
    );
    expect([data!.none, data!.word, data!.scheme]).to.deep.equal([null, null, null]);
    const { reportedId, id } = data!.number!;
    const again = await api.ask<{ one: Node }>(
      `{ one: reportedProject(id: "${String(reportedId)}") { id number } }`,
    );
    expect(again.data!.one).to.deep.equal({ id, number: "68099999999" });
    expect(Buffer.from(id as string, "base64url").toString()).to.equal(
      `reportedProject:${String(reportedId)}`,
    );
  });
});

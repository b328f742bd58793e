import { expect } from "chai";
import fc from "fast-check";
import { downloads, orderIn } from "../../web/explorer/data/downloads.ts";
import { shortHex } from "../../web/explorer/names/acts.ts";
import { provinceName } from "../../sdk/provinces.ts";
import { readComparison } from "../../web/explorer/pages/compare/comparison.ts";
import { readChoice } from "../../web/explorer/data/choice.ts";
import { readFiscalYear } from "../../web/explorer/data/fiscal-year.ts";
import { readFilter } from "../../web/explorer/pages/reported/filter.ts";
import { readCode } from "../../web/explorer/pages/verify/read-code.ts";
import type { Language } from "../../web/i18n/languages.ts";
import { createTexts } from "../../web/i18n/setup.ts";
import { inLanguage, languageOf } from "../../web/i18n/languages.ts";
import { sortRows, toCsv } from "../../web/ui/data-table/columns.ts";
import type { Column } from "../../web/ui/data-table/columns.ts";
import { sums } from "../../web/ui/money-flow/sums.ts";

const { t: th } = await createTexts("th");
const { t: en } = await createTexts("en");
const texts = (language: Language) => ({ t: { th, en }[language], language });

describe("web: addresses", () => {
  it("keep the page when the language changes", () => {
    expect(inLanguage("/", "en")).to.equal("/en");
    expect(inLanguage("/en", "th")).to.equal("/");
    expect(inLanguage("/p/TH-1", "en")).to.equal("/en/p/TH-1");
    expect(inLanguage("/en/p/TH-1", "th")).to.equal("/p/TH-1");
    expect(inLanguage("/en/p/TH-1", "en")).to.equal("/en/p/TH-1");
    expect(languageOf("/energy"), "a page whose name begins with en").to.equal("th");
  });

  it("hold the filter of reported data, Thai digits accepted, and say what cannot be read", () => {
    const params = new URLSearchParams("q=ถนน&agency=ก&year=๒๕๖๘&min=๕๐๐,๐๐๐&max=1.234&batch=x");
    const { filter, problems } = readFilter(params, texts("th"));
    expect(filter).to.include({ query: "ถนน", minBudget: "50000000", maxBudget: null, importBatch: null });
    expect(filter.agency).to.deep.equal(["ก"]);
    expect(filter.fiscalYear).to.deep.equal([2568]);
    expect(problems.map(({ field }) => field)).to.deep.equal(["max", "batch"]);
    for (const { text } of problems) expect(text).to.match(/[\u0E00-\u0E7F]/);
    expect(problems[1]!.text).to.include("“x”");
  });

  it("say that a range of budgets is the wrong way round, and how an amount is written", () => {
    const read = (range: string) => readFilter(new URLSearchParams(range), texts("en")).problems;
    expect(read("min=100&max=500")).to.deep.equal([]);
    expect(read("min=5&max=5")).to.deep.equal([]);
    expect(read("min=500&max=100")).to.deep.equal([{ field: "max", text: en("reported.filter.reversed") }]);
    expect(read("min=abc").map(({ field, text }) => [field, text.length > 40])).to.deep.equal([
      ["min", true],
    ]);
  });

  it("give downloads of exactly the filtered view", () => {
    const view = {
      query: "ถนน & สะพาน",
      agency: ["ก", "ข"],
      flag: null,
      ...orderIn({ field: "BUDGET", direction: "DESC" }),
    };
    const { csv, ndjson } = downloads("reported-projects", view, "th");
    expect(ndjson.startsWith("/v1/reported-projects.ndjson?")).to.equal(true);
    expect([...new URL(csv, "http://x").searchParams]).to.deep.equal([
      ["query", "ถนน & สะพาน"],
      ["agency", "ก"],
      ["agency", "ข"],
      ["orderBy", "BUDGET"],
      ["direction", "DESC"],
      ["lang", "th"],
    ]);
    expect(downloads("agencies", {}, "en").ndjson).to.equal("/v1/agencies.ndjson");
  });

  it("hold a comparison; what makes no sense is left out, and told", () => {
    const read = (address: string) => readComparison(new URLSearchParams(address), texts("en"));
    expect(read("data=reported&by=PROVINCE&year=๒๕๖๘")).to.deep.equal({
      comparison: { data: "reported", groupBy: "PROVINCE", year: 2568, after: null },
      problems: [],
    });
    const { comparison, problems } = read("data=x&by=x&year=99999");
    expect(comparison).to.deep.equal({ data: "ledger", groupBy: "FISCAL_YEAR", year: null, after: null });
    expect(problems.map(({ field }) => field)).to.deep.equal(["data", "by", "year"]);
    expect(read("data=Reported&by=agency").comparison).to.include({ data: "reported", groupBy: "AGENCY" });
  });

  it("choose from a list in capital or small letters; what is not in it is told, and cut when long", () => {
    const read = (state: string) =>
      readChoice(en, new URLSearchParams({ state }), "state", ["ACTIVE", "DRAFT"] as const);
    expect(read("active")).to.deep.equal({ choice: "ACTIVE", problems: [] });
    expect(read(" ")).to.deep.equal({ choice: undefined, problems: [] });
    const { choice, problems } = read("99");
    expect(choice).to.equal(undefined);
    expect(problems).to.deep.equal([{ field: "state", text: en("form.noChoice", { value: "99" }) }]);
    expect(read("x".repeat(9_999)).problems[0]!.text.length).to.be.below(200);
  });

  it("filter by a fiscal year, or say that it is none", () => {
    const read = (year: string) => readFiscalYear(new URLSearchParams({ year }), "th");
    for (const year of ["2568", " 2568 ", "๒๕๖๘"])
      expect(read(year)).to.deep.equal({ year: 2568, problems: [] });
    expect(read(" ")).to.deep.equal({ year: null, problems: [] });
    for (const year of ["abcd", "68", "2025", "99999", "-2568", "2568.5", "0x9f8"]) {
      const { year: none, problems } = read(year);
      expect(none, year).to.equal(null);
      expect(problems.map(({ text }) => text).join()).to.include(`“${year}” ไม่ใช่ปีงบประมาณ`);
    }
  });
});

describe("web: a typed code", () => {
  it("is a project of the ledger, however it was typed", () => {
    const project = { kind: "project", code: "TH-2568-91001-000001-58" };
    for (const text of ["TH-2568-91001-000001-58", "th25689100100000158", " TH ๒๕๖๘ ๙๑๐๐๑ ๐๐๐๐๐๑ ๕๘ "])
      expect(readCode(text)).to.deep.equal(project);
  });

  it("is a number of e-GP, or nothing yet", () => {
    expect(readCode("๖๗๑๑๙๕๒๔๐๐๑")).to.deep.equal({ kind: "reported", id: "egp:67119524001" });
    expect(readCode("  ")).to.deep.equal({ kind: "none" });
  });

  it("with a wrong digit is refused with the reason", () => {
    const typed = readCode("TH-2568-91001-000001-59");
    expect(typed.kind === "unreadable" && typed.problem.code).to.equal("PROJECT_CODE_CHECKSUM");
  });
});

describe("web: money from appropriation to payment", () => {
  const flow = {
    approved: "2302000000",
    carriedIn: "0",
    adjIn: "20000000",
    adjOut: "20000000",
    carriedOut: "272000000",
    allotted: "2265000000",
    committed: "1943130000",
    requested: "0",
    paid: "1947630000",
    returned: "4500000",
  };

  it("counts money carried into the next year only where it may be spent", () => {
    const { available, allotted, paid, carried, moved } = sums(flow);
    expect({ available, allotted, paid, carried, moved }).to.deep.equal({
      available: 2_030_000_000n,
      allotted: 1_993_000_000n,
      paid: 1_943_130_000n,
      carried: -272_000_000n,
      moved: 0n,
    });
  });

  it("never shows more released than may be spent, for one year and for all years together", () => {
    const money = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(money, money, money, money, (approved, unallotted, carried, paid) => {
        const given = unallotted > approved ? 0n : unallotted;
        const released = approved - given;
        const moved = carried > released ? released : carried;
        const text = (value: bigint) => String(value);
        const first = {
          ...flow,
          approved: text(approved),
          adjIn: "0",
          adjOut: "0",
          allotted: text(released),
          carriedOut: text(moved),
        };
        const second = {
          ...first,
          approved: "0",
          carriedIn: text(moved),
          carriedOut: "0",
          allotted: text(moved),
        };
        const both = Object.fromEntries(
          Object.keys(first).map((key) => [
            key,
            text(BigInt(first[key as "paid"]) + BigInt(second[key as "paid"])),
          ]),
        ) as typeof first;
        for (const each of [first, second, both]) {
          const { available, allotted } = sums({ ...each, paid: text(paid) });
          expect(allotted <= available).to.equal(true);
        }
        expect(sums(both).available).to.equal(approved);
      }),
    );
  });
});

describe("web: tables", () => {
  type Row = { name: string; baht: string | null };
  const columns: Column<Row>[] = [
    { key: "name", header: "ชื่อ", cell: ({ name }) => name, value: ({ name }) => name },
    { key: "baht", header: "บาท", cell: ({ baht }) => baht, value: ({ baht }) => baht },
    { key: "mark", header: "ไม่บันทึก", cell: () => "✓" },
  ];
  const rows: Row[] = [
    { name: "ข", baht: "1480.00" },
    { name: "=1+1", baht: null },
    { name: 'ก "อ้าง", จุลภาค', baht: "200.00" },
  ];

  it("sort amounts as numbers, Thai as Thai, and leave what has no value last", () => {
    const names = (order: { key: string; descending: boolean }) =>
      sortRows(rows, columns, order).map(({ baht }) => baht);
    expect(names({ key: "baht", descending: false })).to.deep.equal(["200.00", "1480.00", null]);
    expect(names({ key: "baht", descending: true })).to.deep.equal(["1480.00", "200.00", null]);
    const thai = ["เขียว", "กา", "ขาว", "แก้ว"].map((name) => ({ name, baht: null }));
    const sorted = sortRows(thai, columns, { key: "name", descending: false }).map(({ name }) => name);
    expect(sorted, "by consonant, as a Thai dictionary").to.deep.equal(["กา", "แก้ว", "ขาว", "เขียว"]);
  });

  it("are saved as CSV that Thai Excel reads and runs nothing of", () => {
    expect(toCsv(rows, columns)).to.equal(
      `\uFEFFชื่อ,บาท\r\nข,1480.00\r\n'=1+1,\r\n"ก ""อ้าง"", จุลภาค",200.00\r\n`,
    );
  });
});

describe("web: names", () => {
  it("shorten addresses inside sentences and nothing else", () => {
    const address = "0x1BcB8e569EedAb4668e55145Cfeaf190902d3CF2";
    expect(shortHex(`บัญชี ${address} ไม่มีหน้าที่`)).to.equal("บัญชี 0x1BcB8e…3CF2 ไม่มีหน้าที่");
    expect(shortHex("0x1234 และ 300,000.00 บาท")).to.equal("0x1234 และ 300,000.00 บาท");
  });

  it("know every province by its ISO number", () => {
    expect(provinceName(10, "th")).to.equal("กรุงเทพมหานคร");
    expect(provinceName(50, "en")).to.equal("Chiang Mai");
  });
});

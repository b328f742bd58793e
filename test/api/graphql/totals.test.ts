import { expect } from "chai";
import { decodeBytes32Text } from "../../../sdk/bytes32.ts";
import { counterNames } from "../../../sdk/replay/index.ts";
import type { LedgerState, LineState } from "../../../sdk/replay/index.ts";
import { agencies } from "../../../scripts/demo/cast.ts";
import { provinceName } from "../../../sdk/provinces.ts";
import { importedApi, rows, sample, satang } from "../support/imported.ts";
import type { ImportedApi, Stated } from "../support/imported.ts";
import { chainEvents, stateAt } from "../support/replayed.ts";

const COUNTERS = counterNames.join(" ");
const ROW = `key label { th en } agencyCode reported { count contracts budget reference agreed }
  native { projects lines appropriated allotted committed paid returned counters { ${COUNTERS} } }`;

interface Group {
  key: string | null;
  label: { th: string; en: string } | null;
  agencyCode: number | null;
  reported: Record<string, unknown>;
  native: Record<string, unknown>;
}

interface Totals {
  groups: Group[];
  total: Group;
  totalCount: number;
  hasNextPage: boolean;
  endCursor: string | null;
}

const GROUPINGS = ["AGENCY", "PROVINCE", "FISCAL_YEAR", "EXPENSE_TYPE", "METHOD"] as const;
type Grouping = (typeof GROUPINGS)[number];

/** The second batch's numbers stand for those of the first. */
const renewed = new Set(rows.map(({ number }) => number));
const reported: readonly Stated[] = [...sample().filter(({ number }) => !renewed.has(number)), ...rows];

const reportedKey: Record<Grouping, ((row: Stated) => string) | null> = {
  AGENCY: (row) => row.agency,
  PROVINCE: (row) => row.province,
  FISCAL_YEAR: (row) => row.year,
  EXPENSE_TYPE: null,
  METHOD: (row) => row.group,
};

const nativeKey: Record<Grouping, ((line: LineState) => string) | null> = {
  AGENCY: (line) => Object.values(agencies).find(({ code }) => BigInt(code) === line.agency)!.nameTh,
  PROVINCE: (line) =>
    provinceName(Object.values(agencies).find(({ code }) => BigInt(code) === line.agency)!.province, "th"),
  FISCAL_YEAR: (line) => String(line.year),
  EXPENSE_TYPE: (line) =>
    ["PERSONNEL", "OPERATIONS", "INVESTMENT", "SUBSIDY", "OTHER"][Number(line.expenseType) - 1]!,
  METHOD: null,
};

/** What rows of files add up to: a project's budget counts once, each price counts. */
function sumReported(some: readonly Stated[]) {
  const first = [...new Map(some.toReversed().map((row) => [row.number, row])).values()];
  const sum = (of: readonly Stated[], name: "budget" | "reference" | "agreed") =>
    String(of.reduce((total, row) => total + satang(row[name]), 0n));
  return {
    count: first.length,
    contracts: some.filter(({ agreed }) => agreed !== null).length,
    budget: sum(first, "budget"),
    reference: sum(first, "reference"),
    agreed: sum(some, "agreed"),
  };
}

function sumNative(lines: readonly LineState[]) {
  const sum = (name: (typeof counterNames)[number]) =>
    String(lines.reduce((total, { counters }) => total + counters[name], 0n));
  return {
    projects: new Set(lines.map(({ code }) => code)).size,
    lines: lines.length,
    appropriated: sum("approved"),
    allotted: sum("allotted"),
    committed: sum("committed"),
    paid: sum("paid"),
    returned: sum("returned"),
    counters: Object.fromEntries(counterNames.map((name) => [name, sum(name)])),
  };
}

const sumOf = (some: readonly Stated[], lines: readonly LineState[]) => ({
  reported: sumReported(some),
  native: sumNative(lines),
});

describe("totals of the budget", function () {
  this.timeout(120_000);
  let api: ImportedApi;
  let ledger: LedgerState;
  before(async () => {
    api = await importedApi();
    ledger = stateAt(await chainEvents(api.mirror.demo));
  });

  async function totals(args: string, variables?: object, declared = ""): Promise<Totals> {
    const { data, errors } = await api.ask<{ budgetTotals: Totals }>(
      `query ${declared} { budgetTotals(${args}) { groups { ${ROW} } total { ${ROW} } totalCount hasNextPage endCursor } }`,
      variables,
    );
    expect(errors).to.equal(undefined);
    return data!.budgetTotals;
  }

  for (const by of GROUPINGS) {
    it(`by ${by} are what the files' rows and the chain's events add up to`, async () => {
      const [ofReported, ofNative] = [reportedKey[by], nativeKey[by]];
      const some = ofReported ? reported : [];
      const lines = ofNative ? [...ledger.lines.values()] : [];
      const keys = new Set([...some.map((row) => ofReported!(row)), ...lines.map((line) => ofNative!(line))]);
      const { groups, total, totalCount, hasNextPage } = await totals(`groupBy: ${by}, first: 1000`);
      expect(groups.map(({ key }) => key)).to.have.members([...keys]);
      expect([totalCount, hasNextPage]).to.deep.equal([keys.size, false]);
      for (const { key, reported: published, native } of groups) {
        expect({ reported: published, native }, key!).to.deep.equal(
          sumOf(
            some.filter((row) => ofReported!(row) === key),
            lines.filter((line) => ofNative!(line) === key),
          ),
        );
      }
      // A project with lines in several groups is one project in the total.
      expect(total).to.deep.equal({ key: null, label: null, agencyCode: null, ...sumOf(some, lines) });
    });
  }

  it("without groups are the sums alone", async () => {
    const { groups, total, totalCount } = await totals("first: 10");
    expect({ groups, totalCount }).to.deep.equal({ groups: [], totalCount: 0 });
    expect(total).to.deep.include(sumOf(reported, [...ledger.lines.values()]));
  });

  it("name the ledger's agencies in both languages", async () => {
    const { groups } = await totals("groupBy: AGENCY, first: 1000, filter: { agencyCode: [91001, 91002] }");
    expect(groups.map(({ key, label, agencyCode }) => ({ key, label, agencyCode }))).to.have.deep.members(
      [agencies.town, agencies.hospital].map(({ code, nameTh, nameEn }) => ({
        agencyCode: code,
        key: nameTh,
        label: { th: nameTh, en: nameEn },
      })),
    );
  });

  it("name provinces in both languages, those of the ledger too", async () => {
    const { groups } = await totals("groupBy: PROVINCE, first: 1000");
    const both = groups.find(({ key }) => key === "ขอนแก่น")!;
    expect(both.label).to.deep.equal({ th: "ขอนแก่น", en: "Khon Kaen" });
    expect(both.native["projects"]).to.equal(3);
    expect(groups.filter(({ label }) => /[ก-๙]/.test(label?.en ?? ""))).to.deep.equal([]);
  });

  for (const [what, filter, ofRow, ofLine] of [
    [
      "fiscalYear",
      { fiscalYear: [2568] },
      (row: Stated) => row.year === "2568",
      ({ year }: LineState) => year === 2568n,
    ],
    ["agencyCode", { agencyCode: [91002] }, () => false, ({ agency }: LineState) => agency === 91002n],
    [
      "expenseType",
      { expenseType: ["OPERATIONS"] },
      () => false,
      ({ expenseType }: LineState) => expenseType === 2n,
    ],
    [
      "expenseType and year",
      { expenseType: ["OPERATIONS", "INVESTMENT"], fiscalYear: [2569], agencyCode: [91001] },
      () => false,
      ({ expenseType, year, agency }: LineState) =>
        [2n, 3n].includes(expenseType) && year === 2569n && agency === 91001n,
    ],
    [
      "province",
      { province: ["น่าน", "เชียงใหม่"] },
      (row: Stated) => ["น่าน", "เชียงใหม่"].includes(row.province),
      () => false,
    ],
    ["method", { method: ["คัดเลือก"] }, (row: Stated) => row.group === "คัดเลือก", () => false],
    [
      "agency",
      { agency: ["เทศบาลเมืองตัวอย่าง"] },
      (row: Stated) => row.agency === "เทศบาลเมืองตัวอย่าง",
      () => false,
    ],
    [
      "budget",
      { minBudget: "9000000", maxBudget: "30000000" },
      (row: Stated) =>
        row.budget !== null && satang(row.budget) >= 9_000_000n && satang(row.budget) <= 30_000_000n,
      () => false,
    ],
    ["query", { query: "ซ่อมแซม" }, (row: Stated) => row.title.includes("ซ่อมแซม"), () => false],
    ["source", { source: ["egp"] }, () => true, () => false],
    ["importBatch", { importBatch: [2] }, (row: Stated) => renewed.has(row.number), () => false],
    ["flag", { flag: ["agreed-above-budget"] }, (row: Stated) => row.agreed === "1200", () => false],
  ] as const) {
    it(`follow the filter ${what}`, async () => {
      const expected = sumOf(reported.filter(ofRow), [...ledger.lines.values()].filter(ofLine));
      const one = await totals("filter: $filter", { filter }, "($filter: TotalsFilter)");
      expect(one.total).to.deep.include(expected);
      expect((one.total.reported.count as number) + (one.total.native.lines as number)).to.be.above(0);
      // The groups of a filtered view add up to its total.
      const { groups, total } = await totals(
        "filter: $filter, groupBy: FISCAL_YEAR",
        { filter },
        "($filter: TotalsFilter)",
      );
      expect(total).to.deep.include(expected);
      const budget = groups.reduce((sum, group) => sum + BigInt(group.reported.budget as string), 0n);
      expect(String(budget)).to.equal(expected.reported.budget);
    });
  }

  for (const [field, of] of [
    ["KEY", null],
    ["COUNT", (group: Group) => BigInt((group.reported.count as number) + (group.native.projects as number))],
    [
      "BUDGET",
      ({ reported: published, native }: Group) =>
        BigInt(published.budget as string) + BigInt(native.appropriated as string),
    ],
    [
      "AGREED",
      ({ reported: published, native }: Group) =>
        BigInt(published.agreed as string) + BigInt(native.committed as string),
    ],
    ["APPROPRIATED", ({ native }: Group) => BigInt(native.appropriated as string)],
    ["PAID", ({ native }: Group) => BigInt(native.paid as string)],
  ] as const) {
    for (const direction of ["ASC", "DESC"] as const) {
      it(`are ordered by ${field} ${direction}, page by page`, async () => {
        const ordered = `groupBy: PROVINCE, orderBy: { field: ${field}, direction: ${direction} }`;
        const { groups, totalCount } = await totals(`${ordered}, first: 1000`);
        const sign = direction === "ASC" ? 1 : -1;
        const collator = new Intl.Collator("th");
        for (const [a, b] of groups.slice(1).map((group, i) => [groups[i]!, group] as const)) {
          const [x, y] = of ? [of(a), of(b)] : [0n, 0n];
          const keys = collator.compare(a.key!, b.key!);
          const order = x < y ? -sign : x > y ? sign : of ? keys : keys * sign;
          expect(order, `${a.key} before ${b.key}`).to.be.below(0);
        }
        const walked: Group[] = [];
        let after: string | null = null;
        do {
          const part: Totals = await totals(`${ordered}, first: 17${after ? `, after: "${after}"` : ""}`);
          expect(part.totalCount).to.equal(totalCount);
          walked.push(...part.groups);
          after = part.hasNextPage ? part.endCursor : null;
        } while (after !== null);
        expect(walked).to.deep.equal(groups);
      });
    }
  }

  it("are those of an earlier block when asked", async () => {
    const events = await chainEvents(api.mirror.demo);
    const block = events.filter(({ name }) => name === "DisbursementPaid").at(9)!.block;
    const then = stateAt(events, block);
    const { groups, total } = await totals(`groupBy: FISCAL_YEAR, asOfBlock: ${block}`);
    expect(total).to.deep.include(sumOf([], [...then.lines.values()]));
    expect(groups.map(({ key }) => key)).to.have.members(
      [...then.lines.values()]
        .map(({ year }) => String(year))
        .filter((year, i, years) => years.indexOf(year) === i),
    );
    expect(then.lines.size).to.be.below(ledger.lines.size);
  });

  it("equal those of the projects' own lines", async () => {
    const { data } = await api.ask<{
      projects: { nodes: { code: string; totals: Record<string, string> }[] };
    }>(`{ projects { nodes { code totals { ${COUNTERS} } } } }`);
    for (const { code, totals: told } of data!.projects.nodes) {
      const own = [...ledger.lines.values()].filter((line) => decodeBytes32Text(line.code) === code);
      expect(told, code).to.deep.equal(sumNative(own).counters);
    }
  });
});

import { expect } from "chai";
import { data, nodes, refusal } from "../support/asking.ts";
import type { Node } from "../support/asking.ts";

const FIELDS = `code fiscalYear state province draftedAt agency { code } title { th en } references { scheme value }
  totals { approved committed paid } lines(first: 10) { nodes { expenseType } } flags { totalCount } provenance { block }`;

interface Project {
  code: string;
  fiscalYear: number;
  state: string;
  province: number;
  draftedAt: string;
  agency: { code: number };
  title: { th: string; en: string };
  references: { scheme: string; value: string }[];
  totals: Record<"approved" | "committed" | "paid", string>;
  lines: { nodes: { expenseType: string }[] };
  flags: { totalCount: number };
  provenance: { block: number };
}

describe("projects", function () {
  this.timeout(60_000);
  let all: Project[];
  before(async () => {
    all = (await nodes("projects", "", FIELDS)) as unknown as Project[];
    expect(all.length).to.be.above(8);
  });

  const codes = async (args: string) =>
    (await nodes("projects", args, "code")).map(({ code }) => code as string);

  for (const [what, filter, holds, least] of [
    ["agency", "agency: [91002]", ({ agency }: Project) => agency.code === 91002, 3],
    ["agencies", "agency: [91002, 91003]", ({ agency }: Project) => agency.code !== 91001, 6],
    ["fiscal year", "fiscalYear: [2568]", ({ fiscalYear }: Project) => fiscalYear === 2568, 9],
    ["a year without projects", "fiscalYear: [2560]", () => false, 0],
    ["state", "state: [COMPLETED, CANCELLED]", ({ state }: Project) => /COMPLETED|CANCELLED/.test(state), 4],
    ["province", "province: [50]", ({ province }: Project) => province === 50, 3],
    [
      "expense type",
      "expenseType: [OPERATIONS]",
      ({ lines }: Project) => lines.nodes.some(({ expenseType }) => expenseType === "OPERATIONS"),
      2,
    ],
    [
      "least approved",
      'minApproved: "240000000"',
      ({ totals }: Project) => BigInt(totals.approved) >= 240_000_000n,
      4,
    ],
    [
      "most approved",
      'maxApproved: "35000000"',
      ({ totals }: Project) => BigInt(totals.approved) <= 35_000_000n,
      2,
    ],
    ["flagged", "flagged: true", ({ flags }: Project) => flags.totalCount > 0, 3],
    ["not flagged", "flagged: false", ({ flags }: Project) => flags.totalCount === 0, 6],
    ["a Thai word", 'query: "ประปา"', ({ title }: Project) => title.th.includes("ประปา"), 1],
    [
      "an English word in any case",
      'query: "WATERWORKS"',
      ({ title }: Project) => /waterworks/i.test(title.en),
      1,
    ],
    ["part of a code", 'query: "91003-000002"', ({ code }: Project) => code.includes("91003-000002"), 1],
    [
      "a reference",
      'query: "91001680001003210001"',
      ({ references }: Project) => references.some(({ value }) => value === "91001680001003210001"),
      1,
    ],
    ["Thai digits", 'query: "ซอยสาธิต ๓"', ({ title }: Project) => title.th.includes("ซอยสาธิต 3"), 1],
    [
      "several things",
      'agency: [91001, 91002], state: [COMPLETED], minApproved: "100000000", flagged: false',
      (one: Project) =>
        one.agency.code !== 91003 &&
        one.state === "COMPLETED" &&
        BigInt(one.totals.approved) >= 100_000_000n &&
        one.flags.totalCount === 0,
      1,
    ],
  ] as const) {
    it(`are filtered by ${what}`, async () => {
      const expected = all.filter(holds).map(({ code }) => code);
      expect(expected.length).to.be.at.least(least);
      expect(await codes(`filter: { ${filter} }`)).to.deep.equal(expected);
      const { list } = await data<{ list: { totalCount: number } }>(
        `{ list: projects(first: 1, filter: { ${filter} }) { totalCount } }`,
      );
      expect(list.totalCount).to.equal(expected.length);
    });
  }

  for (const [field, of] of [
    ["CODE", (one: Project) => one.code],
    ["DRAFTED", (one: Project) => one.draftedAt],
    ["CHANGED", (one: Project) => one.provenance.block],
    ["APPROVED", (one: Project) => BigInt(one.totals.approved)],
    ["COMMITTED", (one: Project) => BigInt(one.totals.committed)],
    ["PAID", (one: Project) => BigInt(one.totals.paid)],
  ] as const) {
    for (const direction of ["ASC", "DESC"] as const) {
      it(`are ordered by ${field} ${direction}`, async () => {
        const sign = direction === "ASC" ? 1 : -1;
        const compare = <T extends string | number | bigint>(a: T, b: T) =>
          a < b ? -sign : a > b ? sign : 0;
        const expected = all.toSorted((a, b) => compare(of(a), of(b)) || compare(a.code, b.code));
        expect(await codes(`orderBy: { field: ${field}, direction: ${direction} }`)).to.deep.equal(
          expected.map(({ code }) => code),
        );
      });
    }
  }

  it("are found by their code as people write it, and refused when it is mistyped", async () => {
    const code = "TH-2568-91001-000001-58";
    for (const written of [
      code,
      " th-2568-91001-000001-58 ",
      "TH25689100100000158",
      "TH-๒๕๖๘-๙๑๐๐๑-๐๐๐๐๐๑-๕๘",
    ]) {
      const { project } = await data<{ project: Node }>(
        "query ($code: String!) { project(code: $code) { code } }",
        { code: written },
      );
      expect(project, written).to.deep.equal({ code });
    }
    const wrong = await refusal('{ project(code: "TH-2568-91001-000001-85") { code } }');
    expect(wrong.code).to.equal("PROJECT_CODE_CHECKSUM");
    expect((await refusal('{ project(code: "hello") { code } }')).code).to.match(/^PROJECT_CODE_/);
    expect((await refusal('{ lines(projectCode: "hello") { totalCount } }')).code).to.match(/^PROJECT_CODE_/);
    const { project } = await data<{ project: null }>(
      '{ project(code: "TH-2568-91001-000099-55") { code } }',
    ).catch(() => ({ project: null }));
    expect(project).to.equal(null);
  });

  it("sum up their lines, and their agency and year sum up theirs", async () => {
    const found = await data<{
      agency: {
        totals: Record<string, string>;
        year: Record<string, string>;
        lines: { nodes: { fiscalYear: number; counters: Record<string, string> }[] };
      };
      fiscalYear: {
        totals: Record<string, string>;
        approved: string;
        lines: { nodes: { counters: Record<string, string> }[] };
      };
    }>(`{ agency(code: 91002) { totals { ...C } year: totals(fiscalYear: 2569) { ...C } lines(first: 100) { nodes { fiscalYear counters { ...C } } } }
          fiscalYear(year: 2568) { approved totals { ...C } lines(first: 100) { nodes { counters { ...C } } } } }
        fragment C on LineCounters { approved allotted committed requested paid returned current netPaid carriedIn carriedOut lapsed adjIn adjOut }`);
    const sum = (lines: { counters: Record<string, string> }[]) =>
      Object.fromEntries(
        Object.keys(found.agency.totals).map((name) => [
          name,
          String(lines.reduce((total, { counters }) => total + BigInt(counters[name]!), 0n)),
        ]),
      );
    expect(found.agency.totals).to.deep.equal(sum(found.agency.lines.nodes));
    expect(found.agency.year).to.deep.equal(
      sum(found.agency.lines.nodes.filter(({ fiscalYear }) => fiscalYear === 2569)),
    );
    expect(found.fiscalYear.totals).to.deep.equal(sum(found.fiscalYear.lines.nodes));
    expect(found.fiscalYear.approved).to.equal(found.fiscalYear.totals.approved);
    for (const { counters: c } of found.agency.lines.nodes) {
      expect(BigInt(c.current!)).to.equal(
        BigInt(c.approved!) + BigInt(c.carriedIn!) + BigInt(c.adjIn!) - BigInt(c.adjOut!),
      );
      expect(BigInt(c.netPaid!)).to.equal(BigInt(c.paid!) - BigInt(c.returned!));
    }
  });
});

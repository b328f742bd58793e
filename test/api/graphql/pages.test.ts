import { expect } from "chai";
import { connection, data, refusal } from "../support/asking.ts";
import type { Connection, Node } from "../support/asking.ts";

const ROAD = "TH-2568-91001-000001-58";

/** Every list at the top, with arguments that it is asked with and what tells its entries apart. */
const LISTS: readonly (readonly [field: string, args: string, key: string])[] = [
  ["projects", "", "code"],
  ["projects", "orderBy: { field: PAID, direction: DESC }", "code"],
  ["projects", "orderBy: { field: CHANGED, direction: ASC }, asOfBlock: 250", "code"],
  ["lines", "", "lineId"],
  ["lines", "asOfBlock: 150", "lineId"],
  ["commitments", "", "commitmentId"],
  ["milestones", "", "milestoneId"],
  ["disbursements", "", "disbursementId"],
  ["revisions", "", "revisionId"],
  ["obligations", "", "obligationId"],
  ["carryForwards", "", "id"],
  ["flags", "", "flagId"],
  ["flags", "orderBy: WAITING", "flagId"],
  ["agencies", "", "code"],
  ["importBatches", "", "batchId"],
  ["reportedProjects", "", "reportedId"],
  ["reportedProjects", "orderBy: { field: BUDGET, direction: ASC }", "reportedId"],
  ["reportedProjects", "orderBy: { field: TITLE, direction: DESC }", "reportedId"],
  ["reportedProjects", 'filter: { query: "ซื้อ" }', "reportedId"],
  ["redFlags", "", "id"],
  ["events", "", "cursor"],
  ["events", 'contract: ["BudgetLines"], asOfBlock: 200', "cursor"],
  ["refusals", "", "txHash"],
];

/** Lists under a node: how to get there, and the list. */
const NESTED: readonly (readonly [path: string, field: string, key: string])[] = [
  ...(
    [
      ["lines", "lineId"],
      ["commitments", "commitmentId"],
      ["milestones", "milestoneId"],
      ["disbursements", "disbursementId"],
      ["carryForwards", "id"],
      ["events", "cursor"],
      ["history", "cursor"],
      ["documents", "document { cid } event field"],
    ] as const
  ).map(([field, key]) => [`project(code: "${ROAD}")`, field, key] as const),
  ['project(code: "TH-2568-91003-000001-90")', "flags", "flagId"],
  ['project(code: "TH-2568-91002-000002-71")', "obligations", "obligationId"],
  ["agency(code: 91002)", "projects", "code"],
  ["agency(code: 91002)", "lines", "lineId"],
  ["agency(code: 91002)", "commitments", "commitmentId"],
  ["agency(code: 91001)", "flags", "flagId"],
  ["agency(code: 91001)", "officers", "account"],
  ["fiscalYear(year: 2568)", "lines", "lineId"],
  ["fiscalYear(year: 2568)", "projects", "code"],
  ['line(lineId: "1")', "commitments", "commitmentId"],
  ['commitment(commitmentId: "2")', "milestones", "milestoneId"],
  ['commitment(commitmentId: "2")', "disbursements", "disbursementId"],
];

/** Walks a list page by page and checks what each page says about its place. */
async function walk(page: (args: string) => Promise<Connection>, size: number): Promise<Node[]> {
  const all: Node[] = [];
  let after: string | null = null;
  for (;;) {
    const found = await page(`first: ${size}${after === null ? "" : `, after: "${after}"`}`);
    const { nodes, edges, totalCount, pageInfo } = found as Connection;
    expect(edges.map(({ node }) => node)).to.deep.equal(nodes);
    expect(pageInfo.startCursor).to.equal(edges.at(0)?.cursor ?? null);
    expect(pageInfo.endCursor).to.equal(edges.at(-1)?.cursor ?? null);
    expect(pageInfo.hasPreviousPage).to.equal(after !== null);
    all.push(...nodes);
    expect(pageInfo.hasNextPage, "says whether more follow").to.equal(all.length < totalCount);
    if (!pageInfo.hasNextPage) return all;
    expect(nodes).to.have.length(size);
    after = pageInfo.endCursor;
  }
}

async function isWholeAndInOrder(page: (args: string) => Promise<Connection>): Promise<void> {
  const whole = await page("first: 1000");
  expect(whole.totalCount).to.equal(whole.nodes.length).and.above(0);
  expect(new Set(whole.nodes.map((node) => JSON.stringify(node))).size).to.equal(whole.nodes.length);
  const size = Math.max(1, Math.floor(whole.nodes.length / 3));
  expect(await walk(page, size)).to.deep.equal(whole.nodes);
  // A cursor on the last entry leaves nothing, and says so.
  const beyond = await page(`first: 5, after: "${whole.pageInfo.endCursor}"`);
  expect(beyond.nodes).to.deep.equal([]);
  expect(beyond.pageInfo).to.deep.equal({
    hasNextPage: false,
    hasPreviousPage: true,
    startCursor: null,
    endCursor: null,
  });
  expect(beyond.totalCount).to.equal(whole.totalCount);
}

describe("pages of lists", function () {
  this.timeout(60_000);

  for (const [field, args, key] of LISTS) {
    it(`of ${field}${args && ` (${args})`} together are the list`, () =>
      isWholeAndInOrder((page) => connection(`${field}(${[page, args].filter(Boolean).join(", ")})`, key)));
  }

  for (const [path, field, key] of NESTED) {
    it(`of ${field} under ${path} together are the list`, () =>
      isWholeAndInOrder(async (page) => {
        const { owner } = await data<{ owner: { list: Connection } }>(`{ owner: ${path} {
          list: ${field}(${page}) { nodes { ${key} } edges { cursor node { ${key} } } totalCount
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`);
        return owner.list;
      }));
  }

  it("have 50 entries when nothing is said", async () => {
    const found = await data<{ events: Connection }>(
      "{ events { nodes { cursor } pageInfo { hasNextPage } } }",
    );
    expect(found.events.nodes).to.have.length(50);
    expect(found.events.pageInfo.hasNextPage).to.equal(true);
  });

  it("may be as large as 1000 and no larger", async () => {
    expect((await connection("events(first: 1000)", "cursor")).nodes.length).to.be.above(300);
    const { code, details } = await refusal("{ events(first: 1001) { nodes { cursor } } }");
    expect({ code, details }).to.deep.equal({ code: "PAGE_SIZE", details: { limit: 1000, value: 1001 } });
  });

  it("are not begun by the cursor of another list, or by what is none", async () => {
    const { pageInfo } = await connection("lines(first: 1)", "lineId");
    const other = await connection("projects(first: 1, orderBy: { field: PAID, direction: ASC })", "code");
    for (const cursor of [pageInfo.endCursor, other.pageInfo.endCursor, "", "bm90IG91cnM", "ไม่ใช่", "🂡"]) {
      const { code } = await refusal(
        "query ($after: String) { projects(after: $after) { nodes { code } } }",
        {
          after: cursor,
        },
      );
      expect(code, String(cursor)).to.equal("CURSOR_MALFORMED");
    }
  });
});

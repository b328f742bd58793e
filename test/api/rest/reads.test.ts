import { expect } from "chai";
import { runningApi } from "../support/running.ts";
import { get, json } from "./support/get.ts";
import type { Envelope, ProblemBody, Row } from "./support/get.ts";

const CODE = "TH-2568-91001-000001-58";

/** Every page of a list, by the addresses that the API itself gives. */
async function all(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  let next: string | null = path;
  while (next !== null) {
    const page: Envelope = await json(next);
    rows.push(...page.data);
    next = page.page.next;
  }
  return rows;
}

describe("reads over REST", function () {
  this.timeout(60_000);

  it("say what GraphQL says", async () => {
    const { ask } = await runningApi();
    const { data } = await ask<{ project: Row; reportedProjects: { nodes: Row[]; totalCount: number } }>(
      `{ project(code: "${CODE}") { code state title { th en } totals { approved current paid } }
         reportedProjects(filter: { province: ["กรุงเทพมหานคร"] }, orderBy: { field: BUDGET, direction: DESC }, first: 1000) {
           nodes { reportedId number title budget agreed } totalCount } }`,
    );
    const { data: project } = await json<{ data: Row }>(`/v1/projects/${CODE}`);
    expect(project).to.deep.include({ code: CODE, state: data!.project.state, title: data!.project.title });
    expect(project.totals).to.deep.include(data!.project.totals as object);

    const province = encodeURIComponent("กรุงเทพมหานคร");
    const list = await json(
      `/v1/reported-projects?province=${province}&orderBy=BUDGET&direction=DESC&limit=1000&count=true`,
    );
    expect(list.page.totalCount).to.equal(data!.reportedProjects.totalCount).and.above(5);
    expect(
      list.data.map(({ reportedId, number, title, budget, agreed }) => ({
        reportedId,
        number,
        title,
        budget,
        agreed,
      })),
    ).to.deep.equal(data!.reportedProjects.nodes);
  });

  it("part a list into pages that together are the list", async () => {
    const whole = await json("/v1/reported-projects?orderBy=AGREED&limit=1000");
    expect(whole.data).to.have.length(250);
    expect(whole.page.next).to.equal(null);
    const parted = await all("/v1/reported-projects?orderBy=AGREED&limit=37");
    expect(parted).to.deep.equal(whole.data);
    const { headers } = await get("/v1/reported-projects?limit=37");
    expect(headers.get("Link")).to.match(/^<\/v1\/reported-projects\?limit=37&after=[\w-]+>; rel="next"$/);
  });

  it("sort flags as GraphQL does: by who has waited longest for an answer, the newest first unless asked", async () => {
    const { ask } = await runningApi();
    const { data } = await ask<{ waiting: { nodes: Row[] }; newest: { nodes: Row[] } }>(
      `{ waiting: flags(orderBy: WAITING, first: 1000) { nodes { flagId } } newest: flags(first: 1000) { nodes { flagId } } }`,
    );
    const ids = (rows: readonly Row[]) => rows.map(({ flagId }) => flagId);
    const [waiting, newest] = [ids(data!.waiting.nodes), ids(data!.newest.nodes)];
    expect(waiting).to.have.length.above(1);
    expect(ids(await all("/v1/flags?orderBy=WAITING&limit=1"))).to.deep.equal(waiting);
    expect(ids((await json("/v1/flags")).data)).to.deep.equal(newest);
    // A place in the one order is none in the other.
    const { next } = (await json("/v1/flags?orderBy=WAITING&limit=1")).page;
    const other = await json<ProblemBody>(next!.replace("orderBy=WAITING&", ""), 400);
    const unknown = await json<ProblemBody>("/v1/flags?orderBy=OLDEST", 400);
    expect([other.code, unknown.code]).to.deep.equal(["CURSOR_MALFORMED", "PARAMETER_MALFORMED"]);
  });

  it("answer as of a block", async () => {
    const { data: commitments } = await json(`/v1/commitments?projectCode=${CODE}`);
    const { block } = commitments[0]!.provenance as { block: number };
    const { data: history } = await json(`/v1/commitments/${String(commitments[0]!.commitmentId)}/history`);
    const first = (history.at(-1)!.provenance as { block: number }).block;
    expect(first).to.be.lessThan(block);
    const before = await json(`/v1/commitments?projectCode=${CODE}&asOfBlock=${first - 1}`);
    const then = await json(`/v1/commitments?projectCode=${CODE}&asOfBlock=${first}`);
    expect(then.data).to.have.length(before.data.length + 1);
  });

  it("are valid for one state of the index, and say so without a body", async () => {
    const first = await get("/v1/projects?limit=3");
    const tag = first.headers.get("ETag")!;
    expect(first.headers.get("Cache-Control")).to.equal("public, no-cache");
    const second = await get("/v1/projects?limit=3", { "If-None-Match": tag });
    expect([second.status, second.text]).to.deep.equal([304, ""]);
    const other = await get("/v1/projects?limit=4", { "If-None-Match": tag });
    expect(other.status).to.equal(200);
    const pinned = await get("/v1/projects?asOfBlock=100");
    expect(pinned.headers.get("Cache-Control")).to.contain("max-age=60");
  });

  it("find what is asked for in Thai, with Thai digits in numbers", async () => {
    const { data } = await json<{ data: { kind: string; key: string }[] }>(
      `/v1/search?query=${encodeURIComponent("ถนนคอนกรีต")}`,
    );
    expect(data[0]).to.include({ kind: "PROJECT", key: CODE });
    const { data: lines } = await json(`/v1/lines?fiscalYear=${encodeURIComponent("๒๕๖๘")}`);
    expect(lines.length).to.be.greaterThan(3);
    expect((await json("/v1/lines?fiscalYear=2568,2569")).data.length).to.be.greaterThan(lines.length);
  });

  it("list what the ledger refused, with the reason in both languages", async () => {
    const { data } = await json("/v1/refusals?limit=1000");
    expect(data.length).to.be.at.least(10);
    for (const { reason } of data) {
      const { code, th, en } = reason as { code: string; th: { what: string }; en: { what: string } };
      expect(code).to.match(/^[A-Z]\w+$/);
      expect(th.what).to.match(/[ก-๙]/);
      expect(en.what).to.match(/^[^ก-๙]+$/);
    }
  });

  it("show every journal equal to the chain's", async () => {
    const { data } = await json("/v1/journals");
    expect(data.length).to.be.at.least(6);
    for (const { root, onChainRoot, matches } of data) {
      expect(matches).to.equal(true);
      expect(root).to.equal(onChainRoot);
    }
  });
});

import { expect } from "chai";
import pg from "pg";
import { reportText } from "../../../scripts/audit/print.ts";
import type { AuditReport } from "../../../scripts/audit/run.ts";
import { GatewayDocuments } from "../../../sdk/documents/index.ts";
import { startHttpServer } from "../../sdk/support/http-server.ts";
import { startApi } from "../../support/api.ts";
import type { ApiFixture } from "../../support/api.ts";
import { auditOf, findingsOf, partOf } from "./support.ts";

type Json = { [name: string]: Json } & Json[];

describe("an audit of an API", function () {
  this.timeout(180_000);
  let api: ApiFixture;

  before(async () => (api = await startApi()));
  after(() => api?.stop());

  const auditApi = (url: string, change = {}) => auditOf(api.mirror.demo, { apiUrl: url, ...change });

  /** An audit of the API behind a server that changes its answers on their way. */
  async function auditAltered(alter: (data: Json) => void, change = {}): Promise<AuditReport> {
    const proxy = await startHttpServer(async (body, response) => {
      const headers = { "content-type": "application/json" };
      const honest = await fetch(`${api.url}/graphql`, { method: "POST", headers, body });
      const answer = (await honest.json()) as { data: Json };
      alter(answer.data);
      response.writeHead(200, headers).end(JSON.stringify(answer));
    });
    try {
      return await auditApi(proxy.url, change);
    } finally {
      await proxy.stop();
    }
  }

  it("finds an honest API equal: totals, every entity and every journal", async () => {
    const report = await auditApi(api.url);
    expect(report.verdict, reportText(report)).to.equal("sound");
    expect(partOf(report, "api").checked).to.include({
      ...{ journals: 9, projects: 9, lines: 13, commitments: 9, milestones: 17, disbursements: 18, flags: 3 },
    });
    const { checked } = partOf(report, "api");
    expect(checked["entries of logs"]).to.equal(partOf(report, "logs").checked["entries"]);
    expect(checked["roots of logs"]).to.equal(checked["services"]).and.to.be.greaterThan(1);
  });

  it("is told what the mirror says now, not what the API remembers of an audit before", async () => {
    const client = new pg.Client({ connectionString: api.mirror.database.url });
    await client.connect();
    const raise = (by: number) =>
      client.query("UPDATE mirror.commitment SET value = value + $1 WHERE commitment_id = 1", [by]);
    try {
      expect((await auditApi(api.url)).verdict).to.equal("sound");
      await raise(100);
      const report = await auditApi(api.url);
      expect(report.verdict).to.equal("findings");
      expect(JSON.stringify(findingsOf(report))).to.include("commitment");
    } finally {
      await raise(-100);
      await client.end();
    }
  });

  for (const table of ["milestone", "disbursement"]) {
    it(`finds a ${table} that the mirror shows under another project`, async () => {
      const client = new pg.Client({ connectionString: api.mirror.database.url });
      await client.connect();
      const { rows } = await client.query<{ own: string; other: string }>(
        `SELECT project AS own, (SELECT min(code) FROM mirror.project WHERE code <> project) AS other
         FROM mirror.${table} WHERE ${table}_id = 1`,
      );
      const { own, other } = rows[0]!;
      const put = (project: string) =>
        client.query(`UPDATE mirror.${table} SET project = $1 WHERE ${table}_id = 1`, [project]);
      try {
        await put(other);
        const report = await auditApi(api.url);
        expect(report.verdict).to.equal("findings");
        expect(JSON.stringify(findingsOf(report)))
          .to.include("projectCode")
          .and.include(other);
      } finally {
        await put(own);
        await client.end();
      }
    });
  }

  it("needs nothing but the public address: its /rpc and its blocks of documents", async () => {
    const documents = new GatewayDocuments(api.url);
    const report = await auditApi(api.url, { rpcUrl: `${api.url}/rpc`, documents });
    expect(report.verdict, reportText(report)).to.equal("sound");
    expect(partOf(report, "logs").checked["entries"]).to.be.greaterThan(100);
  });

  it("compares as of an earlier block, too", async () => {
    const report = await auditApi(api.url, { block: 150, documents: null });
    expect(partOf(report, "api").findings).to.deep.equal([]);
    expect(partOf(report, "api").checked.lines).to.be.lessThan(13);
  });

  it("finds one total that is a satang off, and names it", async () => {
    const report = await auditAltered((data) => {
      const counters = data.budgetTotals?.total?.native?.counters as unknown as { paid: string } | undefined;
      if (counters) counters.paid = String(BigInt(counters.paid) + 1n);
    });
    const [finding, ...others] = findingsOf(report);
    expect(others).to.deep.equal([]);
    expect(finding).to.include({ part: "api", code: "API_TOTALS", entity: "budgetTotals, paid" });
    expect(BigInt(finding!.found)).to.equal(BigInt(finding!.expected) + 1n);
  });

  it("finds one project whose state is told otherwise, one that is held back and one that is made up", async () => {
    const codes: string[] = [];
    const report = await auditAltered((data) => {
      const nodes = data.projects?.nodes as unknown as { code: string; state: string }[] | undefined;
      if (!nodes) return;
      codes.push(nodes[0]!.code, nodes[1]!.code);
      nodes[0]!.state = "AUDITED";
      nodes[1]!.code = "TH-2568-99999-000001-00";
    });
    expect(findingsOf(report).map(({ code, entity, found }) => `${code} ${entity}: ${found}`)).to.deep.equal([
      `API_ENTITY projects ${codes[0]}, state: AUDITED`,
      "API_ENTITY projects TH-2568-99999-000001-00: served",
      `API_ENTITY projects ${codes[1]}: not served`,
    ]);
  });

  type Nodes<Node> = { nodes: Node[] } | undefined;
  const told = (report: AuditReport) =>
    findingsOf(report).map(({ code, entity, found }) => `${code} ${entity}: ${found}`);

  it("finds what is told otherwise of a service: its head, a broken promise, a witness and a key", async () => {
    const report = await auditAltered((data) => {
      const services = (data.services as unknown as Nodes<{ name: string; root: string }>)?.nodes;
      if (services) services[0]!.root = `0x${"cd".repeat(32)}`;
      const service = data.service as unknown as Record<string, unknown[]> | undefined;
      service?.["brokenPromises"]?.push({ statementHash: `0x${"ef".repeat(32)}`, breach: "WRONG_LEAF" });
      for (const list of ["cosignatures", "keys"]) service?.[list]?.splice(0);
    });
    const codes = told(report);
    expect(codes.filter((one) => one.startsWith("API_ENTITY services"))).to.have.length(1);
    for (const what of ["keys", "witnesses"])
      expect(
        codes.some((one) => one.startsWith(`API_ENTITY ${what} of `) && one.endsWith(": not served")),
      ).to.equal(true, what);
    expect(
      codes.filter((one) => /^API_ENTITY broken promises of .*: WRONG_LEAF 0xefef/.test(one)),
    ).to.have.length(2);
  });

  it("finds an agency, a year, an officer, a file and a flag that are told otherwise", async () => {
    const report = await auditAltered((data) => {
      const first = (list: string) => (data[list] as unknown as Nodes<Record<string, unknown>>)?.nodes?.[0];
      Object.assign(first("agencies") ?? {}, { nameEn: "Another name" });
      Object.assign(first("importBatches") ?? {}, { licence: "none" });
      Object.assign(first("flags") ?? {}, { replyDueAt: "2024-01-01T00:00:00Z" });
      Object.assign((data.fiscalYears as unknown as object[] | undefined)?.[0] ?? {}, { ceiling: "1" });
      const officers = (data.agency as unknown as { officers: { nodes: { duties: string[] }[] } } | undefined)
        ?.officers;
      officers?.nodes[0]?.duties.splice(0, 1);
    });
    const found = told(report).map((one) => one.replace(/\d+/g, "…"));
    for (const one of [
      "API_ENTITY agencies …, nameEn: Another name",
      "API_ENTITY importBatches …, licence: none",
      "API_ENTITY flags …, replyDueAt: …-…-…T…:…:…Z",
    ])
      expect(found).to.include(one);
    for (const kind of ["fiscal year", "officer of agency …"])
      expect(found.filter((one) => one.startsWith(`API_ENTITY ${kind}: `)).length, kind).to.be.greaterThan(1);
  });

  it("finds an entry of a log whose bytes are altered, one that is told otherwise and one that is left out", async () => {
    type Entry = { index: number; record: string; actorRole: string; serviceName: string };
    const [chatbot, tax] = ["th.go.police.chatbot", "th.go.sathit-city.sign-tax"];
    const altered = (alter: (nodes: Entry[], name: string) => void) =>
      auditAltered((data) => {
        const nodes = (data.actions as unknown as Nodes<Entry>)?.nodes ?? [];
        if (nodes[0]) alter(nodes, nodes[0].serviceName);
      });
    const left = await altered((nodes, name) => {
      if (name === chatbot) nodes[0]!.actorRole = "minister";
      if (name === tax) nodes.pop();
    });
    // Its log has two pages: what is missing between them has a place, the last one shows by the root only.
    const [otherwise, gap, shorter, ...none] = told(left).toSorted();
    expect(none).to.deep.equal([]);
    expect(otherwise).to.equal(`API_ENTITY entry 0 of ${chatbot}, actorRole: minister`);
    expect(gap).to.equal(`API_ENTITY entry 499 of ${tax}: entry 500 in its place`);
    expect(shorter).to.match(new RegExp(`^API_LOG log of ${tax}: \\d+ entries, root 0x`));
    const changed = await altered(([first], name) => {
      if (name === chatbot) first!.record = first!.record.replace('"agency":', '"agency":1');
    });
    expect(told(changed).filter((one) => one.startsWith(`API_ENTITY entry 0 of ${chatbot}`))).to.have.length(
      1,
    );
    expect(told(changed).filter((one) => one.startsWith(`API_LOG log of ${chatbot}`))).to.have.length(1);
  });

  it("compares what concerns the logs, and nothing else, in an audit of the logs alone", async () => {
    const honest = await auditApi(api.url, { only: "log" });
    expect(honest.verdict, reportText(honest)).to.equal("sound");
    const { checked } = partOf(honest, "api");
    expect(checked["entries of logs"]).to.equal(partOf(honest, "logs").checked["entries"]);
    expect(checked).to.include({ journals: 1 }).and.not.have.any.keys("projects", "totals");
    const altered = await auditAltered(
      (data) => {
        const nodes = (data.actions as unknown as Nodes<{ actorRole: string }>)?.nodes ?? [];
        if (nodes[0]) nodes[0].actorRole = "minister";
        Object.assign((data.agencies as unknown as Nodes<object>)?.nodes[0] ?? {}, {
          nameEn: "Another name",
        });
      },
      { only: "log" },
    );
    expect(altered.verdict).to.equal("findings");
    expect(
      told(altered).every((one) => /^API_ENTITY entry \d+ of .*, actorRole: minister$/.test(one)),
    ).to.equal(true);
  });

  it("finds one journal with another root", async () => {
    const report = await auditAltered((data) => {
      const journal = (data.journals as unknown as { contract: string; root: string }[] | undefined)?.find(
        ({ contract }) => contract === "BudgetLines",
      );
      if (journal) journal.root = `0x${"ab".repeat(32)}`;
    });
    expect(findingsOf(report)).to.have.length(1);
    expect(findingsOf(report)[0]).to.include({ code: "API_JOURNAL" });
    expect(findingsOf(report)[0]!.entity).to.contain("journal of BudgetLines");
  });

  it("finds an API of another chain", async () => {
    const report = await auditAltered(({ _meta: meta }) => {
      if (meta) Object.assign(meta, { chainId: 1 });
    });
    expect(findingsOf(report).map(({ code }) => code)).to.deep.equal(["API_CHAIN"]);
  });

  it("is not complete when the API gives no answer", async () => {
    const report = await auditApi("http://127.0.0.1:1");
    expect(report.verdict).to.equal("incomplete");
    expect(partOf(report, "api").open[0]).to.contain("gives no answer");
  });
});

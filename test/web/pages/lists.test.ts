import { expect } from "chai";
import pg from "pg";
import { prepareStore } from "../../../api/intake/store/prepare.ts";
import { serviceId } from "../../../sdk/log/service-id.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { startApi, type ApiFixture } from "../../support/api.ts";
import { LOGGED } from "../../support/log/demo-log.ts";
import { violations } from "../support/axe.ts";
import { reader } from "./support/browser.ts";
import { attributes, getPage } from "./support/get-page.ts";

const CODE = "TH-2568-91001-000001-58";
const AGENCY = 91001;
const NAME = Object.keys(LOGGED)[0]!;
const ID = `\\x${serviceId(NAME).slice(2)}`;
const SERVICE = `/services/${NAME}`;
const SUBJECT = "5a".repeat(32);

/** Columns that tell a copied row from the one that it copies; `n` counts the copies. */
const LEDGER_ID = (key: string) => `jsonb_build_object('${key}', 900000 + n)`;
const PLACE = "jsonb_build_object('log_index', 900000 + n)";

describe("pages: lists that are longer than a page", function () {
  this.timeout(240_000);
  let api: ApiFixture;
  let database: pg.Client;

  /** Rows like one that is there, in the mirror only, which is all that the pages read. */
  async function copies(table: string, told: string, count: number, changed = "'{}'::jsonb"): Promise<void> {
    const { rowCount } = await database.query(
      `INSERT INTO mirror.${table} SELECT (jsonb_populate_record(NULL::mirror.${table}, to_jsonb(t) || ${told} || ${changed})).*
       FROM (SELECT * FROM mirror.${table} LIMIT 1) t, generate_series(1, ${count}) n`,
    );
    expect(rowCount, table).to.equal(count);
  }

  /** Promises of the intake, seven that were kept late, seven that are overdue and seven that wait. */
  async function promise(): Promise<void> {
    await prepareStore(database);
    await database.query(
      `INSERT INTO intake.log SELECT 1, decode(substr(deployment_id, 3), 'hex'), $1::bytea, $2, 0, '\\x', 0
       FROM mirror.checkpoint`,
      [ID, NAME],
    );
    await database.query("INSERT INTO intake.writer VALUES (1, 1, 1, 'desk')");
    await database.query(
      "INSERT INTO intake.promise_group VALUES (1, 1, decode(lpad('', 40, '0'), 'hex'), '\\x', '{1}', '{0}', '{0}')",
    );
    await database.query(
      `INSERT INTO intake.promise (first_index, first_seq, group_id, deadline, writer, count, log, leaves_root, body_digest, key_hash)
       SELECT k.first + n, k.first + n, 1, k.deadline, 1, 1, 1, decode(lpad('', 64, '0'), 'hex'), '\\x', '\\x'
       FROM mirror.log_head h, generate_series(0, 6) n,
         LATERAL (VALUES (0, 1), (h.size, 1), (h.size + 7, 4102444800)) k (first, deadline) WHERE h.service = $1::bytea`,
      [ID],
    );
  }

  type Flag = { unanswered: boolean; provenance: { txHash: string } };
  let genuine: Flag[] = [];

  before(async () => {
    api = await startApi();
    database = new pg.Client({ connectionString: api.mirror.database.url });
    await database.connect();
    const { data } = await api.ask<{ flags: { nodes: Flag[] } }>(
      "{ flags { nodes { unanswered provenance { txHash } } } }",
    );
    genuine = data!.flags.nodes;
    const ofProject = `jsonb_build_object('project', '${CODE}', 'agency', ${AGENCY})`;
    await copies("appropriation_line", LEDGER_ID("line_id"), 100, ofProject);
    await copies("commitment", LEDGER_ID("commitment_id"), 100, ofProject);
    const overdue = `${ofProject} || '{"state": 1, "due_at": 1700000000}'`;
    await copies("milestone", LEDGER_ID("milestone_id"), 200, overdue);
    await copies("disbursement", LEDGER_ID("disbursement_id"), 200, ofProject);
    await copies("obligation", LEDGER_ID("obligation_id"), 21, ofProject);
    await copies("carry_forward", PLACE, 50, ofProject);
    await copies("revision", LEDGER_ID("revision_id"), 51);
    await copies(
      "revision_move",
      LEDGER_ID("revision_id"),
      51,
      `jsonb_build_object('from_project', '${CODE}')`,
    );
    const open = `jsonb_build_object('state', 1, 'unanswered', n <= 6, 'rule', 'noise', 'reply_due_at', 4102444800,
      'replied_at', NULL, 'reply_cid', NULL, 'tx_hash', '\\x' || lpad(to_hex(n), 64, '0'))`;
    await copies("flag", LEDGER_ID("flag_id"), 60, `${ofProject} || ${open}`);
    await copies("event", PLACE, 200, ofProject);
    const account = "jsonb_build_object('account', '\\x' || lpad(to_hex(n), 40, '0'))";
    await copies("officer", account, 60, `jsonb_build_object('agency', ${AGENCY})`);
    await copies("agency", "jsonb_build_object('code', 80000 + n)", 200);
    const code = "'TH-2568-91001-' || (900000 + n) || '-00'";
    await copies("project", `jsonb_build_object('code', ${code})`, 60);
    const service = "'\\x' || lpad(to_hex(n), 64, '0')";
    const names = `jsonb_build_object('number', 900000 + n, 'name', 'th.go.copy' || n, 'service', ${service})`;
    await copies("service", names, 11);
    await copies("log_head", `jsonb_build_object('service', ${service})`, 11);
    const entry = `jsonb_build_object('action_id', 900000 + n, 'index', 900000 + n, 'subject', '\\x${SUBJECT}')`;
    await copies("action", entry, 21);
    const anchor = "jsonb_build_object('size', 900000 + n)";
    for (const table of ["log_anchor", "log_reading"])
      await copies(table, anchor, 11, `jsonb_build_object('service', '${ID}')`);
    await promise();
    await api.restart();
  });
  after(async () => {
    await database?.end();
    await api?.stop();
  });

  /** Where the link to the next page of this list leads. */
  function next(html: string, name: string, path: string): string {
    const links = attributes(html, "a", "href").filter((link) => {
      const url = new URL(link, "http://page");
      return url.pathname === path && url.searchParams.has(name);
    });
    expect(links, `one link to the rest of ${name}`).to.have.length(1);
    return links[0]!;
  }

  const lists: [string, string, number][] = [
    ...["lines", "commitments"].map((name): [string, string, number] => [`/p/${CODE}`, name, 100]),
    ...["milestones", "payments", "events"].map((name): [string, string, number] => [
      `/p/${CODE}`,
      name,
      200,
    ]),
    ...["revisions", "carryForwards", "flags"].map((name): [string, string, number] => [
      `/p/${CODE}`,
      name,
      50,
    ]),
    [`/p/${CODE}`, "obligations", 20],
    [`/agency/${AGENCY}`, "flags", 50],
    [`/agency/${AGENCY}`, "events", 20],
    [`/agency/${AGENCY}`, "officers", 50],
    ["/projects", "agencies", 200],
    [SERVICE, "anchors", 10],
    [SERVICE, "open", 5],
    [SERVICE, "overdue", 5],
    [SERVICE, "late", 5],
  ];
  for (const [path, name, size] of lists) {
    it(`lead to the rest: ${name} on ${path}`, async () => {
      const first = await getPage(api, path);
      const link = next(first.html, name, path);
      expect(new URL(link, "http://page").hash).to.equal(`#${name}`);
      expect(attributes(first.html, "div", "id")).to.include(name);
      expect(first.text).to.match(new RegExp(`แสดง ${size} จากทั้งหมด [\\d,]+ รายการ`));
      const second = await getPage(api, link);
      expect(second.status).to.equal(200);
      expect(second.text, "and back").to.include(th.pagination.first);
    });
  }

  const searches: [string, string, string][] = [
    ["TH-2568-91001", "/projects", th.search.allProjects],
    ["th.go.copy", "/services", th.search.allServices],
  ];
  for (const [words, path, text] of searches)
    it(`lead to the rest of what a search found: ${path}`, async () => {
      const { html, text: shown } = await getPage(api, `/search?q=${encodeURIComponent(words)}`);
      const to = `${path}?q=${encodeURIComponent(words)}`;
      expect(attributes(html, "a", "href")).to.include(to);
      const [before, after] = text.split("{{number}}") as [string, string];
      const total = new RegExp(`${before}(\\d+)${after}`).exec(shown)?.[1];
      const { text: all } = await getPage(api, to);
      expect(Number(total), words).to.be.above(10);
      expect(all).to.match(new RegExp(`(โครงการ|บริการ) ${total} (โครงการ|บริการ)`));
      expect(shown, "is not all").to.match(/แสดง \d+ รายการแรก/);
    });

  it("lead to the rest of the agencies that a search found, and of the entries about a case", async () => {
    const { data } = await api.ask<{ agencies: { nodes: { nameTh: string }[] } }>(
      '{ agencies(query: "80001") { nodes { nameTh } } }',
    );
    const path = `/search?q=${encodeURIComponent(data!.agencies.nodes[0]!.nameTh)}`;
    for (const [address, name, total] of [
      [path, "agencies", "201"],
      [`/search?q=0x${SUBJECT}`, "entries", "21"],
    ] as const) {
      const first = await getPage(api, address);
      expect(first.text).to.include(`แสดง 20 จากทั้งหมด ${total} รายการ`);
      const second = await getPage(api, next(first.html, name, "/search"));
      expect(second.status).to.equal(200);
      expect(second.text, "and back").to.include(th.pagination.first);
    }
  });

  it("say how many a search found where all are shown", async () => {
    const { text } = await getPage(api, "/search?q=th.go.copy11");
    expect(text).to.include("พบ 1 รายการ").and.not.include("รายการแรก");
  });

  it("lead to the rest of what needs attention from the home page", async () => {
    const { html } = await getPage(api, "/");
    const main = html.slice(html.indexOf("<main"), html.indexOf("</main"));
    expect(attributes(main, "a", "href"))
      .to.include("/flags/milestone-overdue")
      .and.include("/flags");
  });

  for (const path of [`/p/${CODE}`, `/agency/${AGENCY}`, "/flags"]) {
    it(`are named apart for readers who hear the page: ${path}`, async () => {
      const { page, context, complaints } = await reader(api.url, { width: 390 });
      await page.goto(path, { waitUntil: "networkidle" });
      expect(await violations(page)).to.deep.equal([]);
      await page.locator("a[rel=next]").last().click();
      await page.getByText(th.pagination.first).first().waitFor();
      expect(complaints).to.deep.equal([]);
      await context.close();
    });
  }

  it("have what waits longest for an answer first: later flags do not displace it", async () => {
    const late = genuine.filter(({ unanswered }) => unanswered);
    expect(late, "the demonstration has one that was never answered").to.have.length.above(0);
    const first = await getPage(api, "/flags");
    expect(first.text).to.include(`แสดง 50 จากทั้งหมด ${60 + genuine.length} รายการ`);
    const shown = attributes(first.html, "a", "href");
    for (const { provenance } of late) expect(shown).to.include(`/tx/${provenance.txHash}`);
    const second = await getPage(api, next(first.html, "after", "/flags"));
    const all = [...shown, ...attributes(second.html, "a", "href")];
    for (const { provenance } of genuine) expect(all).to.include(`/tx/${provenance.txHash}`);
  });

  it("of flags begin with those that wait, the oldest first; the rest follow, the newest first", async () => {
    const query = `query ($code: Int!) { agency(code: $code) { flags(orderBy: WAITING, first: 1000) { nodes { state flagId } } } }`;
    const { data } = await api.ask<{
      agency: { flags: { nodes: { state: string; flagId: string }[] } };
    }>(query, { code: AGENCY });
    const { nodes } = data!.agency.flags;
    const open = nodes.filter(({ state }) => state === "OPEN").map(({ flagId }) => Number(flagId));
    expect(nodes.slice(0, open.length).every(({ state }) => state === "OPEN")).to.equal(true);
    expect(open, "the oldest first").to.deep.equal(open.toSorted((a, b) => a - b));
    const decided = nodes.slice(open.length).map(({ flagId }) => Number(flagId));
    expect(decided, "the newest first").to.deep.equal(decided.toSorted((a, b) => b - a));
  });
});

import { expect } from "chai";
import { concat, type Log } from "ethers";
import type { Browser, Page } from "playwright-core";
import pg from "pg";
import { registrar } from "../../scripts/demo/cast.ts";
import { launchBrowser } from "../../scripts/platform/browser.ts";
import { flagText } from "../../sdk/import/texts.ts";
import { redFlagRule } from "../../sdk/redflags/index.ts";
import { th } from "../../web/i18n/th/index.ts";
import { startApi, type ApiFixture } from "../support/api.ts";

const CODE = "TH-2568-91001-000002-55";
const NUMBER = "67119524001";
/** Has an obligation over several years. */
const OBLIGED = "TH-2568-91002-000002-71";

/** What the reader's browser found, and the rows of the comparison when something differs. */
type Found = { steps: string[]; mark: string; rows: string[][]; compared: string };

/** Where an event stands, as the mirror's columns hold it. */
type Place = { address: Buffer; block: number; txHash: Buffer; logIndex: number };

const bytes = (hex: string) => Buffer.from(hex.slice(2), "hex");
const placeOf = ({ address, blockNumber, transactionHash, index }: Log): Place => ({
  address: bytes(address),
  block: blockNumber,
  txHash: bytes(transactionHash),
  logIndex: index,
});

/** A contract that logs its input: the first four words as topics, the rest as data. */
const REPEATER = "0x601d8060093d393df3" + "60803603608060003760603560403560203560003560803603" + "6000a400";

describe("web: the reader's own check", function () {
  this.timeout(240_000);
  let api: ApiFixture;
  let browser: Browser;
  let database: pg.Client;
  before(async () => {
    api = await startApi();
    browser = await launchBrowser();
    database = new pg.Client({ connectionString: api.mirror.database.url });
    await database.connect();
  });
  after(async () => {
    await browser?.close();
    await database?.end();
    await api?.stop();
  });

  async function open(path: string): Promise<Page> {
    const page = await browser.newPage({ baseURL: api.url, viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(60_000);
    await page.goto(path);
    return page;
  }

  /** Starts the check of `subject` on the page and waits for its end. */
  async function check(path: string, subject: string, ledger?: string): Promise<Found> {
    const page = await open(path);
    await page.getByRole("button", { name: `${th.verify.mark.unchecked}: ${subject}`, exact: true }).click();
    const dialog = page.getByRole("dialog");
    if (ledger) {
      await dialog.locator("summary").click();
      await dialog.getByRole("textbox").fill(ledger);
      await dialog.getByRole("button", { name: th.verify.source.use }).click();
    }
    await dialog.getByRole("button", { name: th.verify.start }).click();
    await dialog.getByRole("button", { name: th.verify.again }).waitFor();
    const marks = [th.verify.mark.agrees, th.verify.mark.differs, th.verify.mark.unknown];
    const lines = (await dialog.innerText()).split("\n").map((line) => line.trim());
    const found = {
      steps: await dialog.locator("ol li").allInnerTexts(),
      mark: marks.find((mark) => lines.includes(mark)) ?? lines.join(" / "),
      compared: lines.find((line) => line.startsWith(`${th.verify.compared}: `)) ?? "",
      rows: await Promise.all(
        (await dialog.locator("tbody tr").all()).map((row) => row.locator("th, td").allInnerTexts()),
      ),
    };
    await page.close();
    return found;
  }

  /**
   * With the mirror altered by hand, as somebody with access to the database could; until the index moves on, only an API
   * that remembers no answers shows it.
   */
  async function altered<Result>(change: string, back: string, work: () => Promise<Result>): Promise<Result> {
    expect((await database.query(change)).rowCount, change).to.equal(1);
    await api.restart();
    try {
      return await work();
    } finally {
      await database.query(back);
    }
  }

  /** With the newest row of a table taken out of the mirror, and put back after. */
  async function without<Result>(table: string, key: string, work: () => Promise<Result>): Promise<Result> {
    const taken = await database.query<{ row: string; key: string }>(
      `SELECT to_jsonb(a)::text AS row, ${key}::text AS key FROM mirror.${table} a ORDER BY a.${key} DESC LIMIT 1`,
    );
    const row = database.escapeLiteral(taken.rows[0]!.row);
    return altered(
      `DELETE FROM mirror.${table} WHERE ${key}::text = ${database.escapeLiteral(taken.rows[0]!.key)}`,
      `INSERT INTO mirror.${table} SELECT * FROM jsonb_populate_record(NULL::mirror.${table}, ${row})`,
      work,
    );
  }

  /** The entry of the imported file, told once more by a contract that repeats whatever it is given. */
  async function anchoredElsewhere(): Promise<{ own: Place; right: Place }> {
    const { provider, deployment } = api.mirror.demo;
    const { address } = deployment.contracts["ImportAnchor"]!;
    const [right] = await provider.getLogs({ address, fromBlock: 0 });
    const signer = registrar.connect(provider);
    const free = { gasPrice: 0n, gasLimit: 1_000_000n };
    const deployed = await (await signer.sendTransaction({ data: REPEATER, ...free })).wait();
    const to = deployed!.contractAddress!;
    const data = concat([...right!.topics, right!.data]);
    const told = await (await signer.sendTransaction({ to, data, ...free })).wait();
    expect(told!.logs[0]).to.deep.include({ topics: right!.topics, data: right!.data });
    await api.mirror.reaches(told!.blockNumber);
    return { own: placeOf(told!.logs[0]!), right: placeOf(right!) };
  }

  const subjects: [string, string, string][] = [
    ["a year's money", "/", "ยอดรวมปีงบประมาณ 2569"],
    ["a year's ceiling", "/", th.home.verifyYear.replace("{{year}}", "2569")],
    ["an overdue milestone", "/", "งวดงานเลขที่ 7"],
    ["a project's money", `/p/${CODE}`, `เงินของโครงการ ${CODE}`],
    ["one budget line", `/p/${CODE}`, "วงเงินที่ 2"],
    ["a contract", `/p/${CODE}`, "สัญญา DS-15/2568"],
    ["a milestone", `/p/${CODE}`, "งวดงานเลขที่ 6"],
    ["a payment", `/p/${CODE}`, "รายการจ่ายที่ 8"],
    ["money carried forward", `/p/${CODE}`, th.project.moves.title],
    ["a revision", "/p/TH-2568-91002-000001-74", th.project.moves.title],
    ["an obligation over several years", `/p/${OBLIGED}`, th.project.moves.title],
    ["an agency's money", "/agency/91001", "ยอดรวมของหน่วยงาน"],
    ["a project in the list of all", "/projects", `เงินของโครงการ ${CODE}`],
    ["a project in its agency's list", "/agency/91001", `เงินของโครงการ ${CODE}`],
    ["a project in the list of what was reported", `/reported?q=${NUMBER}`, `โครงการเลขที่ ${NUMBER}`],
    ["a reported project that was searched for", `/search?q=${NUMBER}`, `โครงการเลขที่ ${NUMBER}`],
    ["a whole register", "/integrity", "ทะเบียน: ทะเบียนการจ่ายเงิน"],
    ["how many there are on the ledger", "/", th.home.verifyCounts],
    ["what needs attention", "/", th.home.verifyAttention],
    ["all reported data", "/", th.home.verifyReported],
    ["a reported project", `/verify?code=${NUMBER}`, `โครงการเลขที่ ${NUMBER}`],
    ["a reported project with each of its contracts", `/reported/egp:${NUMBER}`, `โครงการเลขที่ ${NUMBER}`],
    ["an imported file", "/imports/1", "ชุดข้อมูลที่ 1"],
    ["an imported file in the list of all", "/imports", "ชุดข้อมูลที่ 1"],
    ["a project by its code", `/verify?code=${CODE}`, `เงินของโครงการ ${CODE}`],
  ];
  for (const [name, path, subject] of subjects) {
    it(`agrees on ${name}, and says what was done`, async () => {
      const { mark, steps } = await check(path, subject);
      expect(mark).to.equal(th.verify.mark.agrees);
      expect(steps.length).to.be.greaterThan(1);
      expect(steps[0]).to.include(`${api.url}/rpc`).and.include("31337");
    });
  }

  it("asks the address that the reader chose, and nobody else", async () => {
    const own = api.mirror.demo.chain.rpcUrl;
    const { mark, steps } = await check(`/p/${CODE}`, "งวดงานเลขที่ 6", own);
    expect(mark).to.equal(th.verify.mark.agrees);
    expect(steps[0]).to.include(own).and.not.include("/rpc");
  });

  it("says that it cannot be checked when nobody answers there, and claims nothing", async () => {
    const { mark, rows } = await check(`/p/${CODE}`, "งวดงานเลขที่ 6", "http://127.0.0.1:9");
    expect(mark).to.equal(th.verify.mark.unknown);
    expect(rows).to.deep.equal([]);
  });

  it("does not agree on a milestone whose accepted sum was altered", async () => {
    const row = "milestone_id = 6";
    const { mark, rows } = await altered(
      `UPDATE mirror.milestone SET accepted = accepted + 5000 WHERE ${row}`,
      `UPDATE mirror.milestone SET accepted = accepted - 5000 WHERE ${row}`,
      () => check(`/p/${CODE}`, "งวดงานเลขที่ 6"),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows).to.deep.equal([[th.checks.field.accepted, "1,000,050.00 บาท", "1,000,000.00 บาท"]]);
  });

  for (const [path, id] of [
    [`/p/${CODE}`, 6],
    ["/", 7],
  ] as const) {
    it(`does not agree on a milestone of ${path} whose day was altered`, async () => {
      const change = (sign: string) =>
        `UPDATE mirror.milestone SET due_at = due_at ${sign} 86400 WHERE milestone_id = ${id}`;
      const { mark, rows } = await altered(change("-"), change("+"), () => check(path, `งวดงานเลขที่ ${id}`));
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows.map(([item]) => item)).to.deep.equal([th.checks.field.dueAt]);
      expect(rows[0]![1]).to.not.equal(rows[0]![2]);
    });
  }

  it("does not agree on a budget line whose year, type, source or end was altered", async () => {
    const at = "WHERE line_id = 2";
    const { mark, rows } = await altered(
      `UPDATE mirror.appropriation_line SET year = year + 1, expense_type = expense_type + 1,
       fund_source = 'NO-' || fund_source, closed = NOT closed ${at}`,
      `UPDATE mirror.appropriation_line SET year = year - 1, expense_type = expense_type - 1,
       fund_source = substr(fund_source, 4), closed = NOT closed ${at}`,
      () => check(`/p/${CODE}`, "วงเงินที่ 2"),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    const { fiscalYear, expenseType, fundSource, closed } = th.checks.field;
    expect(rows.map(([item]) => item)).to.deep.equal([fiscalYear, expenseType, fundSource, closed]);
    expect(rows[0]!.slice(1)).to.deep.equal(["2569", "2568"]);
    for (const [, said, ledger] of rows) expect(said).to.not.equal(ledger);
  });

  it("agrees on an amended contract, and does not when the mirror hides its amendment", async () => {
    const found = await database.query<{ project: string; kind: number; number: string; bps: string }>(
      `SELECT project, contract_kind AS kind, contract_number AS number, increase_bps::text AS bps
       FROM mirror.commitment WHERE amendments = 1 AND increase_bps > 0 ORDER BY commitment_id LIMIT 1`,
    );
    const { project, kind, number, bps } = found.rows[0]!;
    const { PURCHASE_ORDER, CONTRACT } = th.words.commitmentKind;
    const subject = `${kind === 0 ? PURCHASE_ORDER : CONTRACT} ${number}`;
    const agreed = await check(`/p/${project}`, subject);
    expect(agreed.mark).to.equal(th.verify.mark.agrees);
    expect(agreed.compared).to.include(th.checks.field.amendments).and.include(th.checks.field.increaseBps);
    const change = (amendments: number, increase: string) =>
      `UPDATE mirror.commitment SET amendments = ${amendments}, increase_bps = ${increase}
       WHERE contract_number = '${number}'`;
    const { mark, rows } = await altered(change(0, "0"), change(1, bps), () =>
      check(`/p/${project}`, subject),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    const percent = `${Math.round(Number(bps) / 10) / 10}%`;
    expect(rows).to.deep.equal([
      [th.checks.field.amendments, "0", "1"],
      [th.checks.field.increaseBps, "0%", percent],
    ]);
  });

  for (const path of ["/projects", "/agency/91001"]) {
    it(`does not agree on a project's row of ${path} when one of its lines was altered`, async () => {
      const row = "line_id = (SELECT min(line_id) FROM mirror.appropriation_line WHERE project = $code)";
      const change = (sign: string) =>
        `UPDATE mirror.appropriation_line SET paid = paid ${sign} 5000 WHERE ${row.replace("$code", `'${CODE}'`)}`;
      const { mark, rows } = await altered(change("+"), change("-"), () =>
        check(path, `เงินของโครงการ ${CODE}`),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows.map(([item]) => item)).to.deep.equal([th.checks.field.paid]);
    });
  }

  it("does not agree on a contract that was put into the mirror: the ledger has no such entry", async () => {
    const forged = '{"commitment_id": 999, "contract_number": "FAKE-1/2568"}';
    const { mark, rows } = await altered(
      `INSERT INTO mirror.commitment SELECT (jsonb_populate_record(c, '${forged}')).* FROM mirror.commitment c
       WHERE project = '${CODE}' LIMIT 1`,
      "DELETE FROM mirror.commitment WHERE commitment_id = 999",
      () => check(`/p/${CODE}`, "สัญญา FAKE-1/2568"),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows.length).to.be.above(1);
    for (const [, , ledger] of rows) expect(ledger).to.equal(th.checks.noEntry);
  });

  for (const path of [`/verify?code=${NUMBER}`, `/reported?q=${NUMBER}`, `/search?q=${NUMBER}`]) {
    it(`does not agree on a reported project whose budget was altered, on ${path}`, async () => {
      const row = `value = '${NUMBER}'`;
      const { mark, rows } = await altered(
        `UPDATE mirror.reported_project SET budget = budget + 100 WHERE ${row}`,
        `UPDATE mirror.reported_project SET budget = budget - 100 WHERE ${row}`,
        () => check(path, `โครงการเลขที่ ${NUMBER}`),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows).to.deep.equal([[th.checks.field.budget, "1,481.00 บาท", "1,480.00 บาท"]]);
    });
  }

  it("does not agree on a contract of a reported project whose price was altered", async () => {
    const row = `reported_id = (SELECT reported_id FROM mirror.reported_project WHERE value = '${NUMBER}')`;
    const { mark, rows } = await altered(
      `UPDATE mirror.reported_contract SET agreed = agreed + 100 WHERE ${row}`,
      `UPDATE mirror.reported_contract SET agreed = agreed - 100 WHERE ${row}`,
      () => check(`/reported/egp:${NUMBER}`, `โครงการเลขที่ ${NUMBER}`),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows).to.have.length(1);
    expect(rows[0]!.map((text) => text.replace(/^.*: /, ""))).to.deep.equal([
      th.checks.contract.replace("{{number}}", "–"),
      "1,481.00 บาท",
      "1,480.00 บาท",
    ]);
  });

  const moves: [name: string, path: string, table: string, column: string, where: string, item: string][] = [
    [
      "money carried forward",
      CODE,
      "carry_forward",
      "amount",
      `project = '${CODE}'`,
      "กันเงินจากวงเงินที่ 2 ไปวงเงินที่ 12",
    ],
    [
      "a revision",
      "TH-2568-91002-000001-74",
      "revision_move",
      "amount",
      "revision_id = 1",
      "โอนจากวงเงินที่ 4 ไปวงเงินที่ 5",
    ],
    ["an obligation", OBLIGED, "obligation", "total", "obligation_id = 1", "ภาระผูกพันข้ามปีที่ 1 รวม"],
    [
      "an obligation's year",
      OBLIGED,
      "obligation_year",
      "amount",
      "obligation_id = 1 AND year = 2569",
      "ภาระผูกพันข้ามปีที่ 1 ปี 2569",
    ],
  ];
  for (const [name, code, table, column, where, item] of moves) {
    it(`does not agree on the sum of ${name} that was altered`, async () => {
      const change = (sign: string) =>
        `UPDATE mirror.${table} SET ${column} = ${column} ${sign} 100 WHERE ${where}`;
      const { mark, rows } = await altered(change("+"), change("-"), () =>
        check(`/p/${code}`, th.project.moves.title),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows.map(([of]) => of)).to.deep.equal([item]);
    });
  }

  it("does not agree on a year whose ceiling was altered", async () => {
    const { mark, rows } = await altered(
      "UPDATE mirror.fiscal_year SET ceiling = ceiling + 100 WHERE year = 2569",
      "UPDATE mirror.fiscal_year SET ceiling = ceiling - 100 WHERE year = 2569",
      () => check("/", th.home.verifyYear.replace("{{year}}", "2569")),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows.map(([item]) => item)).to.deep.equal([th.checks.field.ceiling]);
  });

  it("does not agree on an overdue milestone of the home page whose amount was altered", async () => {
    const { mark, rows } = await altered(
      "UPDATE mirror.milestone SET amount = amount + 100 WHERE milestone_id = 7",
      "UPDATE mirror.milestone SET amount = amount - 100 WHERE milestone_id = 7",
      () => check("/", "งวดงานเลขที่ 7"),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows.map(([item]) => item)).to.deep.equal([th.checks.field.amount]);
  });

  it("does not agree on a file of the list that is told to have more rows", async () => {
    const { mark, rows } = await altered(
      "UPDATE mirror.import_batch SET row_count = row_count + 1 WHERE batch_id = 1",
      "UPDATE mirror.import_batch SET row_count = row_count - 1 WHERE batch_id = 1",
      () => check("/imports", "ชุดข้อมูลที่ 1"),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows).to.deep.equal([[th.checks.field.rowCount, "251", "250"]]);
  });

  it("compares in a list what the list shows, and nothing else", async () => {
    const { compared } = await check(`/search?q=${NUMBER}`, `โครงการเลขที่ ${NUMBER}`);
    expect(compared).to.include(th.checks.field.title).and.include(th.checks.field.budget);
    expect(compared).to.not.include(th.checks.field.agreed);
  });

  describe("of a signal", () => {
    const title = (rule: string) => redFlagRule(rule)!.title.th;
    type Signal = {
      subjectKey: string;
      inputs: { name: string; value: string }[];
      reportedProject: { scheme: string; number: string } | null;
      milestone: { milestoneId: string; projectCode: string } | null;
    };

    async function first(rule: string): Promise<Signal> {
      const { data } = await api.ask<{ redFlags: { nodes: Signal[] } }>(
        `{ redFlags(rule: ["${rule}"]) { nodes { subjectKey inputs { name value }
          reportedProject { scheme number } milestone { milestoneId projectCode } } } }`,
      );
      return data!.redFlags.nodes[0]!;
    }

    for (const rule of ["contradiction", "milestone-overdue", "one-person-two-duties"]) {
      it(`agrees on the page of its rule: ${rule}`, async () => {
        const { subjectKey, reportedProject } = await first(rule);
        const { mark, compared } = await check(
          `/flags/${rule}`,
          `${title(rule)} (${reportedProject?.number ?? subjectKey})`,
        );
        expect(mark).to.equal(th.verify.mark.agrees);
        for (const { label } of redFlagRule(rule)!.inputs) expect(compared).to.include(label.th);
      });
    }

    it("agrees on the page of the project that it concerns, of the ledger and reported", async () => {
      const { milestone } = await first("milestone-overdue");
      const { reportedProject } = await first("contradiction");
      const { scheme, number } = reportedProject!;
      const pages = [
        [`/p/${milestone!.projectCode}`, title("milestone-overdue")],
        [`/reported/${scheme}:${number}`, title("contradiction")],
      ] as const;
      for (const [path, subject] of pages)
        expect((await check(path, subject)).mark, path).to.equal(th.verify.mark.agrees);
    });

    it("does not agree when the mirror tells another day of a milestone", async () => {
      const { subjectKey } = await first("milestone-overdue");
      const change = (sign: string) =>
        `UPDATE mirror.milestone SET due_at = due_at ${sign} 86400 WHERE milestone_id = ${subjectKey}`;
      const { mark, rows } = await altered(change("-"), change("+"), () =>
        check("/flags/milestone-overdue", `${title("milestone-overdue")} (${subjectKey})`),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows.map(([item]) => item)).to.deep.equal(["กำหนดส่ง"]);
    });

    it("does not agree when the mirror accuses a milestone that was accepted, and says that the rule does not hold", async () => {
      const found = await database.query<{ id: string }>(
        "SELECT milestone_id::text AS id FROM mirror.milestone WHERE state = 3 ORDER BY milestone_id LIMIT 1",
      );
      const { id } = found.rows[0]!;
      const change = (state: number) =>
        `UPDATE mirror.milestone SET state = ${state} WHERE milestone_id = ${id}`;
      const { mark, rows } = await altered(change(2), change(3), () =>
        check("/flags/milestone-overdue", `${title("milestone-overdue")} (${id})`),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows.at(-1)).to.deep.equal([
        title("milestone-overdue"),
        th.checks.signal.holds,
        th.checks.signal.holdsNot,
      ]);
    });

    it("does not agree when the mirror accuses a reported project of what its file does not say", async () => {
      const { reportedProject } = await first("contradiction");
      const { number } = reportedProject!;
      const change = (from: string, to: string) =>
        `UPDATE mirror.reported_flag SET code = '${to}' WHERE code = '${from}' AND reported_id =
         (SELECT reported_id FROM mirror.reported_project WHERE value = '${number}')`;
      const codes = ["REFERENCE_ABOVE_BUDGET", "SIGNED_BEFORE_ANNOUNCED"] as const;
      const { mark, rows } = await altered(change(...codes), change(codes[1], codes[0]), () =>
        check("/flags/contradiction", `${title("contradiction")} (${number})`),
      );
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows).to.deep.equal([
        ["ข้อขัดแย้งที่พบ", flagText.SIGNED_BEFORE_ANNOUNCED.th, flagText.REFERENCE_ABOVE_BUDGET.th],
      ]);
    });
  });

  it("asks neither the ledger nor for a file before a reader of a list wants it", async () => {
    const page = await browser.newPage({ baseURL: api.url, viewport: { width: 1280, height: 900 } });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    for (const path of ["/projects", "/reported", "/flags/contradiction", `/search?q=${NUMBER}`]) {
      await page.goto(path, { waitUntil: "networkidle" });
      const mark = page.getByRole("button", { name: new RegExp(`^${th.verify.mark.unchecked}: `) });
      await mark.first().isEnabled();
    }
    expect(asked.filter((path) => /^\/(rpc|documents)/.test(path))).to.deep.equal([]);
    await page.close();
  });

  it("does not agree on a file that the ledger knows by another number", async () => {
    const { mark, rows } = await altered(
      "UPDATE mirror.import_batch SET batch_id = 7 WHERE batch_id = 1",
      "UPDATE mirror.import_batch SET batch_id = 1 WHERE batch_id = 7",
      () => check("/imports/7", "ชุดข้อมูลที่ 7"),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows).to.deep.equal([[th.checks.field.batchId, "7", "1"]]);
  });

  const filters = {
    "a province": { province: "เชียงใหม่" },
    "words with Thai digits": { q: "จำนวน ๑ รายการ" },
    "an agency by part of its name": { q: "เทศบาล" },
    "a number": { q: NUMBER },
    "a range of budgets": { min: "1000", max: "50000" },
    "a note of the import": { flag: "REFERENCE_ABOVE_BUDGET" },
    "one file": { batch: "1", source: "egp", year: "2568" },
  };
  for (const [name, filter] of Object.entries(filters)) {
    it(`agrees on the totals of reported data that ${name} leaves`, async () => {
      const path = `/reported?${new URLSearchParams(filter)}`;
      const { mark, steps } = await check(path, th.reported.verifyTotals);
      expect(mark).to.equal(th.verify.mark.agrees);
      expect(steps.at(-1)).to.include("250");
    });
  }

  it("does not agree on filtered totals when the mirror's budget of one project was altered", async () => {
    const row = `value = '${NUMBER}'`;
    const { mark, rows } = await altered(
      `UPDATE mirror.reported_project SET budget = budget + 100 WHERE ${row}`,
      `UPDATE mirror.reported_project SET budget = budget - 100 WHERE ${row}`,
      () => check(`/reported?q=${NUMBER}`, th.reported.verifyTotals),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows).to.deep.equal([[th.checks.reported.budget, "1,481.00 บาท", "1,480.00 บาท"]]);
  });

  it("does not agree on the number of agencies when one was taken out of the mirror", async () => {
    const { mark, rows } = await without("agency", "code", () => check("/", th.home.verifyCounts));
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows.map(([item]) => item)).to.deep.equal([th.checks.counted.agencies]);
  });

  const counted: [
    thing: keyof typeof th.checks.counted,
    table: string,
    key: string,
    path: string,
    mark: string,
  ][] = [
    ["projects", "project", "code", "/projects", th.projects.verifyCounts],
    ["agencies", "agency", "code", "/projects?state=ACTIVE", th.projects.verifyAgencies],
    ["flags", "flag", "flag_id", "/flags", th.flags.verifyCount],
    ["imports", "import_batch", "batch_id", "/imports", th.imports.verifyCount],
  ];
  for (const [thing, table, key, path, subject] of counted) {
    it(`counts ${thing} on ${path} anew: agrees, and does not when the mirror lacks one`, async () => {
      expect((await check(path, subject)).mark).to.equal(th.verify.mark.agrees);
      const { mark, rows } = await without(table, key, () => check(path, subject));
      expect(mark).to.equal(th.verify.mark.differs);
      expect(rows.map(([item]) => item)).to.deep.equal([th.checks.counted[thing]]);
    });
  }

  it("does not agree on an empty list of reported projects when the mirror hides the one that there is", async () => {
    const change = (current: boolean) =>
      `UPDATE mirror.reported_project SET current = ${current} WHERE value = '${NUMBER}'`;
    const { mark, rows } = await altered(change(false), change(true), () =>
      check(`/reported?q=${NUMBER}`, th.reported.verifyTotals),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows[0]).to.deep.equal([th.checks.reported.count, "0", "1"]);
  });

  it("does not agree on overdue milestones when one of them was hidden", async () => {
    const late = "state IN (1, 2, 4, 5) AND due_at < (SELECT block_timestamp FROM mirror.checkpoint)";
    const found = await database.query<{ id: string; state: number }>(
      `SELECT milestone_id::text AS id, state FROM mirror.milestone WHERE ${late} ORDER BY milestone_id LIMIT 1`,
    );
    const { id, state } = found.rows[0]!;
    const { mark, rows } = await altered(
      `UPDATE mirror.milestone SET state = 3 WHERE milestone_id = ${id}`,
      `UPDATE mirror.milestone SET state = ${state} WHERE milestone_id = ${id}`,
      () => check("/", th.home.verifyAttention),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows.map(([item]) => item)).to.deep.equal([th.checks.counted.overdue]);
  });

  it("says why the number of refused entries cannot be checked here", async () => {
    const { mark, rows, steps } = await check("/", th.home.verifyRefused);
    expect(mark).to.equal(th.verify.mark.unknown);
    expect([rows, steps]).to.deep.equal([[], []]);
  });

  it("does not believe what a contract says that the ledger's directory does not list", async () => {
    const impostor = await anchoredElsewhere();
    const restore = async (place: Place) => {
      await database.query("UPDATE mirror.journal SET address = $1 WHERE contract = 'ImportAnchor'", [
        place.address,
      ]);
      for (const [table, which] of [
        ["import_batch", "batch_id = 1"],
        ["event", "name = 'BatchAnchored'"],
      ] as const) {
        const change = `UPDATE mirror.${table} SET block = $1, tx_hash = $2, log_index = $3 WHERE ${which}`;
        const { rowCount } = await database.query(change, [place.block, place.txHash, place.logIndex]);
        expect(rowCount, table).to.equal(1);
      }
    };
    await restore(impostor.own);
    await api.restart();
    try {
      const { mark, rows } = await check("/imports/1", "ชุดข้อมูลที่ 1");
      expect(mark).to.equal(th.verify.mark.unknown);
      expect(rows).to.deep.equal([]);
    } finally {
      await restore(impostor.right);
    }
  });

  it("does not agree on a line that was taken out of the mirror: the sum shows it", async () => {
    const row = "line_id = 12";
    const { mark, rows } = await altered(
      `UPDATE mirror.appropriation_line SET project = 'TH-2568-91001-000001-58' WHERE ${row}`,
      `UPDATE mirror.appropriation_line SET project = '${CODE}' WHERE ${row}`,
      () => check(`/p/${CODE}`, `เงินของโครงการ ${CODE}`),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows.map(([item]) => item)).to.include(th.checks.field.committed);
  });
});

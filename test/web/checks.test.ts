import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import pg from "pg";
import { launchBrowser } from "../../scripts/platform/browser.ts";
import { th } from "../../web/i18n/th/index.ts";
import { startApi, type ApiFixture } from "../support/api.ts";

const CODE = "TH-2568-91001-000002-55";
const NUMBER = "67119524001";

/** What the reader's browser found, and the rows of the comparison when something differs. */
type Found = { steps: string[]; mark: string; rows: string[][] };

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

  const subjects: [string, string, string][] = [
    ["a year's money", "/", "ยอดรวมปีงบประมาณ 2569"],
    ["a project's money", `/p/${CODE}`, `เงินของโครงการ ${CODE}`],
    ["one budget line", `/p/${CODE}`, "วงเงินที่ 2"],
    ["a contract", `/p/${CODE}`, "สัญญา DS-15/2568"],
    ["a milestone", `/p/${CODE}`, "งวดที่ 6"],
    ["a payment", `/p/${CODE}`, "รายการจ่ายที่ 8"],
    ["an agency's money", "/agency/91001", "ยอดรวมของหน่วยงาน"],
    ["a whole register", "/integrity", "ทะเบียน: ทะเบียนการจ่ายเงิน"],
    ["a reported project", `/verify?code=${NUMBER}`, `โครงการเลขที่ ${NUMBER}`],
    ["an imported file", "/imports/1", "ชุดข้อมูลที่ 1"],
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
    const { mark, steps } = await check(`/p/${CODE}`, "งวดที่ 6", own);
    expect(mark).to.equal(th.verify.mark.agrees);
    expect(steps[0]).to.include(own).and.not.include("/rpc");
  });

  it("says that it cannot be checked when nobody answers there, and claims nothing", async () => {
    const { mark, rows } = await check(`/p/${CODE}`, "งวดที่ 6", "http://127.0.0.1:9");
    expect(mark).to.equal(th.verify.mark.unknown);
    expect(rows).to.deep.equal([]);
  });

  it("does not agree on a milestone whose accepted sum was altered", async () => {
    const row = "milestone_id = 6";
    const { mark, rows } = await altered(
      `UPDATE mirror.milestone SET accepted = accepted + 5000 WHERE ${row}`,
      `UPDATE mirror.milestone SET accepted = accepted - 5000 WHERE ${row}`,
      () => check(`/p/${CODE}`, "งวดที่ 6"),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows).to.deep.equal([[th.checks.field.accepted, "1,000,050.00 บาท", "1,000,000.00 บาท"]]);
  });

  it("does not agree on a reported project whose budget was altered", async () => {
    const row = `value = '${NUMBER}'`;
    const { mark, rows } = await altered(
      `UPDATE mirror.reported_project SET budget = budget + 100 WHERE ${row}`,
      `UPDATE mirror.reported_project SET budget = budget - 100 WHERE ${row}`,
      () => check(`/verify?code=${NUMBER}`, `โครงการเลขที่ ${NUMBER}`),
    );
    expect(mark).to.equal(th.verify.mark.differs);
    expect(rows).to.deep.equal([[th.checks.field.budget, "1,481.00 บาท", "1,480.00 บาท"]]);
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

import { expect } from "chai";
import { readFileSync } from "node:fs";
import pg from "pg";
import { th } from "../../web/i18n/th/index.ts";
import { site, visit } from "./support/site.ts";

const CODE = "TH-2568-91001-000001-58";
const SEARCHED = "คอนกรีต";

describe("a citizen's way", function () {
  this.timeout(180_000);

  it("leads from a Thai word to a project, to a check by the reader's own browser, to a file", async () => {
    const { page, context, problems, strangers } = await visit("/");
    await page.getByRole("main").getByRole("searchbox").fill(SEARCHED);
    await page.getByRole("main").getByRole("button", { name: th.shell.search }).click();
    await page.waitForURL(/\/search\?q=/);
    await page.getByRole("main").getByRole("link", { name: SEARCHED }).first().click();
    await page.waitForURL(`**/p/${CODE}`);
    await page.getByRole("heading", { level: 1, name: new RegExp(SEARCHED) }).waitFor();

    const main = page.getByRole("main");
    await main.getByRole("button", { name: th.verify.mark.unchecked }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: th.verify.start }).click();
    await dialog.getByText(th.verify.mark.agrees, { exact: true }).waitFor();
    expect(await dialog.getByRole("listitem").count(), "steps in plain words").to.be.greaterThan(1);
    const evidence = page.waitForEvent("download");
    await dialog.getByRole("button", { name: th.verify.evidence }).click();
    const proof = JSON.parse(readFileSync(await (await evidence).path(), "utf8")) as Record<string, unknown>;
    expect(proof).to.include({ type: "prongsai-evidence", chainId: 31_337 });
    await dialog.getByRole("button", { name: th.verify.close }).click();

    const download = page.waitForEvent("download");
    await main
      .getByRole("link", { name: th.table.csv })
      .or(main.getByRole("button", { name: th.table.csv }))
      .first()
      .click();
    const csv = readFileSync(await (await download).path(), "utf8");
    expect(csv.startsWith("\uFEFF"), "a byte order mark for Thai Excel").to.equal(true);
    expect(csv.trim().split("\n").length).to.be.greaterThan(1);
    expect(problems).to.deep.equal([]);
    expect(strangers, "nobody else is asked").to.deep.equal([]);
    await context.close();
  });

  it("puts reported data in order on a phone, where the heads of the table stand above its cards", async () => {
    const { page, context, problems } = await visit("/reported", 390);
    const heads = page.getByRole("table").getByRole("columnheader").getByRole("link");
    expect(await heads.count()).to.be.greaterThan(2);
    for (const head of await heads.all()) {
      const { width, height } = (await head.boundingBox())!;
      expect(Math.min(width, height), "large enough for a finger").to.be.at.least(24);
    }
    await heads.filter({ hasText: th.reported.columns.budget }).click();
    await page.waitForURL(/order=budget/);
    const sums = page
      .getByRole("table")
      .getByRole("row")
      .locator(`[data-label="${th.reported.columns.budget}"]`);
    const inOrder = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
    const isReady = (numbers: readonly number[]) =>
      numbers.length > 10 && String(numbers) === String(inOrder(numbers));
    const read = async () =>
      (await sums.allInnerTexts()).map((text) => Number(text.replaceAll(/[^\d.]/g, "")));
    // The address changes before the rows do, and for a moment there are none.
    let shown = await read();
    for (const end = Date.now() + 20_000; Date.now() < end && !isReady(shown);) shown = await read();
    expect(shown.length).to.be.greaterThan(10);
    expect(shown).to.deep.equal(inOrder(shown));
    await context.close();
    expect(problems).to.deep.equal([]);
  });

  it("downloads exactly the filtered view of what was reported", async () => {
    const word = "คอมพิวเตอร์";
    const { page, context, problems } = await visit(`/reported?q=${encodeURIComponent(word)}`);
    const caption = page.getByRole("main").getByRole("status").filter({ hasText: /\d/ });
    const shown = await caption.first().innerText();
    const count = Number(/([\d,]+)/.exec(shown)![1]!.replaceAll(",", ""));
    expect(count).to.be.within(1, 249);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: th.table.csv }).click();
    const lines = readFileSync(await (await download).path(), "utf8")
      .trim()
      .split("\r\n");
    expect(lines.length - 1).to.equal(count);
    expect(lines.slice(1).every((line) => line.includes(word))).to.equal(true);
    expect(problems).to.deep.equal([]);
    await context.close();
  });
});

describe("a row that somebody altered in the mirror", function () {
  this.timeout(180_000);
  let client: pg.Client;
  before(async () => {
    const { api } = await site();
    client = new pg.Client({ connectionString: api.mirror.database.url });
    await client.connect();
  });
  after(() => client.end());

  it("is shown as not matching, with what the page says beside what the ledger says", async () => {
    const raise = (by: number) =>
      client.query(
        `UPDATE mirror.appropriation_line SET paid = paid + $1
         WHERE line_id = (SELECT min(line_id) FROM mirror.appropriation_line WHERE project = $2)`,
        [by, CODE],
      );
    await raise(100);
    // Until the index moves on, only an API that remembers no answers shows it.
    const { api } = await site();
    await api.restart();
    try {
      const { page, context } = await visit(`/p/${CODE}`);
      await page.getByRole("main").getByRole("button", { name: th.verify.mark.unchecked }).first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name: th.verify.start }).click();
      await dialog.getByText(th.verify.mark.differs, { exact: true }).waitFor();
      const row = dialog.getByRole("row", { name: th.checks.field.paid });
      const [said, ledger] = await row.getByRole("cell").allInnerTexts();
      expect(said).to.equal("4,770,001.00 บาท");
      expect(ledger).to.equal("4,770,000.00 บาท");
      await context.close();
    } finally {
      await raise(-100);
      await api.restart();
    }
  });
});

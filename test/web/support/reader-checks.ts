import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import type { Page } from "playwright-core";
import { launchBrowser } from "../../../scripts/platform/browser.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { startApi } from "../../support/api.ts";

/** What the reader's browser found, and the rows of the comparison when something differs. */
export type Found = {
  steps: string[];
  mark: string;
  rows: string[][];
  compared: string;
  /** path of the evidence file that the reader keeps, null where there is none */
  evidence: string | null;
};

/** The demonstration with a reader's browser before it and its mirror's database, to be altered, behind it. */
export type ReaderChecks = Awaited<ReturnType<typeof startReaderChecks>>;

export async function startReaderChecks() {
  const api = await startApi();
  const browser = await launchBrowser();
  const database = new pg.Client({ connectionString: api.mirror.database.url });
  await database.connect();

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
    const keep = dialog.getByRole("button", { name: th.verify.evidence });
    let evidence: string | null = null;
    if ((await keep.count()) > 0) {
      const download = page.waitForEvent("download");
      await keep.click();
      evidence = join(api.mirror.demo.directory, `evidence-${randomUUID()}.json`);
      await (await download).saveAs(evidence);
    }
    await page.close();
    return { ...found, evidence };
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

  const stop = async () => {
    await browser.close();
    await database.end();
    await api.stop();
  };

  return { api, browser, database, check, altered, without, stop };
}

import { expect } from "chai";
import { readFileSync } from "node:fs";
import pg from "pg";
import { decodeCoseReceipt } from "../../../sdk/log/cose/index.ts";
import { parseReceipt } from "../../../sdk/log/receipt/index.ts";
import { en } from "../../../web/i18n/en/index.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { reader } from "../pages/support/browser.ts";
import { attributes, getPage } from "../pages/support/get-page.ts";
import { violations } from "../support/axe.ts";
import { filled } from "./support/filled.ts";

describe("pages: what a service logged", function () {
  this.timeout(180_000);

  const pathOf = async (index: number) => `/services/${(await filled()).logs.busy.service.name}/${index}`;

  /** Starts the reader's own check of an entry's page, in Thai, and waits for its end. */
  async function check(index: number) {
    const { url } = await filled();
    const { page, context, complaints } = await reader(url);
    await page.goto(await pathOf(index));
    await page.getByRole("main").getByRole("button", { name: th.verify.mark.unchecked }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: th.verify.start }).click();
    await dialog.getByRole("button", { name: th.verify.again }).waitFor();
    return { page, dialog, context, complaints };
  }

  it("is read in plain words, with who, when, where it is confirmed, and by whom it was seen", async () => {
    const { logs, ...api } = await filled();
    const { status, text, html } = await getPage(api, await pathOf(3));
    expect(status).to.equal(200);
    const { data } = await api.ask<{ action: { reading: { sentence: { th: string } } } }>(
      `query ($service: String!) { action(service: $service, index: 3) { reading { sentence { th } } } }`,
      { service: logs.busy.service.name },
    );
    expect(text).to.include(data!.action.reading.sentence.th);
    expect(text).to.include("สำนักงานตรวจเงินแผ่นดิน (สาธิต)").and.include("สำนักงบประมาณ (สาธิต)");
    expect(attributes(html, "a", "href").some((link) => link.startsWith("/tx/0x"))).to.equal(true);
  });

  it("agrees by the reader's own check, step by step", async () => {
    const { dialog, page, context, complaints } = await check(3);
    await dialog.getByText(th.action.check.agrees).waitFor();
    expect(await dialog.locator("ol li").count()).to.be.greaterThan(8);
    expect(await violations(page), "while the dialog is open").to.deep.equal([]);
    expect(complaints).to.deep.equal([]);
    await context.close();
  });

  it("does not agree when the mirror's record was altered, and shows both", async () => {
    const { logs, ...api } = await filled();
    const database = new pg.Client({ connectionString: api.mirror.database.url });
    await database.connect();
    const alter = (from: string, to: string) =>
      database.query(
        `UPDATE mirror.action a SET record = replace(record, $1, $2) FROM mirror.service s
         WHERE s.number = a.service AND s.name = $3 AND a.index = 4`,
        [from, to, logs.busy.service.name],
      );
    await alter('"v":1', '"v":2');
    await api.restart();
    try {
      const { dialog, context } = await check(4);
      await dialog.getByText(th.verify.mark.differs, { exact: true }).waitFor();
      await dialog.getByRole("row", { name: th.action.check.record }).waitFor();
      await context.close();
    } finally {
      await alter('"v":2', '"v":1');
      await api.restart();
      await database.end();
    }
  });

  it("does not agree when only what stands beside the record was altered", async () => {
    const { logs, ...api } = await filled();
    const database = new pg.Client({ connectionString: api.mirror.database.url });
    await database.connect();
    const move = (by: number) =>
      database.query(
        `UPDATE mirror.action a SET client_seq = a.client_seq + $1 FROM mirror.service s
         WHERE s.number = a.service AND s.name = $2 AND a.index = 5`,
        [by, logs.busy.service.name],
      );
    expect((await move(1000)).rowCount).to.equal(1);
    await api.restart();
    try {
      const { dialog, context } = await check(5);
      await dialog.getByText(th.verify.mark.differs, { exact: true }).waitFor();
      expect(await dialog.locator("tbody tr").count()).to.equal(1);
      await dialog.getByRole("row", { name: th.logCheck.action.clientSeq }).waitFor();
      await context.close();
    } finally {
      await move(-1000);
      await api.restart();
      await database.end();
    }
  });

  it("does not agree when it was added to the mirror behind the last one that the ledger has", async () => {
    const { logs, ...api } = await filled();
    const database = new pg.Client({ connectionString: api.mirror.database.url });
    await database.connect();
    const { name } = logs.busy.service;
    const { rows } = await database.query<{ columns: string }>(
      `SELECT string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns
       WHERE table_schema = 'mirror' AND table_name = 'action' AND column_name NOT IN ('action_id', 'index')`,
    );
    const { columns } = rows[0]!;
    const size = logs.told.records.length;
    const { rowCount } = await database.query(
      `INSERT INTO mirror.action (action_id, index, ${columns})
       SELECT (SELECT max(action_id) + 1 FROM mirror.action), $1, ${columns} FROM mirror.action
       WHERE index = 3 AND service = (SELECT number FROM mirror.service WHERE name = $2)`,
      [size, name],
    );
    expect(rowCount).to.equal(1);
    await api.restart();
    try {
      const { dialog, context } = await check(size);
      await dialog.getByText(th.verify.mark.differs, { exact: true }).waitFor();
      await dialog.getByText(th.action.check.differs).waitFor();
      await dialog.getByRole("row", { name: th.action.place }).waitFor();
      await context.close();
    } finally {
      await database.query(
        "DELETE FROM mirror.action WHERE index = $1 AND service = (SELECT number FROM mirror.service WHERE name = $2)",
        [size, name],
      );
      await api.restart();
      await database.end();
    }
  });

  it("follows an erasure to the entry that reports it, and says what it did not compare", async () => {
    const { logs } = await filled();
    const { dialog, context } = await check(logs.told.erased);
    await dialog.getByText(th.action.check.agrees).waitFor();
    expect(await dialog.innerText())
      .to.include(th.logCheck.action.erased)
      .and.include(th.logCheck.left.action);
    await context.close();
  });

  it("gives its receipt as a file, in JSON and as COSE", async () => {
    const { url } = await filled();
    const { page, context } = await reader(url);
    await page.goto(`/en${await pathOf(3)}`);
    const save = async (role: "link" | "button", name: string) => {
      const download = page.waitForEvent("download");
      await page.getByRole(role, { name }).click();
      return readFileSync(await (await download).path());
    };
    const receipt = parseReceipt((await save("link", en.action.check.receipt)).toString("utf8"));
    expect(receipt.index).to.equal(3);
    const cose = decodeCoseReceipt(new Uint8Array(await save("button", en.action.check.cose)));
    expect(cose.receipt?.leaf).to.equal(receipt.leaf);
    await context.close();
  });

  it("says what was erased and what was replaced, with the way to the entry that says so", async () => {
    const { logs, ...api } = await filled();
    const { erased, superseded, records } = logs.told;
    const gone = await getPage(api, `/en${await pathOf(erased)}`);
    expect(gone.text).to.include(en.action.payload.erased);
    const replaced = await getPage(api, `/en${await pathOf(superseded)}`);
    expect(attributes(replaced.html, "a", "href")).to.include(`/en${await pathOf(records.length - 1)}`);
    const newer = await getPage(api, `/en${await pathOf(records.length - 1)}`);
    expect(attributes(newer.html, "a", "href")).to.include(`/en${await pathOf(superseded)}`);
    const kept = await getPage(api, `/en${await pathOf(0)}`);
    expect(kept.text).to.include(en.action.payload.kept);
  });
});

describe("pages: a service", function () {
  this.timeout(180_000);

  it("shows silence, broken promises and what has not begun, in words", async () => {
    const { logs, url } = await filled();
    const { page, context } = await reader(url);
    await page.goto("/services");
    const row = (title: string) => page.getByRole("row").filter({ hasText: title });
    const { service: silent } = logs.silent;
    await row(silent.title.th).getByText(th.services.status.silent).waitFor();
    await row(silent.title.th).getByText("ผิดสัญญา 1 ครั้ง").waitFor();
    await row(logs.busy.service.title.th).getByText(th.services.status.working).waitFor();
    await row(logs.quiet.service.title.th).getByText(th.services.status.quiet).waitFor();
    expect(await page.getByRole("main").innerText()).to.include(silent.purpose.th);
    await page.goto(`/services/${silent.name}`);
    await page.getByText("มีคำสัญญาที่ถูกพิสูจน์ว่าผิด 1 ครั้ง").waitFor();
    await context.close();
  });

  it("holds its filter in the address, says what cannot be read, and finds one case", async () => {
    const { logs, ...api } = await filled();
    const { page, context } = await reader(api.url, { javaScriptEnabled: false });
    const path = `/services/${logs.busy.service.name}`;
    await page.goto(path);
    await page.getByLabel(th.service.actions.type).selectOption("complaint.created");
    await page.getByRole("button", { name: th.form.apply }).click();
    expect(new URL(page.url()).searchParams.get("type")).to.equal("complaint.created");
    const created = logs.told.records.filter(({ record }) => record.type === "complaint.created");
    const caption = page.getByRole("table").locator("caption");
    await caption.filter({ hasText: `${created.length} รายการ` }).waitFor();
    const { subject } = created[0]!.record;
    const about = logs.told.records.filter(({ record }) => record.subject === subject);
    await page.goto(`${path}?subject=${subject}`);
    await caption.filter({ hasText: `${about.length} รายการ` }).waitFor();
    await page.goto(`${path}?subject=0x12&from=31/02/2569`);
    const alert = page.getByRole("alert");
    await alert.getByText(th.service.actions.subjectWrong).waitFor();
    expect(await alert.getByRole("listitem").count()).to.equal(2);
    await page.goto(`/search?q=${subject}`);
    await page.getByRole("heading", { name: `${about.length} รายการ` }).waitFor();
    await context.close();
  });
});

import { expect } from "chai";
import pg from "pg";
import { en } from "../../../web/i18n/en/index.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { reader } from "../pages/support/browser.ts";
import { filled } from "./support/filled.ts";

/** The mark on a page, what it said in its steps and result, and the rows that differ. */
type Found = { mark: string; text: string; steps: string[]; rows: Map<string, string[]> };

describe("pages: the marks of services, lists and witnesses", function () {
  this.timeout(240_000);

  /** Starts the check of the page's figures as a whole, or of those that `label` names, and waits for its end. */
  async function check(
    path: string,
    texts: typeof th | typeof en = th,
    label: string = texts.logCheck.label,
  ): Promise<Found> {
    const { url } = await filled();
    const { page, context, complaints } = await reader(url);
    await page.goto(path);
    await page.getByText(label).getByRole("button").click({ timeout: 20_000 });
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: texts.verify.start }).click();
    await dialog.getByRole("button", { name: texts.verify.again }).waitFor();
    const text = await dialog.innerText();
    const marks = [texts.verify.mark.agrees, texts.verify.mark.differs, texts.verify.mark.unknown];
    const lines = text.split("\n").map((line) => line.trim());
    const rows = new Map<string, string[]>();
    for (const row of await dialog.locator("tbody tr").all()) {
      const [item = "", ...values] = await row.locator("th, td").allInnerTexts();
      rows.set(item, values);
    }
    const steps = await dialog.locator("ol li").allInnerTexts();
    expect(complaints).to.deep.equal([]);
    await context.close();
    return { mark: marks.find((one) => lines.includes(one)) ?? text, text, steps, rows };
  }

  /** With the mirror altered as its operator could; an API that remembers no answers shows it. */
  async function altered(
    changes: readonly (readonly [sql: string, values: unknown[]])[],
    work: () => Promise<void>,
  ): Promise<void> {
    const api = await filled();
    const database = new pg.Client({ connectionString: api.mirror.database.url });
    await database.connect();
    const tables = [
      "action",
      "agency",
      "broken_promise",
      "log_head",
      "log_cosignature",
      "log_reading",
      "service",
    ];
    try {
      for (const table of tables) await database.query(`CREATE TABLE kept_${table} AS TABLE mirror.${table}`);
      for (const [sql, values] of changes)
        expect((await database.query(sql, values)).rowCount, sql).to.be.greaterThan(0);
      await api.restart();
      await work();
    } finally {
      for (const table of tables) {
        await database.query(`DELETE FROM mirror.${table}`);
        await database.query(`INSERT INTO mirror.${table} SELECT * FROM kept_${table}`);
        await database.query(`DROP TABLE kept_${table}`);
      }
      await database.end();
      await api.restart();
    }
  }

  const ofService = "(SELECT service FROM mirror.service WHERE name = $1)";

  it("agrees on a service, names what was compared, and says what was not", async () => {
    const { logs } = await filled();
    const { mark, text, steps } = await check(`/en/services/${logs.busy.service.name}`, en);
    expect(mark).to.equal(en.verify.mark.agrees);
    for (const group of Object.values(en.logCheck.group)) {
      if (group === en.logCheck.group.promises) continue;
      expect(
        steps.some((step) => step.startsWith(`${group}: ${en.verify.step.holds}`)),
        group,
      ).to.equal(true);
    }
    expect(text).to.include(en.logCheck.left.service);
  });

  it("agrees on a service that is silent and broke a promise", async () => {
    const { logs } = await filled();
    const { mark, steps } = await check(`/services/${logs.silent.service.name}`);
    expect(mark).to.equal(th.verify.mark.agrees);
    expect(steps.some((step) => step.includes(th.logCheck.figure.brokenAt))).to.equal(true);
  });

  it("does not agree when the operator hides a broken promise, and says where", async () => {
    const { logs } = await filled();
    const { name } = logs.silent.service;
    const hide = [
      [`DELETE FROM mirror.broken_promise WHERE service = ${ofService}`, [name]],
      [`UPDATE mirror.log_head SET broken_promises = 0 WHERE service = ${ofService}`, [name]],
    ] as const;
    await altered(
      hide.map(([sql, values]) => [sql, [...values]]),
      async () => {
        const { mark, rows, steps } = await check(`/services/${name}`);
        expect(mark).to.equal(th.verify.mark.differs);
        expect(rows.get(th.logCheck.figure.brokenPromises)).to.deep.equal(["0", "1"]);
        const listed = [...rows].find(([item]) => item.startsWith(th.logCheck.figure.brokenAt));
        expect(listed?.[1][0]).to.equal(th.checks.none);
        expect(rows.size).to.equal(3);
        const failed = steps.filter((step) => step.includes(`: ${th.verify.step.fails}`));
        expect(failed).to.have.length(1);
        expect(failed[0]).to.include(th.logCheck.group.promises);
        const list = await check("/services");
        expect(list.mark).to.equal(th.verify.mark.differs);
        const item = `${th.logCheck.figure.brokenPromises} (บริการ ${name})`;
        expect([...list.rows]).to.deep.equal([[item, ["0", "1"]]]);
      },
    );
  });

  it("stands beside a state that says first what does not hold: no such service works as promised", async () => {
    const { logs, url } = await filled();
    const { name, title } = logs.busy.service;
    const contradicted = `UPDATE mirror.log_reading SET state = 'contradicted', error = 'INDEX_LOG_ENTRY'
      WHERE service = ${ofService} AND size = (SELECT max(size) FROM mirror.log_reading WHERE service = ${ofService})`;
    const broken = `UPDATE mirror.log_head SET broken_promises = 2 WHERE service = ${ofService}`;
    await altered(
      [
        [contradicted, [name]],
        [broken, [name]],
      ],
      async () => {
        for (const [path, texts] of [
          ["/services", th],
          [`/en/services/${name}`, en],
        ] as const) {
          const { page, context } = await reader(url);
          await page.goto(path);
          const main = page.getByRole(path === "/services" ? "row" : "main");
          const place = path === "/services" ? main.filter({ hasText: title.th }) : main;
          await place.getByText(texts.services.status.contradicted).waitFor();
          const said = await place.innerText();
          const { contradicted: first, logging, working } = texts.services.status;
          expect(said.indexOf(first)).to.be.lessThan(said.indexOf(logging));
          expect(said).to.include(logging).and.not.include(working);
          await context.close();
        }
      },
    );
  });

  it("does not agree when a witness, an anchor's time or a suspension is not as the ledger has it", async () => {
    const { logs } = await filled();
    const { name } = logs.busy.service;
    await altered(
      [
        [
          `DELETE FROM mirror.log_cosignature WHERE service = ${ofService} AND agency = (
            SELECT max(agency) FROM mirror.log_cosignature WHERE service = ${ofService})`,
          [name],
        ],
        [`UPDATE mirror.log_head SET anchored_at = anchored_at + 60 WHERE service = ${ofService}`, [name]],
        ["UPDATE mirror.service SET closed_at = registered_at WHERE name = $1", [name]],
      ],
      async () => {
        const { mark, rows } = await check(`/services/${name}`);
        expect(mark).to.equal(th.verify.mark.differs);
        const items = [...rows.keys()];
        expect(items).to.include(th.logCheck.figure.anchoredAt).and.include(th.logCheck.figure.closedAt);
        expect(items.some((item) => item.startsWith(th.logCheck.figure.cosigned))).to.equal(true);
        const witnesses = await check("/witnesses");
        expect(witnesses.mark).to.equal(th.verify.mark.differs);
        expect([...witnesses.rows.keys()].every((item) => item.includes(name))).to.equal(true);
        expect(witnesses.rows.size).to.equal(2);
      },
    );
  });

  it("agrees on the lists of services and of witnesses, and says that it compares codes of agencies", async () => {
    const services = await check("/en/services", en);
    expect(services.mark).to.equal(en.verify.mark.agrees);
    expect(services.text).to.include(en.logCheck.left.services);
    const witnesses = await check("/witnesses");
    expect(witnesses.mark).to.equal(th.verify.mark.agrees);
    expect(witnesses.text).to.include(th.logCheck.left.witnesses);
  });

  it("does not see that an agency was given another's name or an entry was left out, and says so", async () => {
    const { logs } = await filled();
    const { name, agency } = logs.busy.service;
    const renamed = "UPDATE mirror.agency SET name_en = 'Another office' WHERE code = $1";
    const number = "(SELECT number FROM mirror.service WHERE name = $1)";
    const hidden = `DELETE FROM mirror.action WHERE service = ${number} AND index = (
      SELECT max(index) FROM mirror.action WHERE service = ${number})`;
    await altered(
      [
        [renamed, [agency.code]],
        [hidden, [name]],
      ],
      async () => {
        const { mark, text } = await check(`/en/services/${name}`, en);
        expect(mark).to.equal(en.verify.mark.agrees);
        const left = text.slice(text.indexOf(en.verify.left));
        expect(left).to.include("names of agencies").and.include("no entry is missing");
      },
    );
  });

  it("says of a filtered list that nobody can tell from it whether it is whole", async () => {
    const { logs } = await filled();
    const { mark, text } = await check(`/en/services?agency=${logs.busy.service.agency.code}`, en);
    expect(mark).to.equal(en.verify.mark.agrees);
    expect(text).to.include(en.logCheck.left.servicesPart);
  });

  it("agrees on services that were searched for, and does not when one of them is told to have more entries", async () => {
    const { logs } = await filled();
    const { name } = logs.busy.service;
    const path = `/search?q=${encodeURIComponent(name)}`;
    expect((await check(path, th, th.search.verifyServices)).mark).to.equal(th.verify.mark.agrees);
    const more = `UPDATE mirror.log_head SET size = size + 1 WHERE service = ${ofService}`;
    await altered([[more, [name]]], async () => {
      const { mark, rows } = await check(path, th, th.search.verifyServices);
      expect(mark).to.equal(th.verify.mark.differs);
      expect([...rows.keys()]).to.deep.equal([`${th.logCheck.figure.size} (บริการ ${name})`]);
    });
  });
});

import { expect } from "chai";
import { readFileSync } from "node:fs";
import { th } from "../../../web/i18n/th/index.ts";
import { runningApi } from "../../api/support/running.ts";
import { reader } from "./support/browser.ts";
import { plain } from "./support/get-page.ts";

const WORD = "คอมพิวเตอร์";

describe("pages: without script", function () {
  this.timeout(120_000);

  it("lead from the first page by search to a project, on to reported data, and filter it", async () => {
    const { url, ask } = await runningApi();
    const { page, context, complaints } = await reader(url, { javaScriptEnabled: false });
    const main = page.getByRole("main");
    await page.goto("/");
    expect(await main.innerText()).to.include(th.home.lead);
    await main.getByRole("searchbox").fill("คอนกรีต");
    await main.getByRole("button", { name: th.shell.search }).click();
    await main
      .getByRole("link", { name: /คอนกรีต/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: /คอนกรีต/ }).waitFor();
    expect(new URL(page.url()).pathname).to.equal("/p/TH-2568-91001-000001-58");
    expect(await main.innerText())
      .to.include("4,770,000.00")
      .and.include(th.project.timeline);

    await page
      .getByRole("navigation", { name: th.shell.menu })
      .getByRole("link", { name: th.shell.nav.reported })
      .click();
    await page.getByLabel(th.reported.filter.words).fill(WORD);
    await page.getByLabel(th.reported.filter.year).selectOption("2568");
    await page.getByRole("button", { name: th.form.apply }).click();
    expect(new URL(page.url()).searchParams.get("q")).to.equal(WORD);
    const { data } = await ask<{ reportedProjects: { totalCount: number; nodes: { title: string }[] } }>(
      `query ($query: String) { reportedProjects(filter: { query: $query, fiscalYear: [2568] }, first: 50) {
        totalCount nodes { title } } }`,
      { query: WORD },
    );
    const { totalCount, nodes } = data!.reportedProjects;
    const rows = main.getByRole("table").getByRole("row");
    expect(await rows.count()).to.equal(Math.min(totalCount, nodes.length) + 1);
    const shown = plain(await main.innerText());
    for (const { title } of nodes) expect(shown).to.include(plain(title));
    expect(
      await page.getByLabel(th.reported.filter.words).inputValue(),
      "the form keeps what was asked",
    ).to.equal(WORD);

    await main.getByRole("columnheader", { name: th.reported.columns.budget }).getByRole("link").click();
    const address = new URL(page.url()).searchParams;
    expect([address.get("q"), address.get("order")]).to.deep.equal([WORD, "budget:asc"]);
    const amounts = await rows.locator("td:nth-child(5)").allInnerTexts();
    const values = amounts.map((text) => Number(text.replaceAll(",", "")));
    expect(values).to.deep.equal(values.toSorted((a, b) => a - b));

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: th.table.csv }).click();
    const csv = readFileSync(await (await download).path(), "utf8")
      .trim()
      .split("\r\n");
    expect(csv).to.have.lengthOf(totalCount + 1);

    await page.getByRole("button", { name: th.form.apply }).click();
    expect(new URL(page.url()).searchParams.get("order"), "the order survives a new filter").to.equal(
      "budget:asc",
    );
    await page.getByRole("link", { name: th.form.clear }).click();
    expect(new URL(page.url()).search).to.equal("");
    expect(complaints).to.deep.equal([]);
    await context.close();
  });

  it("say that a check needs script, and offer nothing that would do nothing", async () => {
    const { url } = await runningApi();
    for (const width of [320, 390, 1280]) {
      const { page, context } = await reader(url, { javaScriptEnabled: false, width });
      for (const path of [
        ...["/p/TH-2568-91001-000001-58", "/verify", "/compare", "/flags", "/integrity", "/services"],
        ...["/services/th.go.police.chatbot", "/services/th.go.police.chatbot/0", "/check-receipt"],
        ...["/catch-us", "/witnesses"],
      ]) {
        await page.goto(path);
        const offered = await page
          .locator("button:visible")
          .evaluateAll((buttons) =>
            buttons
              .filter((button) => (button as HTMLButtonElement).type !== "submit" && !button.closest("th"))
              .map((button) => button.textContent),
          );
        expect(offered, `${path} at ${width} px`).to.deep.equal([]);
        expect(await page.locator("body").innerText()).to.include(th.shell.withoutScript);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wider, path).to.be.at.most(0);
      }
      await page.goto("/p/TH-2568-91001-000001-58");
      expect(await page.getByRole("main").innerText()).to.include(th.verify.needsScript);
      const menu = page.getByRole("navigation", { name: th.shell.menu });
      expect(await menu.getByRole("link", { name: th.shell.nav.compare }).isVisible()).to.equal(true);
      await context.close();
    }
  });

  it("compare by a form", async () => {
    const { url } = await runningApi();
    const { page, context } = await reader(url, { javaScriptEnabled: false });
    await page.goto("/compare");
    await page.getByLabel(th.compare.by).selectOption("AGENCY");
    await page.getByRole("button", { name: th.form.apply }).click();
    expect(new URL(page.url()).searchParams.get("by")).to.equal("AGENCY");
    expect(await page.getByRole("table").innerText()).to.include("เทศบาลตำบลดอนสาธิต");
    const standing = page.getByRole("region", { name: th.shell.asOf.label });
    await standing.getByText(th.shell.demonstration, { exact: true }).waitFor();
    await page.getByLabel(th.compare.data, { exact: true }).selectOption("reported");
    await page.getByRole("button", { name: th.form.apply }).click();
    // Imported data are nobody's invention, and must not be called so.
    await standing.getByText(th.shell.demonstrationReal, { exact: true }).waitFor();
    await context.close();
  });
});

import { expect } from "chai";
import { globSync } from "node:fs";
import { join } from "node:path";
import { en } from "../../web/i18n/en/index.ts";
import { th } from "../../web/i18n/th/index.ts";
import { violations } from "./support/axe.ts";
import { startGallery, type Gallery } from "./support/gallery.ts";

const UI = join(import.meta.dirname, "../../web/ui");
/** They stand around every page, the gallery's too. */
const AROUND = ["page-shell"];

describe("web: components", function () {
  this.timeout(180_000);
  let gallery: Gallery;
  before(async () => (gallery = await startGallery()));
  after(() => gallery?.stop());

  it("each have examples", () => {
    const folders = globSync("*/", { cwd: UI }).map((folder) => folder.replace(/\/$/, ""));
    const shown = globSync("*/examples.tsx", { cwd: UI }).map((file) => file.split("/")[0]);
    expect(shown.sort()).to.deep.equal(folders.filter((folder) => !AROUND.includes(folder)).sort());
  });

  for (const language of ["th", "en"] as const) {
    // Both schemes at both widths, and both languages in both; the other half of the combinations would say the same.
    const combinations = { th: { light: 390, dark: 1280 }, en: { light: 1280, dark: 390 } }[language];
    for (const [colorScheme, width] of Object.entries(combinations) as ["light" | "dark", number][]) {
      it(`pass axe (${language}, ${colorScheme}, ${width} px)`, async () => {
        const { page, problems, close } = await gallery.open({ language, width, colorScheme });
        expect(await violations(page)).to.deep.equal([]);
        expect(problems, "nothing that the content security policy refuses").to.deep.equal([]);
        await close();
      });
    }

    it(`fit on a screen of 320 px (${language})`, async () => {
      const { page, close } = await gallery.open({ language, width: 320 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).to.equal(0);
      await close();
    });
  }

  it("can be read at twice the size of letters without scrolling sideways", async () => {
    const { page, close } = await gallery.open({ language: "th", width: 640 });
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "212.5%"));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).to.equal(0);
    await close();
  });

  it("verify: says step by step what it did, then what it found, and keeps the answer on the mark", async () => {
    const { page, close } = await gallery.open({ language: "th", width: 390 });
    const mark = page.getByRole("button", { name: `${th.verify.mark.unchecked}: งวดงานเลขที่ 1` });
    await mark.click();
    const dialog = page.getByRole("dialog");
    await dialog
      .getByRole("textbox", { name: th.verify.source.label, includeHidden: true })
      .waitFor({ state: "attached" });
    const summary = dialog.locator("summary");
    if (!(await dialog.getByRole("textbox").isVisible())) await summary.click();
    await dialog.getByRole("textbox").fill("http://127.0.0.1:9");
    await dialog.getByRole("button", { name: th.verify.source.use }).click();
    await dialog.getByRole("button", { name: th.verify.start }).click();
    await dialog.getByText(th.verify.mark.agrees, { exact: true }).waitFor();
    expect(await dialog.getByRole("listitem").allInnerTexts()).to.have.lengthOf(3);
    expect(await violations(page), "while the dialog is open").to.deep.equal([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: `${th.verify.mark.agrees}: งวดงานเลขที่ 1` }).waitFor();
    await close();
  });

  it("data table: sorts by keyboard, says so, and saves what is shown", async () => {
    const { page, close } = await gallery.open({ language: "en", width: 1280 });
    const table = page.getByRole("table", { name: "โครงการที่มีวงเงินสูงสุด" });
    const budgets = () => table.getByRole("cell", { name: /^[\d,]+\.\d\d$/ }).allInnerTexts();
    const head = table.getByRole("columnheader", { name: "งบประมาณ (บาท)" });
    await head.getByRole("button").focus();
    await page.keyboard.press("Enter");
    expect(await budgets()).to.deep.equal(["1,230.00", "1,480.00", "4,999,900.00"]);
    expect(await head.getAttribute("aria-sort")).to.equal("ascending");
    await page.keyboard.press("Enter");
    expect(await budgets()).to.deep.equal(["4,999,900.00", "1,480.00", "1,230.00"]);
    expect(await head.getAttribute("aria-sort")).to.equal("descending");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: en.table.csv }).first().click();
    expect((await download).suggestedFilename()).to.equal("projects.csv");
    await close();
  });

  it("data table: stays a table for screen readers when it becomes cards", async () => {
    const { page, close } = await gallery.open({ language: "th", width: 390 });
    const table = page.getByRole("table", { name: "โครงการที่มีวงเงินสูงสุด" });
    expect(await table.getByRole("row").count()).to.equal(4);
    expect(await table.getByRole("cell").count()).to.equal(9);
    await close();
  });

  it("error summary: takes the focus and leads to the field", async () => {
    const { page, close } = await gallery.open({ language: "th", width: 1280 });
    const alert = page.getByRole("alert").filter({ hasText: th.form.errorsTitle }).first();
    expect(await alert.evaluate((box) => document.activeElement === box)).to.equal(true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal("example-min");
    await close();
  });

  it("print foot: draws the permalink as a code on paper, and only there", async () => {
    const { page, close } = await gallery.open({ language: "th", width: 1280 });
    const code = page.getByRole("img", { name: th.shell.print.qr, includeHidden: true });
    await code.waitFor({ state: "attached" });
    expect(await code.isVisible()).to.equal(false);
    await page.emulateMedia({ media: "print" });
    expect(await code.isVisible()).to.equal(true);
    await close();
  });

  it("times: are read by machines as dates and instants", async () => {
    const { page, close } = await gallery.open({ language: "th", width: 1280 });
    const times = await page
      .locator("#time time")
      .evaluateAll((found) => found.map((one) => [one.getAttribute("datetime"), one.textContent]));
    expect(times).to.deep.equal([
      ["2024-11-29", "29 พฤศจิกายน 2567"],
      ["2024-11-28T18:00:00.000Z", "29 พฤศจิกายน 2567"],
      ["2024-11-29T07:05:00.000Z", "29 พฤศจิกายน 2567 เวลา 14:05 น."],
    ]);
    await close();
  });
});

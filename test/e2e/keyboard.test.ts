import { expect } from "chai";
import type { Page } from "playwright-core";
import { en } from "../../web/i18n/en/index.ts";
import { visit } from "./support/site.ts";

/** Name of what has the focus; the page itself, whose text holds every name, is nothing to press. */
const named = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement as HTMLElement;
    if (!focused.matches("a, button, input, select, summary, [role=button]")) return "";
    return focused.getAttribute("aria-label") ?? focused.innerText ?? "";
  });

/** Goes on with Tab until the focus stands on something of this name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press("Tab");
    const text = (await named(page)).trim();
    if (typeof name === "string" ? text === name : name.test(text)) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

describe("the explorer without a mouse", function () {
  this.timeout(180_000);

  it("can be searched, read and checked", async () => {
    const { page, context, problems } = await visit("/en");
    await page.keyboard.press("Tab");
    expect(await named(page), "the first stop skips to the content").to.equal(en.shell.skip);
    await page.keyboard.press("Enter");
    for (let i = 0; i < 30 && (await page.evaluate(() => document.activeElement?.tagName)) !== "INPUT"; i++)
      await page.keyboard.press("Tab");
    await page.keyboard.type("Don Sathit");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/en\/search/);
    await page
      .getByRole("main")
      .getByRole("link", { name: /Don Sathit/ })
      .first()
      .waitFor();
    await tabTo(page, /Don Sathit Subdistrict Municipality/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/en\/agency\/91001/);
    await page.getByRole("heading", { name: en.agency.money }).waitFor();
    await tabTo(page, new RegExp(`^${en.verify.mark.unchecked}`));
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await tabTo(page, en.verify.start);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByText(en.verify.mark.agrees, { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(await named(page), "the focus returns to the mark").to.include(en.verify.mark.agrees);
    expect(problems).to.deep.equal([]);
    await context.close();
  });
});

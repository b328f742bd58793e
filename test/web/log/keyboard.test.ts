import { expect } from "chai";
import type { Page } from "playwright-core";
import { th } from "../../../web/i18n/th/index.ts";
import { reader } from "../pages/support/browser.ts";
import { filled } from "./support/filled.ts";

const PRESSABLE = "a, button, input, select, textarea, summary, [role=button]";

/** What has the focus: its name, and whether a reader sees that it has it. */
const focused = (page: Page) =>
  page.evaluate((pressable) => {
    const element = document.activeElement as HTMLElement;
    if (!element.matches(pressable)) return { name: "", seen: true };
    const { outlineStyle, outlineWidth, clipPath } = getComputedStyle(element);
    const { width, height, top, bottom } = element.getBoundingClientRect();
    const name = element.getAttribute("aria-label") ?? (element.innerText.trim() || element.id);
    const isThere = width > 1 && height > 1 && bottom > 0 && top < innerHeight && clipPath === "none";
    return { name, seen: isThere && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
  }, PRESSABLE);

describe("pages: services without a mouse", function () {
  this.timeout(180_000);

  it("lead from the list to a service, an entry, its check, its receipt, and the check of the receipt", async () => {
    const { logs, url } = await filled();
    const { page, context, complaints } = await reader(url);
    const unseen: string[] = [];
    /** Goes on with Tab until the focus stands on something of this name; every stop on the way must show. */
    const tabTo = async (name: string | RegExp) => {
      for (let i = 0; i < 160; i++) {
        await page.keyboard.press("Tab");
        const stop = await focused(page);
        if (!stop.seen) unseen.push(`${new URL(page.url()).pathname}: ${stop.name}`);
        if (typeof name === "string" ? stop.name === name : name.test(stop.name)) return;
      }
      throw new Error(`the keyboard does not reach ${name}`);
    };
    /** Follows a link; the new page's title takes the focus when the page is there. */
    const follow = async (name: string, to: string | RegExp, shows: string) => {
      await tabTo(name);
      await page.keyboard.press("Enter");
      await page.waitForURL(to);
      await page.waitForFunction(() => document.activeElement?.tagName === "H1");
      await page.getByRole("main").getByRole("heading", { name: shows }).waitFor();
    };
    const { service } = logs.busy;

    await page.goto("/services");
    await page.locator("button.script-only:enabled").first().waitFor({ state: "attached" });
    await follow(service.title.th, `**/services/${service.name}`, th.service.anchors.title);
    const entries = page.getByRole("region", { name: th.service.actions.title });
    const newest = await entries.getByRole("table").getByRole("link").first().innerText();
    await follow(newest, /\/services\/.+\/\d+$/, th.action.check.title);

    await tabTo(new RegExp(`^${th.verify.mark.unchecked}`));
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await tabTo(th.verify.start);
    await page.keyboard.press("Enter");
    await dialog.getByText(th.action.check.agrees).waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect((await focused(page)).name, "the focus returns to the mark").to.include(th.verify.mark.agrees);

    await tabTo(th.action.check.receipt);
    const download = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    const file = await (await download).path();

    // Awaited from here on: a browser that learns late that it is listened to opens its own dialog.
    const chooser = page.waitForEvent("filechooser", { timeout: 120_000 });
    await follow(th.shell.nav.receipt, "**/check-receipt", th.receipt.bring);
    await page.getByText(th.receipt.readyOffline).waitFor();
    await tabTo("file");
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(file);
    await tabTo(th.receipt.check);
    await page.keyboard.press("Enter");
    await page.getByText(th.receipt.result.holdsTitle, { exact: true }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id), "the result is read first").to.equal(
      "receipt-result",
    );
    expect(unseen, "stops where nobody sees the focus").to.deep.equal([]);
    expect(complaints).to.deep.equal([]);
    await context.close();
  });
});

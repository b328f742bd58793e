import { expect } from "chai";
import { findPages } from "../../scripts/pictures/pages.ts";
import { runningApi } from "../api/support/running.ts";
import { reader } from "../web/pages/support/browser.ts";
import { startForDevelopment } from "../web/pages/support/development.ts";

/** Opens every page and says what the browser complained about, and what it asked besides the page. */
async function problemsAt(url: string, prefix: string, more: readonly string[] = []): Promise<string[]> {
  const found: string[] = [];
  // The nine projects look alike; one with everything and one that was cancelled stand for them.
  const pages = (await findPages(url)).filter(({ name }) => !/^project-[2-79]$/.test(name));
  for (const path of [...pages.map((one) => one.path), ...more]) {
    const address = `${prefix}${path === "/" && prefix ? "" : path}`;
    const { page, context, complaints, asked } = await reader(url);
    const answer = await page.goto(address);
    // As a server drew it, it cannot be pressed; when script has taken over, it can.
    const taken = page.locator("button.script-only:enabled").first().waitFor({ state: "attached" });
    await taken.catch(async () => {
      const text = (await page.locator("body").innerText()).slice(0, 300);
      const said = [`status ${answer?.status()}`, ...complaints, text].join(" | ");
      throw new Error(`no script took over ${address}: ${said}`);
    });
    await page.waitForLoadState("networkidle");
    // Chromium tells of a page's own status too.
    const others = complaints.filter((text) => !/status of 40[04]/.test(text));
    if (others.length > 0) found.push(`${address}: ${others.join(" | ").slice(0, 2_000)}`);
    if (asked.length !== 1) found.push(`${address}: asks ${asked.join(", ")}`);
    await context.close();
  }
  return found;
}

/** What the browser says to a page of which one attribute is other than script would write it. */
async function complaintsWhenAltered(url: string): Promise<string> {
  const { page, context, complaints } = await reader(url);
  await page.route("**/about", async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: (await response.text()).replace('hrefLang="en"', 'hrefLang="fr"'),
    });
  });
  await page.goto("/about");
  await page.locator("button.script-only:enabled").first().waitFor({ state: "attached" });
  await context.close();
  return complaints.join("\n");
}

/** Filters, orders, later pages, problems that the API tells: what is drawn differently from the plain page. */
const states = [
  "/reported?q=%E0%B8%8B%E0%B8%B7%E0%B9%89%E0%B8%AD&year=2568&order=budget:desc&min=x&unknown=1",
  "/projects?state=ACTIVE&flagged=1&order=paid:asc",
  "/compare?data=reported&by=PROVINCE&year=%E0%B9%92%E0%B9%95%E0%B9%96%E0%B9%98",
  "/verify?code=TH-2568-91001-000001-58",
  "/verify?code=x",
  "/search",
];

describe("pages: in a browser", function () {
  this.timeout(300_000);

  it("are taken over as they stand, asking nothing again", async () => {
    const { url } = await runningApi();
    expect(await problemsAt(url, "", [...states, "/reported?after=nonsense"])).to.deep.equal([]);
  });

  it("differ in nothing from what script draws, by React's own comparison", async () => {
    const { mirror } = await runningApi();
    const { url, stop } = await startForDevelopment(mirror);
    try {
      expect(await problemsAt(url, "/en", states)).to.deep.equal([]);
      expect(await complaintsWhenAltered(url), "and would tell").to.match(/hydrat/i);
    } finally {
      await stop();
    }
  });
});

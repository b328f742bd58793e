import type { BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../../../scripts/platform/browser.ts";
import { startApi, type ApiFixture } from "../../support/api.ts";

type Browser = Awaited<ReturnType<typeof launchBrowser>>;

let started: Promise<{ api: ApiFixture; browser: Browser }> | undefined;

/** The whole site over the demonstration, and a browser; started once for all files. */
export function site(): Promise<{ api: ApiFixture; browser: Browser }> {
  return (started ??= (async () => {
    const api = await startApi();
    return { api, browser: await launchBrowser() };
  })());
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the browser complained about: errors of scripts, refused by the content security policy, failed requests. */
  problems: string[];
  /** Origins that were asked besides the site's own. */
  strangers: string[];
}

/** A reader of their own: no cookies, no memory of other tests. */
export async function visit(path: string, width = 1280): Promise<Visit> {
  const { api, browser } = await site();
  const context = await browser.newContext({ viewport: { width, height: 900 }, baseURL: api.url });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const problems: string[] = [];
  const strangers: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== api.url) strangers.push(origin);
  });
  await page.goto(path);
  await page.locator("h1").waitFor();
  return { page, context, problems, strangers };
}

after(async function () {
  this.timeout(60_000);
  const running = await started?.catch(() => undefined);
  await running?.browser.close();
  await running?.api.stop();
});

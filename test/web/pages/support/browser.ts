import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../../../../scripts/platform/browser.ts";

let launched: Promise<Browser> | undefined;

export interface Reader {
  page: Page;
  context: BrowserContext;
  /** Whatever the browser wrote to its console as a warning or an error, and errors of scripts. */
  complaints: string[];
  /** Method and path of what was asked besides files of the build. */
  asked: string[];
}

/** A reader of their own; without script when `javaScriptEnabled` is false. */
export async function reader(
  baseURL: string,
  options: { javaScriptEnabled?: boolean; width?: number } = {},
): Promise<Reader> {
  const browser = await (launched ??= launchBrowser());
  const { javaScriptEnabled = true, width = 1280 } = options;
  const context = await browser.newContext({ baseURL, javaScriptEnabled, viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (["warning", "error"].includes(message.type())) complaints.push(message.text());
  });
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (!/^\/(assets\/|favicon)/.test(pathname)) asked.push(`${request.method()} ${pathname}`);
  });
  return { page, context, complaints, asked };
}

after(async () => {
  await (await launched)?.close();
});

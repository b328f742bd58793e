import type { Browser, Page } from "playwright-core";
import { buildWeb, webFolder } from "../../../scripts/build/web.ts";
import { launchBrowser } from "../../../scripts/platform/browser.ts";
import { serveFolder } from "../../../scripts/platform/serve-folder.ts";

export interface Gallery {
  /** Opens the page of all component examples; `problems` grows with what the browser complains about. */
  open(options: {
    language: "th" | "en";
    width: number;
    colorScheme?: "light" | "dark";
  }): Promise<{ page: Page; problems: string[]; close(): Promise<void> }>;
  stop(): Promise<void>;
}

/** The component gallery, built and served under the content security policy of the pages. */
export async function startGallery(): Promise<Gallery> {
  await buildWeb("gallery");
  const served = await serveFolder(webFolder("gallery"), "gallery.html");
  const browser: Browser = await launchBrowser();
  return {
    open: async ({ language, width, colorScheme = "light" }) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") problems.push(message.text());
      });
      await page.goto(`${served.url}/?lang=${language}`);
      await page.locator("h1").waitFor();
      return { page, problems, close: () => context.close() };
    },
    stop: async () => {
      await browser.close();
      await served.close();
    },
  };
}

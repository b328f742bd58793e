// `npm run shots [-- URL]`: pictures of every page at 390 and 1280 px in both languages, of the instance at URL
// (default http://127.0.0.1:8080); `npm run shots -- gallery` pictures the components instead. They go to shots/.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { buildWeb, webFolder } from "./build/web.ts";
import { launchBrowser } from "./platform/browser.ts";
import { serveFolder } from "./platform/serve-folder.ts";
import { findPages } from "./pictures/pages.ts";

const folder = join(import.meta.dirname, "../shots");
const widths = [390, 1280];
const schemes = process.argv.includes("--dark") ? (["dark"] as const) : (["light"] as const);
const only = process.argv.find((word) => word.startsWith("--only="))?.slice(7);
const [target = "http://127.0.0.1:8080"] = process.argv.slice(2).filter((word) => !word.startsWith("--"));

async function shoot(page: Page, name: string, url: string): Promise<void> {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(url, { waitUntil: "networkidle" });
  for (let y = 0; y < (await page.evaluate(() => document.body.scrollHeight)); y += 700) {
    await page.evaluate((top) => window.scrollTo(0, top), y);
    await page.waitForTimeout(30);
  }
  await page.waitForTimeout(400);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (overflow > 0) problems.push(`${overflow} px wider than the screen`);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  console.log(`${name}${problems.length ? `  ✘ ${problems.join("; ")}` : ""}`);
}

mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
let served: { url: string; close(): Promise<void> } | undefined;
try {
  let pages: { name: string; path: string }[];
  let base = target;
  if (target === "gallery") {
    await buildWeb("gallery");
    served = await serveFolder(webFolder("gallery"), "gallery.html");
    base = served.url;
    pages = [
      { name: "gallery-th", path: "/?lang=th" },
      { name: "gallery-en", path: "/?lang=en" },
    ];
  } else {
    const found = await findPages(base);
    pages = found.flatMap(({ name, path }) => [
      { name: `${name}-th`, path },
      { name: `${name}-en`, path: `/en${path === "/" ? "" : path}` },
    ]);
  }
  for (const colorScheme of schemes) {
    for (const width of widths) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        locale: "th-TH",
      });
      // The face is asked for and kept, as on a reader's second page.
      const first = await context.newPage();
      await first.goto(base, { waitUntil: "networkidle" });
      await first.close();
      for (const { name, path } of pages) {
        if (only && !name.includes(only)) continue;
        const page = await context.newPage();
        await shoot(page, `${name}-${width}${colorScheme === "dark" ? "-dark" : ""}`, base + path);
        await page.close();
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await served?.close();
}

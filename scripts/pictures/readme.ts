// The README's four pictures, of the instance at URL: `node scripts/pictures/readme.ts [URL]`. They go to docs/pictures/.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { th } from "../../web/i18n/th/index.ts";
import { launchBrowser } from "../platform/browser.ts";

const [base = "http://127.0.0.1:8080"] = process.argv.slice(2);
const folder = join(import.meta.dirname, "../../docs/pictures");

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly first?: (page: Page) => Promise<void>;
}

const desk = { width: 1280, height: 860 };
const phone = { width: 390, height: 860 };

/** A reader's own check, carried out to its end. */
async function verify(page: Page): Promise<void> {
  const main = page.getByRole("main");
  await main.getByRole("button", { name: th.verify.mark.unchecked }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: th.verify.start }).click();
  await dialog.getByText(th.verify.mark.agrees, { exact: true }).waitFor();
}

const pictures: readonly Picture[] = [
  { name: "home", path: "/", size: desk },
  { name: "verify", path: "/p/TH-2568-91001-000001-58", size: desk, first: verify },
  { name: "refused", path: "/en/refused", size: desk },
  { name: "project-phone", path: "/p/TH-2568-91001-000001-58", size: phone },
];

mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
try {
  for (const { name, path, size, first } of pictures) {
    const page = await browser.newPage({ viewport: size, baseURL: base, locale: "th-TH" });
    await page.goto(path, { waitUntil: "networkidle" });
    await page.evaluate(() => document.fonts.ready);
    await first?.(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.close();
    console.log(`docs/pictures/${name}.png`);
  }
} finally {
  await browser.close();
}

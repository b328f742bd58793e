// The README's six pictures, of the instance at URL: `node scripts/pictures/readme.ts [URL]`. They go to docs/pictures/.
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

const desk = { width: 1280, height: 790 };
const phone = { width: 390, height: 860 };

/** A reader's own check, carried out to its end. */
async function verify(page: Page): Promise<void> {
  const main = page.getByRole("main");
  await main.getByRole("button", { name: th.verify.mark.unchecked }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: th.verify.start }).click();
  await dialog.getByText(th.verify.mark.agrees, { exact: true }).waitFor();
}

/** Checks the receipt of the newest entry of a service, pasted as somebody would who was given it. */
async function checkReceipt(page: Page): Promise<void> {
  const query = "{ actions(first: 1) { nodes { serviceName index } } }";
  const found = await page.request.post("/graphql", { data: { query } });
  const { data } = (await found.json()) as {
    data: { actions: { nodes: { serviceName: string; index: number }[] } };
  };
  const { serviceName, index } = data.actions.nodes[0]!;
  const receipt = await page.request.get(`/v1/receipts/${serviceName}/${index}`);
  await page.getByLabel(th.receipt.text).fill(await receipt.text());
  await page.getByRole("button", { name: th.receipt.check }).click();
  await page.getByText(th.receipt.result.holdsTitle, { exact: true }).waitFor();
  await page.getByRole("heading", { name: th.receipt.result.title }).evaluate((heading) => {
    heading.scrollIntoView();
    (document.activeElement as HTMLElement).blur();
  });
}

const pictures: readonly Picture[] = [
  { name: "home", path: "/", size: desk },
  { name: "verify", path: "/p/TH-2568-91001-000001-58", size: desk, first: verify },
  { name: "refused", path: "/en/refused", size: desk },
  { name: "services", path: "/services", size: desk },
  { name: "receipt-phone", path: "/check-receipt", size: phone, first: checkReceipt },
  { name: "project-phone", path: "/p/TH-2568-91001-000001-58", size: phone },
];

mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ baseURL: base, locale: "th-TH" });
  // The face is asked for and kept, as on a reader's second page.
  const before = await context.newPage();
  await before.goto("/", { waitUntil: "networkidle" });
  await before.close();
  for (const { name, path, size, first } of pictures) {
    const page = await context.newPage();
    await page.setViewportSize(size);
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

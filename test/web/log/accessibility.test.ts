import { expect } from "chai";
import { formatReceipt } from "../../../sdk/log/receipt/index.ts";
import { en } from "../../../web/i18n/en/index.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { reader } from "../pages/support/browser.ts";
import { violations } from "../support/axe.ts";
import { filled } from "./support/filled.ts";

describe("pages: services and receipts", function () {
  this.timeout(240_000);

  for (const [language, prefix, texts] of [
    ["Thai", "", th],
    ["English", "/en", en],
  ] as const) {
    it(`in ${language}, on a phone and on a desk: no violation that axe finds, nothing wider than the screen, no error`, async () => {
      const { logs, url } = await filled();
      const { busy, silent, quiet, told } = logs;
      const { page, context, complaints } = await reader(url);
      const found: string[] = [];
      const look = async (name: string) => {
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (wider > 0) found.push(`${name}: ${wider} px wider than ${width}`);
          found.push(...(await violations(page)).map((text) => `${name} at ${width} px: ${text}`));
        }
      };
      for (const path of [
        "/services",
        // What is missing or broken looks alike in both languages.
        ...(language === "Thai"
          ? ["/services?q=nothing", `/services/${silent.service.name}`, `/services/${quiet.service.name}`]
          : []),
        `/services/${busy.service.name}`,
        `/services/${busy.service.name}/${told.superseded}`,
        "/catch-us",
        "/witnesses",
      ]) {
        await page.goto(prefix + path);
        await page.locator("button.script-only:enabled").first().waitFor({ state: "attached" });
        await look(path);
      }
      await page.goto(`${prefix}/check-receipt`);
      await page.getByText(texts.receipt.readyOffline).waitFor();
      await look("/check-receipt");
      await page.getByLabel(texts.receipt.text).fill(formatReceipt(await busy.receipt(3)));
      await page.getByRole("button", { name: texts.receipt.check }).click();
      await page.getByText(texts.receipt.result.holdsTitle, { exact: true }).waitFor();
      await look("/check-receipt with a result");
      expect(found).to.deep.equal([]);
      expect(complaints).to.deep.equal([]);
      await context.close();
    });
  }
});

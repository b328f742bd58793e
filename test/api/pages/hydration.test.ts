import { expect } from "chai";
import { findPages } from "../../../scripts/pictures/pages.ts";
import { runningApi } from "../support/running.ts";
import { reader } from "./support/browser.ts";

describe("pages: in a browser", function () {
  this.timeout(300_000);

  for (const prefix of ["", "/en"]) {
    it(`are taken over as they stand, asking nothing again (${prefix || "/"})`, async () => {
      const api = await runningApi();
      const found: string[] = [];
      for (const { name, path } of await findPages(api.url)) {
        const address = `${prefix}${path === "/" && prefix ? "" : path}`;
        const { page, context, complaints, asked } = await reader(api.url);
        await page.goto(address);
        // Drawn by a server it cannot be pressed; by script it can.
        await page.locator("button.script-only:enabled").first().waitFor({ state: "attached" });
        await page.waitForLoadState("networkidle");
        // Chromium tells a 404 on its console too.
        const others = complaints.filter((text) => !/status of 404/.test(text));
        if (others.length > 0) found.push(`${name}: ${others.join(" | ")}`);
        if (asked.length !== 1) found.push(`${name}: asks ${asked.join(", ")}`);
        await context.close();
      }
      expect(found).to.deep.equal([]);
    });
  }
});

import { expect } from "chai";
import { findPages } from "../../scripts/pictures/pages.ts";
import { violations } from "../web/support/axe.ts";
import { site, visit } from "./support/site.ts";

describe("every page", function () {
  this.timeout(600_000);

  for (const [language, prefix] of [
    ["Thai", ""],
    ["English", "/en"],
  ] as const) {
    for (const width of [390, 1280]) {
      it(`in ${language} at ${width} px: no violation that axe finds, nothing wider than the screen, no error`, async () => {
        const { api } = await site();
        const found: string[] = [];
        // The nine projects look alike; one with everything and one that was cancelled stand for them.
        const pages = (await findPages(api.url)).filter(({ name }) => !/^project-[2-79]$/.test(name));
        expect(pages.length).to.be.greaterThan(15);
        for (const { name, path } of pages) {
          const { page, context, problems, strangers } = await visit(
            `${prefix}${path === "/" && prefix ? "" : path}`,
            width,
          );
          await page.waitForLoadState("networkidle");
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (wider > 0) found.push(`${name}: ${wider} px wider than the screen`);
          if (strangers.length > 0) found.push(`${name}: asks ${strangers.join(", ")}`);
          if (name !== "not-found") found.push(...problems.map((problem) => `${name}: ${problem}`));
          for (const text of await violations(page)) found.push(`${name}: ${text.slice(0, 400)}`);
          await context.close();
        }
        expect(found).to.deep.equal([]);
      });
    }
  }
});

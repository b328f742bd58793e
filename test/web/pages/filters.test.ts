import { expect } from "chai";
import { en } from "../../../web/i18n/en/index.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { runningApi } from "../../api/support/running.ts";
import { attributes, getPage } from "./support/get-page.ts";

describe("pages: filters", function () {
  this.timeout(120_000);

  for (const path of ["/projects", "/compare", "/reported"]) {
    it(`say of a year that it is none, in both languages: ${path}`, async () => {
      const api = await runningApi();
      for (const [prefix, { form }, said] of [
        ["", th, "“abcd” ไม่ใช่ปีงบประมาณ"],
        ["/en", en, "“abcd” is not a fiscal year."],
      ] as const) {
        const { text, html } = await getPage(api, `${prefix}${path}?year=abcd`);
        expect(text).to.include(form.errorsTitle).and.include(said);
        expect(attributes(html, "a", "href")).to.include("#year");
        const right = await getPage(api, `${prefix}${path}?year=2568`);
        expect(right.text).not.to.include(form.errorsTitle);
      }
    });
  }
});

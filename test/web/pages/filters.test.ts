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

  for (const [path, field, wrong, right] of [
    ["/projects", "state", "99", "active"],
    ["/projects", "flagged", "0", "1"],
    ["/compare", "by", "colour", "agency"],
    ["/compare", "data", "x", "REPORTED"],
    ["/reported", "batch", "x", "1"],
    ["/services", "state", "ajar", "Open"],
  ] as const) {
    it(`say of ${wrong} that it cannot be chosen, and take ${right}, in both languages: ${path}?${field}`, async () => {
      const api = await runningApi();
      for (const [prefix, { form }] of [
        ["", th],
        ["/en", en],
      ] as const) {
        const { text, html } = await getPage(api, `${prefix}${path}?${field}=${wrong}`);
        expect(text).to.include(form.noChoice.replace("{{value}}", wrong));
        expect(attributes(html, "a", "href")).to.include(`#${field}`);
        const chosen = await getPage(api, `${prefix}${path}?${field}=${right}`);
        expect(chosen.text).not.to.include(form.errorsTitle);
      }
    });
  }

  it("say of an agency's code that it is none, and take it in Thai digits", async () => {
    const api = await runningApi();
    const { text } = await getPage(api, "/services?agency=กรมทาง");
    expect(text).to.include(th.form.noAgencyCode.replace("{{value}}", "กรมทาง"));
    expect((await getPage(api, "/services?agency=๙๑๐๐๑")).text).not.to.include(th.form.errorsTitle);
  });

  it("offer no comparison that is always empty without saying for which data it is, and say why there is nothing", async () => {
    const api = await runningApi();
    for (const [prefix, { compare }] of [
      ["", th],
      ["/en", en],
    ] as const) {
      for (const [data, by, only] of [
        ["ledger", "METHOD", "reported"],
        ["reported", "EXPENSE_TYPE", "ledger"],
      ] as const) {
        const { text } = await getPage(api, `${prefix}/compare?data=${data}&by=${by}`);
        expect(text).to.include(compare.onlyIn[only].replace("{{name}}", compare.grouping[by]));
        expect(text).to.include(compare.notIn[only]).and.not.include(compare.none);
        const other = await getPage(api, `${prefix}/compare?data=${only}&by=${by}`);
        expect(other.text).not.to.include(compare.notIn[only]).and.not.include(compare.none);
      }
    }
  });

  it("counts in a comparison what the chosen data have, and no groups of the other data", async () => {
    const api = await runningApi();
    const agencies = await getPage(api, "/compare?by=AGENCY");
    expect(agencies.text).not.to.include(th.pagination.next);
    const { data } = await api.ask<{ budgetTotals: { totalCount: number } }>(
      '{ budgetTotals(groupBy: AGENCY, filter: { source: ["egp", "ocds"] }) { totalCount } }',
    );
    const total = data!.budgetTotals.totalCount;
    const reported = await getPage(api, "/compare?data=reported&by=AGENCY");
    const rows = reported.html.match(/<tr[ >]/g)!.length;
    expect(rows, "a head, the groups and their sum").to.equal(Math.min(total, 30) + 2);
    const range = th.pagination.range.replace("{{shown}}", "30").replace("{{total}}", String(total));
    expect(reported.text.includes(range)).to.equal(total > 30);
  });

  it("say of the year with the most that it is a year", async () => {
    const api = await runningApi();
    expect((await getPage(api, "/compare")).text).to.match(/ปีงบประมาณ 25\d\d มากที่สุด/);
    expect((await getPage(api, "/en/compare")).text).to.match(/Fiscal year B\.E\. 25\d\d has the most/);
  });
});

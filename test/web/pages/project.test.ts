import { expect } from "chai";
import { en } from "../../../web/i18n/en/index.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { runningApi } from "../../api/support/running.ts";
import { attributes, getPage } from "./support/get-page.ts";

/** Its second milestone is overdue and was not delivered. */
const LATE = "TH-2568-91001-000002-55";
const CODE = "TH-2568-91001-000001-58";

describe("pages: a project", function () {
  this.timeout(120_000);

  it("says why a rule gives a signal in words, not in numbers of the contract", async () => {
    const { text } = await getPage(await runningApi(), `/p/${LATE}`);
    expect(text).to.include(`สถานะงวดงาน : ${th.words.milestoneState.SCHEDULED}`);
  });

  for (const [language, prefix, texts] of [
    ["th", "", th],
    ["en", "/en", en],
  ] as const) {
    it(`comes as HTML with its money, its course and its links (${language})`, async () => {
      const api = await runningApi();
      const { status, html, text, title, ...page } = await getPage(api, `${prefix}/p/${CODE}`);
      expect(status).to.equal(200);
      expect(page.language).to.equal(language);
      const { data } = await api.ask<{
        project: { title: Record<string, string>; events: { nodes: unknown[] } };
      }>(
        `query ($code: String!) { project(code: $code) { title { th en } events(first: 1) { nodes { cursor } } } }`,
        { code: CODE },
      );
      const name = data!.project.title[language]!;
      expect(title).to.equal(`${name} · ${texts.shell.name}`);
      expect(text).to.include(name).and.include(CODE).and.include(texts.project.money);
      expect(text, "what was paid, in baht").to.include("4,770,000.00");
      const links = attributes(html, "a", "href");
      expect(links).to.include(`${prefix}/agency/91001`);
      expect(links.some((link) => link.startsWith(`${prefix}/tx/0x`))).to.equal(true);
      expect(attributes(html, "link", "hreflang")).to.deep.equal(["th", "en", "x-default"]);
      expect(text).not.to.include(texts.states.loading);
    });
  }
});

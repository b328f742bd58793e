import { expect } from "chai";
import { matchPath } from "react-router";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findPages } from "../../../scripts/pictures/pages.ts";
import { redFlagRules } from "../../../sdk/redflags/index.ts";
import { registerNames } from "../../../sdk/registers.ts";
import { en } from "../../../web/i18n/en/index.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { runningApi } from "../../api/support/running.ts";
import { attributes, getPage, plain } from "./support/get-page.ts";

const routes = [
  ...readFileSync(join(import.meta.dirname, "../../../web/explorer/routes.ts"), "utf8").matchAll(
    /^ {2}"(\/[^"]*)":/gm,
  ),
].map(([, path]) => path!);

/** Words of the data that must stand on a page, whatever its language; asked of the API by other ways than the page's. */
async function wordsOf(name: string, path: string): Promise<string[]> {
  const { ask } = await runningApi();
  const one = async (query: string): Promise<string[]> => {
    const { data, errors } = await ask(query);
    if (errors) throw new Error(errors[0]!.message);
    return [...JSON.stringify(data).matchAll(/":"?([^"{}[\]]+)"?[,}]/g)].map(([, value]) => value!);
  };
  const key = decodeURIComponent(path.split("/").at(-1)!);
  if (name.startsWith("project-"))
    return [key, ...(await one(`{ project(code: "${key}") { agency { code } } }`)).slice(1)];
  if (name.startsWith("agency-"))
    return one(`{ agency(code: ${key}) { code projects(first: 3) { nodes { code } } } }`);
  if (name === "reported-project")
    return one(`{ reportedProject(id: "${key}") { number title agencyName } }`);
  if (name === "reported") return one(`{ reportedProjects(first: 3) { nodes { title } } }`);
  if (name === "reported-filtered")
    return one(`{ reportedProjects(filter: { query: "คอมพิวเตอร์" }, first: 9) { nodes { title } } }`);
  if (name === "search-road")
    return one(`{ reportedProjects(filter: { query: "ถนน" }, first: 2) { nodes { title } } }`);
  if (name === "home")
    return one(`{ events(first: 2, order: DESC) { nodes { projectCode } } }`).catch(() => []);
  if (name === "import-batch") return one(`{ importBatch(batchId: ${key}) { licence merkleRoot } }`);
  if (name.startsWith("service-th")) return one(`{ service(name: "${key}") { name } }`);
  if (name === "service-action") {
    const service = path.split("/").at(-2);
    return one(`{ action(service: "${service}", index: ${key}) { leaf subject schema } }`);
  }
  if (name === "block") return one(`{ block(number: ${key}) { hash } }`);
  if (name === "tx") return [key];
  return [];
}

describe("pages: every address", function () {
  this.timeout(240_000);

  it("of the explorer is among those that these tests open", async () => {
    const { url } = await runningApi();
    const opened = (await findPages(url)).map(({ path }) => path.split("?")[0]!);
    for (const route of routes)
      expect(
        opened.some((path) => matchPath(route, path)),
        route,
      ).to.not.equal(false);
  });

  for (const [language, prefix, texts, others] of [
    ["th", "", th, en],
    ["en", "/en", en, th],
  ] as const) {
    it(`answers with its content in HTML (${language})`, async function () {
      const api = await runningApi();
      for (const { name, path } of await findPages(api.url)) {
        const address = prefix + (path === "/" && prefix ? "" : path);
        const page = await getPage(api, address);
        const said = `${name} ${address}`;
        expect(page.status, said).to.equal(name === "not-found" ? 404 : 200);
        expect(page.language, said).to.equal(language);
        expect(page.title, said).to.match(new RegExp(`^.{3,} · ${texts.shell.name}$`));
        const headings = [...page.html.matchAll(/<h1[^>]*>([\s\S]*?)<\/h1>/g)];
        expect(headings, `${said}: one heading`).to.have.lengthOf(1);
        expect(plain(headings[0]![1]!.replace(/<[^>]*>/g, " ")), said).to.include(
          page.title.split(" · ").slice(0, -1).join(" · "),
        );
        expect(page.text, `${said}: nothing is still coming`).not.to.include(texts.states.loading);
        expect(page.text, `${said}: the frame is in one language`).to.include(texts.shell.footer.limits);
        expect(page.text, said).not.to.include(others.shell.footer.limits);
        for (const word of await wordsOf(name, path)) expect(page.text, said).to.include(plain(word));
        const links = attributes(page.html.replace(/<a\b[^>]*hrefLang[^>]*>/g, ""), "a", "href");
        const away = links.filter((link) => /^\/(?!documents|api|v1|feeds|ocds)/.test(link));
        if (prefix)
          for (const link of away) expect(link, `${said} keeps the language`).to.match(/^\/en($|[/?])/);
        expect(links.length, said).to.be.greaterThan(10);
        const [description] = attributes(
          page.html.slice(page.html.indexOf('<meta name="description"')),
          "meta",
          "content",
        );
        expect(description!.length, said).to.be.within(20, 500);
      }
    });
  }

  it("shows what its subject is made of", async () => {
    const api = await runningApi();
    const flags = await getPage(api, "/flags");
    for (const { title } of redFlagRules) expect(flags.text).to.include(title.th);
    const integrity = await getPage(api, "/en/integrity");
    for (const name of registerNames) expect(integrity.html).to.include(`"${name}"`);
    const { data } = await api.ask<{ refusals: { totalCount: number } }>("{ refusals { totalCount } }");
    const refused = await getPage(api, "/refused");
    expect(attributes(refused.html, "time", "datetime").length).to.be.at.least(data!.refusals.totalCount);
    const compare = await getPage(api, "/en/compare?by=AGENCY");
    expect(compare.text).to.include("Don Sathit Subdistrict Municipality").and.include(en.compare.total);
  });

  it("runs no script of the page itself and has no style in it", async () => {
    const api = await runningApi();
    for (const { path } of await findPages(api.url)) {
      const { html, headers } = await getPage(api, path);
      const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      expect(scripts).to.have.lengthOf(2);
      expect(scripts[0]).to.match(/ src="\/assets\/[\w-]+\.js"/);
      expect(scripts[1]).to.equal('<script type="application/json" id="page-state">');
      expect(html.slice(0, html.indexOf(scripts[1]!))).not.to.match(
        /<style\b|\sstyle=|\son[a-z]+=|javascript:/i,
      );
      const policy = headers.get("content-security-policy")!;
      expect(policy).not.to.match(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|data:|\*/);
      expect(policy)
        .to.match(/script-src 'self'/)
        .and.match(/default-src 'none'/);
    }
  });

  it("names itself and its other language", async () => {
    const api = await runningApi();
    for (const [address, canonical] of [
      ["/", "/"],
      ["/en", "/en"],
      ["/en/p/TH-2568-91001-000001-58", "/en/p/TH-2568-91001-000001-58"],
      [
        "/reported?order=budget:desc&q=&province=%E0%B8%99%E0%B9%88%E0%B8%B2%E0%B8%99&utm_source=x",
        "/reported?province=%E0%B8%99%E0%B9%88%E0%B8%B2%E0%B8%99",
      ],
    ] as const) {
      const { html } = await getPage(api, address);
      const bare = canonical.replace(/^\/en(?=\/|\?|$)/, "") || "/";
      const english = `/en${bare === "/" ? "" : bare}`;
      const links = [...html.matchAll(/<link rel="(canonical|alternate)"[^>]*>/g)].map(([tag]) => tag);
      const whole = (path: string) => `${api.url}${path}`;
      expect(links).to.deep.equal([
        `<link rel="canonical" href="${whole(canonical)}" />`,
        `<link rel="alternate" hreflang="th" href="${whole(bare)}" />`,
        `<link rel="alternate" hreflang="en" href="${whole(english)}" />`,
        `<link rel="alternate" hreflang="x-default" href="${whole(bare)}" />`,
      ]);
    }
    for (const address of ["/search?q=x", "/p/none", "/verify?code=1"]) {
      const { html } = await getPage(api, address);
      expect(html).to.include('<meta name="robots" content="noindex" />').and.not.include('rel="canonical"');
    }
  });
});

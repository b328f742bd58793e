import { expect } from "chai";
import express from "express";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import pino from "pino";
import { SaxesParser } from "saxes";
import { SiteFolder } from "../../../api/pages/site.ts";
import { sitemapRouter } from "../../../api/pages/sitemap/serve.ts";
import { HeadFollower } from "../../../api/read/heads.ts";
import { ReadDatabase } from "../../../api/read/sql/database.ts";
import { webFolder } from "../../../scripts/build/web.ts";
import { runningApi } from "../../api/support/running.ts";
import { getPage } from "./support/get-page.ts";

interface Entry {
  loc: string;
  alternates: Record<string, string>;
}

/** Reads it as XML; @throws when it is not well-formed */
function entriesOf(xml: string): Entry[] {
  const entries: Entry[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let isLoc = false;
  parser.on("opentag", ({ name, uri, local, attributes }) => {
    if (name === "url" || name === "sitemap") entries.push({ loc: "", alternates: {} });
    isLoc = name === "loc";
    if (local === "link" && uri === "http://www.w3.org/1999/xhtml")
      entries.at(-1)!.alternates[attributes["hreflang"]!.value] = attributes["href"]!.value;
  });
  parser.on("text", (text) => {
    if (isLoc) entries.at(-1)!.loc += text;
  });
  parser.on("closetag", () => (isLoc = false));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return entries;
}

const get = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
};

/** Every entry of every file that the index lists. */
async function everything(origin: string): Promise<Entry[][]> {
  const { text } = await get(`${origin}/sitemap.xml`);
  const files: Entry[][] = [];
  for (const { loc } of entriesOf(text)) {
    const { status, type, text: xml } = await get(loc);
    expect([status, type]).to.deep.equal([200, "application/xml; charset=utf-8"]);
    files.push(entriesOf(xml));
  }
  return files;
}

async function expected(): Promise<string[]> {
  const api = await runningApi();
  const { data } = await api.ask<Record<string, { nodes: Record<string, string | number>[] }>>(`{
    projects(first: 1000) { nodes { code } }
    agencies(first: 1000) { nodes { code } }
    importBatches(first: 100) { nodes { batchId } }
    services(first: 100) { nodes { name } }
    reportedProjects(first: 1000) { nodes { scheme number } } }`);
  const of = (list: string, key: string, path: string) =>
    data![list]!.nodes.map((node) => `${path}${node[key]}`);
  return [
    ...of("projects", "code", "/p/"),
    ...of("agencies", "code", "/agency/"),
    ...of("services", "name", "/services/"),
    ...of("importBatches", "batchId", "/imports/"),
    ...data!.reportedProjects!.nodes.map(({ scheme, number }) => `/reported/${scheme}:${number}`),
  ];
}

describe("pages: sitemap", function () {
  this.timeout(120_000);

  it("is named by robots.txt, which keeps robots out of what is no page", async () => {
    const { url } = await runningApi();
    const { text, type } = await get(`${url}/robots.txt`);
    expect(type).to.match(/^text\/plain/);
    expect(text).to.include(`Sitemap: ${url}/sitemap.xml`).and.include("Disallow: /graphql\n");
  });

  it("lists everything that has a page in both languages, each with the other", async () => {
    const { url } = await runningApi();
    const all = (await everything(url)).flat();
    const paths = all.map(({ loc }) => loc.slice(url.length));
    expect(new Set(paths).size, "nothing twice").to.equal(paths.length);
    for (const path of await expected()) expect(paths).to.include.members([path, `/en${path}`]);
    expect(paths).to.include.members(["/", "/en", "/about", "/en/reported", "/flags"]);
    for (const { loc, alternates } of all) {
      const bare = loc.slice(url.length).replace(/^\/en(?=\/|$)/, "") || "/";
      const th = url + bare;
      expect(alternates).to.deep.equal({ th, en: `${url}/en${bare === "/" ? "" : bare}`, "x-default": th });
    }
  });

  it("leads to pages that there are, and that call themselves by these addresses", async () => {
    const { url } = await runningApi();
    for (const file of await everything(url)) {
      // Every kind has a file of its own; some of each stand for all.
      for (const { loc } of file.filter((_, i) => i % Math.ceil(file.length / 12) === 0)) {
        const { status, html } = await getPage({ url }, loc.slice(url.length));
        expect(status, loc).to.equal(200);
        expect(html).to.include(`<link rel="canonical" href="${loc}" />`);
      }
    }
  });

  it("says 404 for files that it does not list", async () => {
    const { url } = await runningApi();
    for (const file of [
      "projects-2.xml",
      "projects-0.xml",
      "projects-x.xml",
      "none-1.xml",
      "x",
      "projects-01.xml",
    ])
      expect((await get(`${url}/sitemap/${file}`)).status, file).to.equal(404);
  });

  describe("with few things a file", () => {
    let server: Server;
    let database: ReadDatabase;
    let heads: HeadFollower;
    let origin: string;
    before(async () => {
      const { mirror } = await runningApi();
      database = new ReadDatabase(mirror.database.url, { connections: 2, statementTimeout: 10_000 });
      heads = new HeadFollower(mirror.database.url);
      await heads.start();
      const site = new SiteFolder(webFolder());
      const logger = pino({ level: "silent" });
      const app = express().use(sitemapRouter({ site, database, heads, logger, things: 7 }));
      server = app.listen(0, "127.0.0.1");
      await new Promise((resolve) => server.once("listening", resolve));
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    after(async () => {
      server?.closeAllConnections();
      server?.close();
      await heads?.close();
      await database?.end();
    });

    it("is cut into files that together have everything once", async () => {
      const files = await everything(origin);
      const [, ...things] = files;
      for (const file of things) expect(file.length).to.be.within(2, 14);
      const thai = things.flat().filter(({ loc, alternates }) => loc === alternates["th"]);
      expect(thai.map(({ loc }) => loc.slice(origin.length)).sort()).to.deep.equal((await expected()).sort());
    });
  });
});

import { Router } from "express";
import type { Request, RequestHandler, Response } from "express";
import { once } from "node:events";
import { redFlagRules } from "../../../sdk/redflags/index.ts";
import type { Heads } from "../../read/heads.ts";
import type { ReadDatabase } from "../../read/sql/database.ts";
import { failures, unknownRoute } from "../../rest/serve/failure.ts";
import { cached } from "../../rest/serve/caching.ts";
import { originOf } from "../../rest/serve/origin.ts";
import { signalOf } from "../../rest/serve/signal.ts";
import type { SiteFolder } from "../site.ts";
import { sources } from "./sources.ts";
import type { Source } from "./sources.ts";
import { END, entries, index, URLSET } from "./xml.ts";
import type { Logger } from "pino";

export interface SitemapOptions {
  readonly site: SiteFolder;
  readonly database: ReadDatabase;
  readonly heads: Heads;
  readonly logger: Logger;
  readonly publicUrl?: string;
  /** Things of one file; each has an address in both languages, and a file may have 50,000. */
  readonly things?: number;
}

const THINGS = 20_000;
const AT_ONCE = 2_000;
const SECONDS = 60;

const DISALLOWED = ["/graphql", "/rpc", "/search?", "/en/search?"];

/** `/robots.txt`, `/sitemap.xml` and the files that it lists. */
export function sitemapRouter(options: SitemapOptions): Router {
  const { logger } = options;
  const router = Router({ strict: true, caseSensitive: true });
  router.get("/robots.txt", serveRobots(options));
  router.get("/sitemap.xml", serveIndex(options));
  router.get("/sitemap/pages.xml", serveFixed(options));
  router.get("/sitemap/:name-:number.xml", serveThings(options));
  router.use("/sitemap", unknownRoute);
  router.use(failures(logger));
  return router;
}

function begin({ heads, publicUrl }: SitemapOptions, request: Request, response: Response): string | null {
  if (cached(request, response, heads.current, false)) return null;
  response.set("Content-Type", "application/xml; charset=utf-8");
  return originOf(request, { ...(publicUrl && { publicUrl }) });
}

function serveRobots({ publicUrl }: SitemapOptions): RequestHandler {
  return (request, response) => {
    const origin = originOf(request, { ...(publicUrl && { publicUrl }) });
    const rules = DISALLOWED.map((path) => `Disallow: ${path}\n`).join("");
    response
      .type("text/plain")
      .set("Cache-Control", "public, max-age=3600")
      .send(`User-agent: *\n${rules}\nSitemap: ${origin}/sitemap.xml\n`);
  };
}

function serveIndex(options: SitemapOptions): RequestHandler {
  const { database, things = THINGS } = options;
  return async (request, response) => {
    const origin = begin(options, request, response);
    if (origin === null) return;
    const read = database.for(signalOf(response, SECONDS));
    const files = ["pages.xml"];
    for (const { name, count } of sources) {
      const [row] = await read.slowly<{ n: string }>(count, SECONDS * 1_000);
      const needed = Math.ceil(Number(row!.n) / things);
      for (let number = 1; number <= needed; number++) files.push(`${name}-${number}.xml`);
    }
    response.send(index(origin, files));
  };
}

function serveFixed(options: SitemapOptions): RequestHandler {
  return async (request, response, next) => {
    const opened = await options.site.current();
    if (!opened) return next();
    const origin = begin(options, request, response);
    if (origin === null) return;
    const rules = redFlagRules.map(({ id }) => `/flags/${encodeURIComponent(id)}`);
    const all = [...opened.site.places, ...rules].map((path) => entries(origin, path));
    response.send(URLSET + all.join("") + END);
  };
}

function serveThings(options: SitemapOptions): RequestHandler {
  const { database, things = THINGS } = options;
  return async (request, response, next) => {
    const { name, number } = request.params as { name: string; number: string };
    const source = sources.find((one) => one.name === name);
    if (!source || !/^[1-9]\d{0,5}$/.test(number)) return next();
    const signal = signalOf(response, SECONDS);
    const read = database.for(signal);
    const before = (Number(number) - 1) * things;
    const [first] = await read.slowly<{ key: string }>(source.after(before), SECONDS * 1_000);
    if (!first) return next();
    const origin = begin(options, request, response);
    if (origin === null) return;
    response.write(URLSET);
    for await (const names of namesOf(source, first.key, things, (query) => read.rows<Listed>(query))) {
      const text = names.map((name) => entries(origin, source.path(name))).join("");
      if (!response.write(text)) await once(response, "drain", { signal });
    }
    response.end(END);
  };
}

interface Listed {
  readonly key: string;
  readonly name: string;
}

/** The names of so many things from the first key on, a few at a time. */
async function* namesOf(
  source: Source,
  first: string,
  things: number,
  rows: (query: ReturnType<Source["from"]>) => Promise<Listed[]>,
): AsyncGenerator<string[]> {
  let from = first;
  let skip = 0;
  for (let left = things; left > 0;) {
    // The last key of the piece before begins the next one, and is left out of it.
    const wanted = Math.min(AT_ONCE, left) + skip;
    const found = await rows(source.from(from, wanted));
    const listed = found.slice(skip);
    if (listed.length > 0) yield listed.map(({ name }) => name);
    if (found.length < wanted) return;
    left -= listed.length;
    from = found.at(-1)!.key;
    skip = 1;
  }
}

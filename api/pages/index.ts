import express, { Router } from "express";
import type { RequestHandler } from "express";
import { join } from "node:path";
import { unknownRoute } from "../rest/serve/failure.ts";
import { pageFailures } from "./failure.ts";
import { servePages } from "./page.ts";
import type { PageOptions } from "./page.ts";
import { sitemapRouter } from "./sitemap/serve.ts";
import type { SitemapOptions } from "./sitemap/serve.ts";
import { SiteFolder } from "./site.ts";

export interface PagesOptions extends Omit<PageOptions & SitemapOptions, "site" | "things"> {
  /** Folder of the built pages. */
  readonly folder: string;
  /** What lets a request for a page in. */
  readonly limits: readonly RequestHandler[];
}

const YEAR = 31_536_000;

/** The built pages: assets are named by their content and kept for ever, pages are made for each state of the index. */
export function pagesRouter({ folder, limits, ...options }: PagesOptions): Router {
  const router = Router();
  const site = new SiteFolder(folder);
  const assets = { immutable: true, maxAge: YEAR * 1_000, index: false };
  // A file of an earlier build is gone; a page in its place would only be an unreadable script.
  router.use("/assets", express.static(join(folder, "assets"), assets), unknownRoute);
  const files = express.static(folder, { index: false, maxAge: 3_600_000, redirect: false });
  // What pages are made of is no page.
  router.use((request, response, next) =>
    request.path === "/index.html" ? next() : files(request, response, next),
  );
  router.use(...limits, sitemapRouter({ ...options, site }), servePages({ ...options, site }));
  router.use(pageFailures(site, options.logger));
  return router;
}

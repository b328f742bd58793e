import express, { Router } from "express";
import type { RequestHandler } from "express";
import { join } from "node:path";
import { unknownRoute } from "../rest/serve/failure.ts";
import { servePages } from "./page.ts";
import type { PageOptions } from "./page.ts";
import { SiteFolder } from "./site.ts";

export interface PagesOptions extends Omit<PageOptions, "site"> {
  /** Folder of the built pages. */
  readonly folder: string;
  /** What lets a request for a page in. */
  readonly limits: readonly RequestHandler[];
}

const YEAR = 31_536_000;

/** The built pages: assets are named by their content and kept for ever, pages are made for each state of the index. */
export function pagesRouter({ folder, limits, ...options }: PagesOptions): Router {
  const router = Router();
  const assets = { immutable: true, maxAge: YEAR * 1_000, index: false };
  // A file of an earlier build is gone; a page in its place would only be an unreadable script.
  router.use("/assets", express.static(join(folder, "assets"), assets), unknownRoute);
  router.use(express.static(folder, { index: false, maxAge: 3_600_000, redirect: false }));
  router.use(...limits, servePages({ ...options, site: new SiteFolder(folder) }));
  return router;
}

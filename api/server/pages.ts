import express, { Router } from "express";
import type { RequestHandler } from "express";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { unknownRoute } from "../rest/serve/failure.ts";

const YEAR = 31_536_000;

/** The page that the browser fills; read again when the pages were built anew, whose scripts have other names. */
function shellOf(folder: string): () => Buffer | undefined {
  const file = join(folder, "index.html");
  let known: { at: number; content: Buffer } | undefined;
  return () => {
    const at = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (at === undefined) return undefined;
    if (known?.at !== at) known = { at, content: readFileSync(file) };
    return known.content;
  };
}

/** The built pages: assets are named by their content and kept for ever, the page itself is asked for each time. */
export function pagesRouter(folder: string): Router {
  const router = Router();
  const assets = { immutable: true, maxAge: YEAR * 1_000, index: false };
  router.use("/assets", express.static(join(folder, "assets"), assets), unknownRoute);
  // A file of an earlier build is gone; the page in its place would only be an unreadable script.
  router.use("/assets", (_request, response) => void response.sendStatus(404));
  router.use(express.static(folder, { index: false, maxAge: 3_600_000 }));
  const shell = shellOf(folder);
  const page: RequestHandler = (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    const content = request.accepts("html") && shell();
    if (!content) return next();
    response.set("Cache-Control", "no-cache").type("html").send(content);
  };
  router.use(page);
  return router;
}

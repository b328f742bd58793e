import express, { Router } from "express";
import type { RequestHandler } from "express";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const YEAR = 31_536_000;

/** The built pages: assets are named by their content and kept for ever, the page itself is asked for each time. */
export function pagesRouter(folder: string): Router {
  const router = Router();
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { immutable: true, maxAge: YEAR * 1_000, index: false }),
  );
  router.use(express.static(folder, { index: false, maxAge: 3_600_000 }));
  const file = join(folder, "index.html");
  const shell = existsSync(file) ? readFileSync(file) : undefined;
  const page: RequestHandler = (request, response, next) => {
    if (!shell || (request.method !== "GET" && request.method !== "HEAD")) return next();
    if (!request.accepts("html")) return next();
    response.set("Cache-Control", "no-cache").type("html").send(shell);
  };
  router.use(page);
  return router;
}

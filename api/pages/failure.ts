import { randomUUID } from "node:crypto";
import type { ErrorRequestHandler } from "express";
import type { Logger } from "pino";
import { ProngsaiError } from "../../sdk/errors.ts";
import { restError } from "../rest/problems/rest-error.ts";
import { ClientLeft } from "../rest/serve/signal.ts";
import { sendErrorPage } from "./error-page.ts";
import type { SiteFolder } from "./site.ts";

/** What went wrong, as a page, for who asked for one; what is our fault is logged under a number and told by that only. */
export function pageFailures(site: SiteFolder, logger: Logger): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    if (error instanceof ClientLeft || response.headersSent || !request.accepts("html")) return next(error);
    const language = /^\/en(\/|$)/.test(request.path) ? "en" : "th";
    const opened = await site.current().catch(() => undefined);
    sendErrorPage(expected(error, logger, request.path), language, opened?.styles ?? [], response);
  };
}

function expected(error: unknown, logger: Logger, path: string): ProngsaiError {
  if (error instanceof ProngsaiError) return error;
  // A %-code in the path that is not UTF-8.
  if (error instanceof URIError) return restError("URL_MALFORMED", {}, error);
  const id = randomUUID();
  logger.error({ id, error, path }, "a page could not be made");
  return restError("INTERNAL", { id });
}

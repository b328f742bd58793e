import { randomUUID } from "node:crypto";
import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Logger } from "pino";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { restError } from "../problems/rest-error.ts";
import { sendProblem } from "../problems/problem.ts";
import { statusOf } from "../problems/status.ts";
import { ClientLeft } from "./signal.ts";

/** What no address answers. */
export const unknownRoute: RequestHandler = (request, _response, next) =>
  next(restError("ROUTE_UNKNOWN", { path: request.originalUrl.split("?")[0]!.slice(0, 200) }));

/** Another method than those that the address takes. */
export function onlyMethods(...allowed: string[]): RequestHandler {
  return (request, response, next) => {
    response.set("Allow", allowed.join(", "));
    next(restError("METHOD_NOT_ALLOWED", { method: request.method, allowed: allowed.join(", ") }));
  };
}

/** Every failure becomes a problem document; what is our fault is logged under a number and told by that number only. */
export function failures(logger: Logger): ErrorRequestHandler {
  // Express tells error handlers by their four parameters.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  return (error: unknown, request, response, _next) => {
    if (error instanceof ClientLeft || response.destroyed) return;
    const known = expected(error);
    if (response.headersSent) {
      // The reader sees that it is not whole: the connection breaks off, and an export has no manifest.
      logger.error({ code: known?.code, error, path: request.path }, "an answer broke off");
      return void response.destroy();
    }
    if (known) {
      if (statusOf(known) >= 500) logger.warn({ code: known.code, cause: known.cause }, known.message);
      return sendProblem(known, request, response);
    }
    const id = randomUUID();
    logger.error({ id, error, path: request.path }, "a request failed");
    sendProblem(restError("INTERNAL", { id }), request, response);
  };
}

function expected(error: unknown): ProngsaiError | null {
  if (error instanceof ProngsaiError) return error;
  // Express: a %-code in the path that is not UTF-8.
  if (error instanceof URIError) return restError("URL_MALFORMED", {}, error);
  return null;
}

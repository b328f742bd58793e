import type { Request, RequestHandler } from "express";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { restError } from "../problems/rest-error.ts";

/** Characters of an address, path and parameters together. */
export const LONGEST_URL = 8_000;
/** Bytes of a body. */
export const LARGEST_BODY = 100_000;
export const REQUESTS_PER_MINUTE = 600;

export const refuseLongUrl: RequestHandler = (request, _response, next) => {
  const { length } = request.originalUrl;
  next(length > LONGEST_URL ? restError("URL_TOO_LONG", { limit: LONGEST_URL, value: length }) : undefined);
};

/** Refuses by what the header announces: body parsers answer only when everything has been sent. */
export const refuseLargeBody: RequestHandler = (request, response, next) => {
  if (!(Number(request.headers["content-length"] ?? 0) > LARGEST_BODY)) return next();
  response.set("Connection", "close");
  next(restError("BODY_TOO_LARGE", { limit: LARGEST_BODY }));
};

export const networkAddress = (request: Request): string => request.ip ?? "unknown";

/** @param points what a request costs out of the client's `perMinute` */
export function limitRate(
  perMinute: number,
  clientOf: (request: Request) => string,
  costOf: (request: Request) => number,
): RequestHandler {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (request, response, next) => {
    try {
      const { remainingPoints } = await limiter.consume(clientOf(request), costOf(request));
      response.set("RateLimit", `"minute";r=${remainingPoints}`);
      response.set("RateLimit-Policy", `"minute";q=${perMinute};w=60`);
      next();
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) return next(error);
      next(
        restError("RATE_LIMITED", { limit: perMinute, seconds: Math.ceil(error.msBeforeNext / 1000) || 1 }),
      );
    }
  };
}

import { Router } from "express";
import type { RestContext } from "./context.ts";

export type { RestContext, RestSettings } from "./context.ts";

/** Everything outside `/graphql`: reads, exports, feeds, open contracting data, health and metrics. */
export function restRouter(_context: RestContext): Router {
  return Router();
}

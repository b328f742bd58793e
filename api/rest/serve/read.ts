import type { RequestHandler } from "express";
import type { RestContext } from "../context.ts";
import { runOperation } from "../operation/run.ts";
import { queryOf, readVariables } from "../operation/variables.ts";
import { restError } from "../problems/rest-error.ts";
import type { ReadRoute } from "../routes/route.ts";
import { cached } from "./caching.ts";
import { graphqlContext } from "./context-of.ts";
import { answerOf } from "./envelope.ts";
import { signalOf } from "./signal.ts";

export const REQUEST_SECONDS = 10;

/** Serves one address of the route table. */
export function serveRead(route: ReadRoute, context: RestContext): RequestHandler {
  const { operation } = route;
  const { requestSeconds = REQUEST_SECONDS } = context.settings;
  return async (request, response) => {
    const query = queryOf(request.originalUrl);
    const variables = readVariables(operation, request.params as Record<string, string>, query);
    const head = context.heads.current;
    if (cached(request, response, head, "asOfBlock" in variables)) return;
    const signal = signalOf(response, requestSeconds);
    const result = await runOperation(operation, variables, graphqlContext(context, request, signal));
    const path = request.baseUrl + request.path;
    if (result === null) throw restError("NOT_FOUND", { path: decodeURIComponent(path).slice(0, 200) });
    const limit = (variables.limit ??
      operation.parameters.find(({ name }) => name === "limit")?.default ??
      null) as number | null;
    const { body, next } = answerOf(route, result, head, { path, query, limit });
    if (next) response.set("Link", `<${next}>; rel="next"`);
    response.type("application/json").send(`${JSON.stringify(body)}\n`);
  };
}

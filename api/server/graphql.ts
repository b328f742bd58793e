import { EnvelopArmor } from "@escape.tech/graphql-armor";
import { json } from "express";
import type { Request, RequestHandler, Response } from "express";
import { GraphQLError } from "graphql";
import { createYoga } from "graphql-yoga";
import type { Logger } from "pino";
import { randomUUID } from "node:crypto";
import { ProngsaiError } from "../../sdk/errors.ts";
import type { Gateway } from "../gateway/gateway.ts";
import type { Context } from "../graphql/core/context.ts";
import { schema } from "../graphql/schema.ts";
import type { Heads } from "../read/heads.ts";
import type { Reads } from "../read/reads.ts";
import { LARGEST_BODY } from "../rest/serve/limits.ts";
import { restError } from "../rest/problems/rest-error.ts";
import { limitFanOut } from "./fan-out.ts";

export interface GraphqlOptions {
  readonly reads: (signal: AbortSignal) => Reads;
  readonly heads: Heads;
  readonly gateway: Gateway;
  readonly logger: Logger;
  readonly clientOf: (request: Request) => string;
}

/** How long one query may take (milliseconds). Subscriptions last until the reader goes. */
const QUERY_TIME = 15_000;

const LIMITS = {
  maxTokens: { n: 2_000 },
  maxDepth: { n: 14 },
  maxAliases: { n: 30 },
  maxDirectives: { n: 20 },
  // Costs are counted with the sizes of lists, see fan-out.ts.
  costLimit: { enabled: false },
} as const;

/** `/graphql` with its limits: body, tokens, depth, aliases, directives, objects, time. */
export function graphqlHandlers(options: GraphqlOptions): RequestHandler[] {
  const armor = new EnvelopArmor({ ...LIMITS, blockFieldSuggestion: { enabled: false } }).protect();
  const yoga = createYoga<{ req: Request; res: Response }, Context>({
    schema,
    graphqlEndpoint: "/graphql",
    landingPage: false,
    batching: false,
    logging: false,
    maskedErrors: { maskError: (error) => masked(error, options.logger) },
    plugins: [...armor.plugins, limitFanOut(schema)],
    context: ({ req, params, request }) => contextOf(options, req, params.query ?? "", request.signal),
  });
  const parse = json({ limit: LARGEST_BODY, type: ["application/json", "application/graphql+json"] });
  const readBody: RequestHandler = (request, response, next) =>
    parse(request, response, (error?: unknown) => {
      const { type } = (error ?? {}) as { type?: string };
      if (type === "entity.too.large") return next(restError("BODY_TOO_LARGE", { limit: LARGEST_BODY }));
      next(error ? restError("BODY_MALFORMED", {}, error) : undefined);
    });
  return [readBody, (request, response) => yoga(request, response) as Promise<void>];
}

function contextOf(
  { reads, heads, gateway, clientOf }: GraphqlOptions,
  request: Request,
  query: string,
  ended: AbortSignal,
): Context {
  const isSubscription = /\bsubscription\b/.test(query);
  const signal = isSubscription ? ended : AbortSignal.any([ended, AbortSignal.timeout(QUERY_TIME)]);
  return { read: reads(signal), heads, gateway, client: clientOf(request), signal };
}

/** Errors that people can mend are told in both languages; what is our fault is told by a number only. */
function masked(error: unknown, logger: Logger): Error {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (cause instanceof ProngsaiError) {
    const { code, texts, details, message } = cause;
    const place = error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {};
    return new GraphQLError(message, { ...place, extensions: { code, texts, details } });
  }
  if (cause instanceof GraphQLError) {
    const { extensions } = cause;
    const code = typeof extensions.code === "string" ? extensions.code : "GRAPHQL_VALIDATION_FAILED";
    return new GraphQLError(cause.message, {
      nodes: cause.nodes,
      source: cause.source,
      positions: cause.positions,
      path: cause.path,
      extensions: { ...extensions, code },
    });
  }
  const id = randomUUID();
  logger.error({ id, error: cause }, "a query failed");
  const { code, texts, message } = restError("INTERNAL", { id });
  return new GraphQLError(message, { extensions: { code, texts } });
}

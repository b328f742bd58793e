import { EnvelopArmor } from "@escape.tech/graphql-armor";
import { json } from "express";
import type { Request, RequestHandler, Response } from "express";
import type { DocumentNode, GraphQLError } from "graphql";
import { createYoga, isAsyncIterable } from "graphql-yoga";
import type { Plugin } from "graphql-yoga";
import type { Logger } from "pino";
import type { Gateway } from "../gateway/gateway.ts";
import type { Context } from "../graphql/core/context.ts";
import { schema } from "../graphql/schema.ts";
import type { Heads } from "../read/heads.ts";
import type { Reads } from "../read/reads.ts";
import { metaOf } from "../rest/serve/envelope.ts";
import { LARGEST_BODY } from "../rest/serve/limits.ts";
import { restError } from "../rest/problems/rest-error.ts";
import { Answering } from "./answering.ts";
import { answerQueries } from "./answers.ts";
import { limitFanOut } from "./fan-out.ts";
import { masked, maskValidation } from "./masked.ts";
import { PreparedQueries } from "./prepared.ts";
import { keyOf } from "./question.ts";
import { SharedWork } from "./shared-work.ts";
import { limitStreams, STREAM_LIMITS } from "./streams.ts";

export interface GraphqlOptions {
  readonly reads: (signal: AbortSignal) => Reads;
  readonly heads: Heads;
  readonly gateway: Gateway;
  readonly logger: Logger;
  readonly clientOf: (request: Request) => string;
}

/** How long one query may take, in seconds. Subscriptions last until the reader goes. */
const QUERY_SECONDS = 15;

const LIMITS = {
  maxTokens: { n: 2_000 },
  maxDepth: { n: 14 },
  maxAliases: { n: 30 },
  maxDirectives: { n: 20 },
  // Costs are counted with the sizes of lists, see fan-out.ts.
  costLimit: { enabled: false },
} as const;
const FORM = '{"query": "…", "variables": {}}';

/** Asks within this process, on behalf of a reader; answers as `/graphql` does. */
export type AskWithin = (
  question: { readonly query: string; readonly variables: Record<string, unknown> },
  request: Request,
  signal: AbortSignal,
) => Promise<GraphqlAnswer>;

export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

export interface Graphql {
  readonly handlers: RequestHandler[];
  readonly ask: AskWithin;
}

/** `/graphql` with its limits: body, tokens, depth, aliases, directives, objects, time. */
export function openGraphql(options: GraphqlOptions): Graphql {
  const armor = new EnvelopArmor({ ...LIMITS, blockFieldSuggestion: { enabled: false } }).protect();
  const yoga = createYoga<{ req: Request; res: Response }, Context>({
    schema,
    graphqlEndpoint: "/graphql",
    landingPage: false,
    batching: false,
    // Said for every address, see app.ts.
    cors: false,
    logging: false,
    maskedErrors: { maskError: (error) => masked(error, options.logger) },
    plugins: [
      ...armor.plugins,
      maskValidation(options.logger),
      limitFanOut(schema),
      tellMeta(options.heads),
      limitStreams(STREAM_LIMITS),
    ],
    context: ({ req, params, request }) =>
      contextOf(options, req, limitedSignal(params.query ?? "", request.signal)),
  });
  const parse = json({ limit: LARGEST_BODY, type: ["application/json", "application/graphql+json"] });
  const readBody: RequestHandler = (request, response, next) =>
    parse(request, response, (error?: unknown) => {
      const { type } = (error ?? {}) as { type?: string };
      if (type === "entity.too.large") return next(restError("BODY_TOO_LARGE", { limit: LARGEST_BODY }));
      next(error ? restError("BODY_MALFORMED", { form: FORM }, error) : undefined);
    });
  const { parse: parseQuery, validate } = yoga.getEnveloped({});
  const queries = new PreparedQueries(schema, async (query) => {
    const document = (await parseQuery(query)) as DocumentNode;
    const errors = (await validate(schema, document)) as readonly GraphQLError[];
    return errors.length > 0 ? errors : document;
  });
  const { heads } = options;
  const answering = new Answering(heads, options.logger);
  const answer = answerQueries({
    queries,
    answering,
    heads,
    seconds: QUERY_SECONDS,
    contextOf: (request, signal) => contextOf(options, request, signal),
  });
  const work = new SharedWork<GraphqlAnswer>();
  const ask: AskWithin = async ({ query, variables }, request, signal) => {
    const head = heads.current;
    const asked = { variables, operationName: undefined, key: keyOf(query, null, variables) };
    const known = answering.known(head, asked);
    if (known) return JSON.parse(known.body.toString()) as GraphqlAnswer;
    const prepared = await queries.get(query);
    if (!prepared) throw new Error("the limits of queries refuse one of our own");
    // What many pages need is read once for all that are made just now.
    return work.do(`${head.version}\0${asked.key}`, signal, async (shared) => {
      const limited = AbortSignal.any([shared, AbortSignal.timeout(QUERY_SECONDS * 1_000)]);
      const made = await answering.execute(prepared, asked, head, contextOf(options, request, limited));
      return JSON.parse(made.answer.body.toString()) as GraphqlAnswer;
    });
  };
  return {
    handlers: [readBody, answer, (request, response) => yoga(request, response) as Promise<void>],
    ask,
  };
}

/** What an answer stands on is told with every answer. */
function tellMeta(heads: Heads): Plugin {
  return {
    onExecute: () => ({
      onExecuteDone: ({ result, setResult }) => {
        if (isAsyncIterable(result)) return;
        const extensions = { ...result.extensions, _meta: metaOf(heads.current) };
        setResult({ ...result, extensions });
      },
    }),
  };
}

function limitedSignal(query: string, ended: AbortSignal): AbortSignal {
  const isSubscription = /\bsubscription\b/.test(query);
  return isSubscription ? ended : AbortSignal.any([ended, AbortSignal.timeout(QUERY_SECONDS * 1_000)]);
}

function contextOf(
  { reads, heads, gateway, clientOf }: GraphqlOptions,
  request: Request,
  signal: AbortSignal,
): Context {
  return { read: reads(signal), heads, gateway, client: clientOf(request), signal };
}

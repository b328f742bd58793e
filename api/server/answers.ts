import type { Request, RequestHandler, Response } from "express";
import type { ExecutionResult } from "graphql";
import { execute } from "graphql";
import type { Logger } from "pino";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context } from "../graphql/core/context.ts";
import { schema } from "../graphql/schema.ts";
import type { Heads } from "../read/heads.ts";
import { cached } from "../rest/serve/caching.ts";
import { metaOf } from "../rest/serve/envelope.ts";
import { ClientLeft, signalOf } from "../rest/serve/signal.ts";
import { AnswerCache } from "./answer-cache.ts";
import type { Answer } from "./answer-cache.ts";
import { masked } from "./masked.ts";
import type { Prepared, PreparedQueries } from "./prepared.ts";
import { questionOf } from "./question.ts";
import type { Question } from "./question.ts";

export interface AnswerOptions {
  readonly queries: PreparedQueries;
  readonly heads: Heads;
  readonly logger: Logger;
  /** How long one query may take, in seconds. */
  readonly seconds: number;
  readonly contextOf: (request: Request, signal: AbortSignal) => Context;
}

/** Bytes that answers may take up in memory. */
const CACHE_BYTES = 64 * 2 ** 20;
/** Shorter answers are not worth compressing. */
const WORTH_COMPRESSING = 1_024;

const compress = promisify(gzip) as (body: Buffer) => Promise<Buffer>;

/**
 * Answers what only reads: from memory while the index stands where it stood, else by executing a document that is
 * parsed and validated once. Everything else goes on to the next handler.
 */
export function answerQueries(options: AnswerOptions): RequestHandler {
  const { queries, heads } = options;
  const cache = new AnswerCache(CACHE_BYTES);
  return async (request, response, next) => {
    const question = questionOf(request);
    if (!question) return next();
    const head = heads.current;
    const known = cache.get(head.version, question.key);
    if (known) {
      if (request.method === "GET" && cached(request, response, head, false)) return;
      return send(known, question.type, request, response);
    }
    const prepared = await queries.get(question.query);
    if (!prepared) return next();
    if (request.method === "GET" && cached(request, response, head, false)) return;
    const { errors, data } = await executed(prepared, question, options, request, response);
    const extensions = { _meta: metaOf(head) };
    const answer = { body: Buffer.from(JSON.stringify({ errors, data, extensions })) };
    if (errors) {
      response.removeHeader("ETag");
      response.set("Cache-Control", "no-store");
    } else if (head.block >= 0 && heads.current.version === head.version) {
      // Not what was read while the index moved on: it may belong to either state.
      cache.set(head.version, question.key, answer);
    }
    await send(answer, question.type, request, response);
  };
}

/** @throws ClientLeft when nobody waits any more */
async function executed(
  prepared: Prepared,
  { variables, operationName }: Question,
  { logger, seconds, contextOf }: AnswerOptions,
  request: Request,
  response: Response,
): Promise<ExecutionResult> {
  const signal = signalOf(response, seconds);
  try {
    prepared.checkFanOut(variables, operationName);
    const { errors, data } = await execute({
      schema,
      document: prepared.document,
      contextValue: contextOf(request, signal),
      variableValues: variables,
      operationName,
    });
    if (signal.reason instanceof ClientLeft) throw signal.reason;
    return { data, ...(errors && { errors: errors.map((error) => masked(error, logger)) }) };
  } catch (error) {
    if (error instanceof ClientLeft) throw error;
    return { errors: [masked(error, logger)] };
  }
}

async function send(answer: Answer, type: string, request: Request, response: Response): Promise<void> {
  let { body } = answer;
  response.setHeader("Content-Type", `${type}; charset=utf-8`);
  response.setHeader("Vary", "Accept, Accept-Encoding");
  if (body.length >= WORTH_COMPRESSING && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
    body = await (answer.gzip ??= compress(body));
    response.setHeader("Content-Encoding", "gzip");
  }
  response.setHeader("Content-Length", body.length);
  response.end(body);
}

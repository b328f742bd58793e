import type { Request, RequestHandler, Response } from "express";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context } from "../graphql/core/context.ts";
import type { Heads } from "../read/heads.ts";
import { cached } from "../rest/serve/caching.ts";
import { signalOf } from "../rest/serve/signal.ts";
import type { Answer } from "./answer-cache.ts";
import type { Answering } from "./answering.ts";
import { kept } from "./own-memory.ts";
import type { PreparedQueries } from "./prepared.ts";
import { questionOf } from "./question.ts";

export interface AnswerOptions {
  readonly queries: PreparedQueries;
  readonly answering: Answering;
  readonly heads: Heads;
  /** How long one query may take, in seconds. */
  readonly seconds: number;
  readonly contextOf: (request: Request, signal: AbortSignal) => Context;
}

/** Shorter answers are not worth compressing. */
const WORTH_COMPRESSING = 1_024;

const compress = promisify(gzip) as (body: Buffer) => Promise<Buffer>;

/**
 * Answers what only reads: from memory while the index stands where it stood, else by executing a document that is
 * parsed and validated once. Everything else goes on to the next handler.
 */
export function answerQueries(options: AnswerOptions): RequestHandler {
  const { queries, answering, heads, seconds, contextOf } = options;
  return async (request, response, next) => {
    const question = questionOf(request);
    if (!question) return next();
    const head = heads.current;
    const known = answering.known(head, question);
    if (known) {
      if (request.method === "GET" && cached(request, response, head, false)) return;
      return send(known, question.type, request, response);
    }
    const prepared = await queries.get(question.query);
    if (!prepared) return next();
    if (request.method === "GET" && cached(request, response, head, false)) return;
    const context = contextOf(request, signalOf(response, seconds));
    const { answer, failed } = await answering.execute(prepared, question, head, context);
    if (failed) {
      response.removeHeader("ETag");
      response.set("Cache-Control", "no-store");
    }
    await send(answer, question.type, request, response);
  };
}

async function send(answer: Answer, type: string, request: Request, response: Response): Promise<void> {
  let { body } = answer;
  response.setHeader("Content-Type", `${type}; charset=utf-8`);
  response.setHeader("Vary", "Accept, Accept-Encoding");
  if (body.length >= WORTH_COMPRESSING && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
    body = await (answer.gzip ??= compress(body).then(kept));
    response.setHeader("Content-Encoding", "gzip");
  }
  response.setHeader("Content-Length", body.length);
  response.end(body);
}

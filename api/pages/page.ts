import { createHash, randomUUID } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import type { Logger } from "pino";
import { ProngsaiError } from "../../sdk/errors.ts";
import type { Texts } from "../../sdk/errors.ts";
import type { Head, Heads } from "../read/heads.ts";
import { restError } from "../rest/problems/rest-error.ts";
import { statusOf } from "../rest/problems/status.ts";
import { originOf } from "../rest/serve/origin.ts";
import { ClientLeft, signalOf } from "../rest/serve/signal.ts";
import type { Answer } from "../server/answer-cache.ts";
import { AnswerCache } from "../server/answer-cache.ts";
import { sendAnswer } from "../server/answers.ts";
import type { AskWithin, GraphqlAnswer } from "../server/graphql.ts";
import { sendErrorPage } from "./error-page.ts";
import type { OpenSite, Site, SiteFolder } from "./site.ts";

export interface PageOptions {
  readonly site: SiteFolder;
  readonly heads: Heads;
  readonly ask: AskWithin;
  readonly logger: Logger;
  readonly publicUrl?: string;
}

interface Page extends Answer {
  readonly status: number;
}

/** Bytes that made pages may take up in memory. */
const CACHE_BYTES = 64 * 2 ** 20;
/** How long making one page may take. */
const SECONDS = 20;
/** How often a page is made again because the index moved on meanwhile. */
const AGAIN = 2;

/** Every page of the explorer as HTML with its data, from memory while neither index nor build have changed. */
export function servePages(options: PageOptions): RequestHandler {
  const { site: folder, heads, logger, publicUrl } = options;
  const cache = new AnswerCache<Page>(CACHE_BYTES);
  return async (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    if (!request.accepts("html")) return next();
    let opened: OpenSite | undefined;
    try {
      opened = await folder.current();
      if (!opened) return next();
      const { path, search } = partsOf(request);
      const right = opened.site.rightPath(path);
      if (right !== path) return void response.set("Cache-Control", "no-cache").redirect(301, right + search);
      const origin = originOf(request, { ...(publicUrl && { publicUrl }) });
      const key = origin + request.originalUrl;
      const head = heads.current;
      const version = `${head.version}-${opened.version}`;
      const tag = tagOf(version, key);
      if (head.block >= 0 && holds(request, tag)) return void response.set(caching(tag)).status(304).end();
      const page =
        cache.get(version, key) ??
        (await made(options, opened.site, { path, search, origin }, request, response, (one, whole) => {
          if (whole) cache.set(version, key, one);
        }));
      const lasts = page.status === 200 && head.block >= 0;
      response.status(page.status).set(lasts ? caching(tag) : { "Cache-Control": "no-cache" });
      await sendAnswer(page, "text/html", request, response);
    } catch (error) {
      if (error instanceof ClientLeft) return next(error);
      const language = /^\/en(\/|$)/.test(request.path) ? "en" : "th";
      sendErrorPage(expected(error, logger, request), language, opened?.styles ?? [], response);
    }
  };
}

function partsOf({ originalUrl }: Request): { path: string; search: string } {
  const at = originalUrl.indexOf("?");
  return at < 0
    ? { path: originalUrl, search: "" }
    : { path: originalUrl.slice(0, at), search: originalUrl.slice(at) };
}

/** Makes it anew; `keep` is told whether all of it stands on one state of the index. */
async function made(
  { heads, ask }: PageOptions,
  site: Site,
  address: { path: string; search: string; origin: string },
  request: Request,
  response: Response,
  keep: (page: Page, whole: boolean) => void,
): Promise<Page> {
  const signal = signalOf(response, SECONDS);
  for (let again = AGAIN; ; again--) {
    const head: Head = heads.current;
    const { html, missing, codes } = await site.page({
      ...address,
      ask: async (query, variables) =>
        refuseOurFaults(
          await ask({ query, variables: variables as Record<string, unknown> }, request, signal),
        ),
    });
    const stands = heads.current.version === head.version;
    if (!stands && again > 0) continue;
    const status = missing ? 404 : Math.max(200, ...codes.map((code) => statusOf({ code })));
    const page = { body: Buffer.from(html), status };
    keep(page, stands && head.block >= 0);
    return page;
  }
}

/** What a reader can mend stands on the page; what only we can is no page. @throws ProngsaiError */
function refuseOurFaults(answer: GraphqlAnswer): GraphqlAnswer {
  for (const { extensions } of answer.errors ?? []) {
    const { code, texts } = extensions as { code: string; texts?: Texts };
    if (texts && statusOf({ code }) >= 500) throw new ProngsaiError(code, texts);
  }
  return answer;
}

function tagOf(version: string, key: string): string {
  return `W/"${createHash("sha256").update(`${version}\0${key}`).digest("base64url").slice(0, 22)}"`;
}

const caching = (tag: string) => ({ ETag: tag, "Cache-Control": "public, no-cache" });

function holds(request: Request, tag: string): boolean {
  return (
    request
      .get("If-None-Match")
      ?.split(",")
      .some((one) => one.trim() === tag) ?? false
  );
}

function expected(error: unknown, logger: Logger, { path }: Request): ProngsaiError {
  if (error instanceof ProngsaiError) return error;
  if (error instanceof URIError) return restError("URL_MALFORMED", {}, error);
  const id = randomUUID();
  logger.error({ id, error, path }, "a page could not be made");
  return restError("INTERNAL", { id });
}

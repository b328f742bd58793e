import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Request, RequestHandler, Response } from "express";
import { ProngsaiError } from "../../sdk/errors.ts";
import type { Texts } from "../../sdk/errors.ts";
import type { Heads } from "../read/heads.ts";
import { statusOf } from "../rest/problems/status.ts";
import { originOf } from "../rest/serve/origin.ts";
import { signalOf } from "../rest/serve/signal.ts";
import { AnswerCache } from "../server/answer-cache.ts";
import type { Answer } from "../server/answer-cache.ts";
import type { AskWithin, GraphqlAnswer } from "../server/graphql.ts";
import { kept } from "../server/own-memory.ts";
import { SharedWork } from "../server/shared-work.ts";
import type { OpenSite, SiteFolder } from "./site.ts";

export interface PageOptions {
  readonly site: SiteFolder;
  readonly heads: Heads;
  readonly ask: AskWithin;
  readonly publicUrl?: string;
}

interface Page extends Answer {
  /** compressed: nearly every browser takes it so, and so many more stay in memory */
  readonly body: Buffer;
  readonly status: number;
}

interface Place {
  readonly path: string;
  readonly search: string;
  readonly origin: string;
  /** The same for the same page. */
  readonly key: string;
}

/** Bytes that made pages may take up in memory, compressed. */
const CACHE_BYTES = 32 * 2 ** 20;
/** How long making one page may take. */
const SECONDS = 20;
/** How often a page is made again because the index moved on meanwhile. */
const AGAIN = 2;

const compress = promisify(gzip) as (text: string) => Promise<Buffer>;
const expand = promisify(gunzip) as (body: Buffer) => Promise<Buffer>;

/** Every page of the explorer as HTML with its data, from memory while neither index nor build have changed. */
export function servePages(options: PageOptions): RequestHandler {
  const { site: folder, heads } = options;
  const maker = new PageMaker(options);
  return async (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    if (!request.accepts("html")) return next();
    const opened = await folder.current();
    if (!opened) return next();
    const place = placeOf(request, options);
    const right = opened.site.rightPath(place.path);
    if (right !== place.path)
      return void response.set("Cache-Control", "no-cache").redirect(301, right + place.search);
    const { block, version } = heads.current;
    const tag = tagOf(version, opened, place);
    if (block >= 0 && holds(request, tag)) return void response.set(caching(tag)).status(304).end();
    const made = await maker.page(place, opened, request, signalOf(response, SECONDS));
    const { page, stands } = made;
    const lasts = page.status === 200 && stands;
    response
      .status(page.status)
      .set(lasts ? caching(tagOf(made.version, opened, place)) : { "Cache-Control": "no-cache" });
    await send(page, request, response);
  };
}

class PageMaker {
  readonly #cache = new AnswerCache<Page>(CACHE_BYTES);
  readonly #work = new SharedWork<Page>();
  readonly #options: PageOptions;

  constructor(options: PageOptions) {
    this.#options = options;
  }

  /** @returns the page, of which state of the index it is, and whether all of it is of that state */
  async page(
    place: Place,
    opened: OpenSite,
    request: Request,
    signal: AbortSignal,
  ): Promise<{ page: Page; version: string; stands: boolean }> {
    const { heads } = this.#options;
    for (let again = AGAIN; ; again--) {
      const { version, block } = heads.current;
      const state = `${version}-${opened.version}`;
      const known = this.#cache.get(state, place.key);
      if (known) return { page: known, version, stands: true };
      const page = await this.#work.do(`${state}\0${place.key}`, signal, (shared) =>
        this.#make(place, opened, request, shared),
      );
      const stands = block >= 0 && heads.current.version === version;
      if (stands) this.#cache.set(state, place.key, page);
      if (stands || block < 0 || again === 0) return { page, version, stands };
    }
  }

  async #make(place: Place, { site }: OpenSite, request: Request, signal: AbortSignal): Promise<Page> {
    const { ask } = this.#options;
    const { html, missing, codes } = await site.page({
      ...place,
      ask: async (query, variables) =>
        refuseOurFaults(
          await ask({ query, variables: variables as Record<string, unknown> }, request, signal),
        ),
    });
    const status = missing ? 404 : Math.max(200, ...codes.map((code) => statusOf({ code })));
    return { body: kept(await compress(html)), status };
  }
}

function placeOf(request: Request, { publicUrl }: PageOptions): Place {
  const { originalUrl } = request;
  const origin = originOf(request, { ...(publicUrl && { publicUrl }) });
  const at = originalUrl.indexOf("?");
  const [path, search] = at < 0 ? [originalUrl, ""] : [originalUrl.slice(0, at), originalUrl.slice(at)];
  return { path, search, origin, key: origin + originalUrl };
}

/** What a reader can mend stands on the page; what only we can is no page. @throws ProngsaiError */
function refuseOurFaults(answer: GraphqlAnswer): GraphqlAnswer {
  for (const { extensions } of answer.errors ?? []) {
    const { code, texts } = extensions as { code: string; texts?: Texts };
    if (texts && statusOf({ code }) >= 500) throw new ProngsaiError(code, texts);
  }
  return answer;
}

async function send({ body }: Page, request: Request, response: Response): Promise<void> {
  const takesGzip = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  const sent = takesGzip ? body : await expand(body);
  if (takesGzip) response.setHeader("Content-Encoding", "gzip");
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Vary", "Accept, Accept-Encoding");
  response.setHeader("Content-Length", sent.length);
  response.end(sent);
}

function tagOf(version: string, opened: OpenSite, { key }: Place): string {
  const hash = createHash("sha256").update(`${version}\0${opened.version}\0${key}`).digest("base64url");
  return `W/"${hash.slice(0, 22)}"`;
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

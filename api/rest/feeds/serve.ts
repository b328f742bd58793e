import type { RequestHandler } from "express";
import type { Locale } from "../../../sdk/errors.ts";
import type { Context } from "../../graphql/core/context.ts";
import type { RestContext } from "../context.ts";
import { runOperation } from "../operation/run.ts";
import { queryOf, readVariables } from "../operation/variables.ts";
import type { Variables } from "../operation/variables.ts";
import { languageOf } from "../problems/language.ts";
import { restError } from "../problems/rest-error.ts";
import { cached } from "../serve/caching.ts";
import { graphqlContext } from "../serve/context-of.ts";
import { originOf } from "../serve/origin.ts";
import { REQUEST_SECONDS } from "../serve/read.ts";
import { signalOf } from "../serve/signal.ts";
import type { FeedAddress } from "./addresses.ts";
import { atomFeed, stableId } from "./atom.ts";
import { agencyEvents, agencyFeed, projectFeed } from "./query.ts";
import type { FeedAgency, FeedEvents, FeedProject } from "./query.ts";

interface Content {
  readonly name: string;
  readonly title: string;
  readonly author: string;
  readonly page: string;
  readonly since: string;
  readonly events: FeedEvents;
}

async function ofProject(variables: Variables, language: Locale, context: Context): Promise<Content | null> {
  const found = await runOperation<FeedProject>(projectFeed, variables, context);
  if (!found) return null;
  const { code, title, agency, draftedAt, events } = found;
  return {
    name: `project/${code}`,
    title: title ? `${code} ${title[language]}` : code,
    author: language === "th" ? agency.nameTh : agency.nameEn,
    page: `/p/${code}`,
    since: draftedAt,
    events,
  };
}

async function ofAgency(variables: Variables, language: Locale, context: Context): Promise<Content | null> {
  const found = await runOperation<FeedAgency>(agencyFeed, { code: variables.code }, context);
  if (!found) return null;
  const events = (await runOperation<FeedEvents>(agencyEvents, variables, context))!;
  const name = language === "th" ? found.nameTh : found.nameEn;
  return {
    name: `agency/${found.code}`,
    title: name,
    author: name,
    page: `/agency/${found.code}`,
    since: found.provenance.timestamp,
    events,
  };
}

/** The newest events as an Atom feed, fifty a page. */
export function serveFeed({ of, parameters }: FeedAddress, context: RestContext): RequestHandler {
  const { settings, heads } = context;
  return async (request, response) => {
    const query = queryOf(request.originalUrl);
    const variables = readVariables({ parameters }, request.params as Record<string, string>, query);
    const language = languageOf(request);
    const head = heads.current;
    // The text follows the language, which may come by header.
    if (cached(request, response, { ...head, version: `${head.version}-${language}` }, false)) return;
    const signal = signalOf(response, settings.requestSeconds ?? REQUEST_SECONDS);
    const resolvers = graphqlContext(context, request, signal);
    const content = await (of === "project" ? ofProject : ofAgency)(variables, language, resolvers);
    if (!content) throw restError("NOT_FOUND", { path: decodeURIComponent(request.path).slice(0, 200) });
    const origin = originOf(request, settings);
    const { pageInfo, nodes } = content.events;
    query.set("after", pageInfo.endCursor ?? "");
    const feed = atomFeed({
      ...content,
      id: stableId(head.deployment, content.name),
      self: origin + request.originalUrl,
      page: origin + content.page,
      next: pageInfo.hasNextPage ? `${origin}${request.path}?${query}` : null,
      language,
      events: nodes,
      origin,
      deployment: head.deployment,
    });
    response
      .set("Content-Language", language)
      .set("Content-Type", "application/atom+xml; charset=utf-8")
      .send(feed);
  };
}

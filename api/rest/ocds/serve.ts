import type { RequestHandler } from "express";
import { isoTime } from "../../../sdk/iso-time.ts";
import { apiError } from "../../errors/api-error.ts";
import type { RestContext } from "../context.ts";
import { queryOf, readVariables } from "../operation/variables.ts";
import { restError } from "../problems/rest-error.ts";
import { cached } from "../serve/caching.ts";
import { graphqlContext } from "../serve/context-of.ts";
import { originOf } from "../serve/origin.ts";
import { REQUEST_SECONDS } from "../serve/read.ts";
import { signalOf } from "../serve/signal.ts";
import type { OcdsAddress } from "./addresses.ts";
import { listOcds, oneNative, oneReported } from "./find.ts";
import { DEFAULT_OCID_PREFIX, projectReference } from "./identifiers.ts";
import { recordPackage, releasePackage } from "./package.ts";

/** A package is read into memory as a whole. */
const MOST = 100;

/** Packages of releases or records. */
export function serveOcds(address: OcdsAddress, context: RestContext): RequestHandler {
  const { settings, heads } = context;
  const { kind, single, parameters } = address;
  const prefix = settings.ocidPrefix ?? DEFAULT_OCID_PREFIX;
  return async (request, response) => {
    const query = queryOf(request.originalUrl);
    const given = readVariables({ parameters }, request.params as Record<string, string>, query);
    const { limit } = given;
    if (typeof limit === "number" && (limit < 1 || limit > MOST)) {
      throw apiError("PAGE_SIZE", { limit: MOST, value: limit });
    }
    const head = heads.current;
    if (cached(request, response, head, "asOfBlock" in given)) return;
    const signal = signalOf(response, settings.requestSeconds ?? REQUEST_SECONDS);
    const telling = { origin: originOf(request, settings), prefix };
    const resolvers = graphqlContext(context, request, signal);

    let entries: readonly object[];
    let next: string | null = null;
    if (single) {
      const { project, ...rest } = given as { project: string; asOfBlock?: number };
      const reference = projectReference(prefix, project);
      if (reference.of === "reported" && rest.asOfBlock !== undefined) {
        throw restError("PARAMETER_UNKNOWN", { name: "asOfBlock", known: "lang" });
      }
      const found =
        reference.of === "ledger"
          ? await oneNative(kind, { ...rest, code: reference.code }, telling, resolvers)
          : await oneReported(kind, reference.id, telling, resolvers);
      if (found === null)
        throw restError("NOT_FOUND", { path: decodeURIComponent(request.path).slice(0, 200) });
      entries = [found];
    } else {
      const page = await listOcds(kind, given, telling, resolvers);
      ({ entries } = page);
      if (page.after !== null) {
        query.set("after", page.after);
        next = `${telling.origin}${request.path}?${query}`;
      }
    }
    const about = {
      uri: telling.origin + request.originalUrl,
      publishedDate: isoTime(head.blockTimestamp),
      next,
    };
    const body = kind === "releases" ? releasePackage(about, entries) : recordPackage(about, entries);
    response.type("application/json").send(`${JSON.stringify(body)}\n`);
  };
}

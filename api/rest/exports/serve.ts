import { createHash } from "node:crypto";
import { once } from "node:events";
import type { Request, RequestHandler, Response } from "express";
import { checkedAsOf } from "../../graphql/core/as-of.ts";
import { openSnapshot } from "../../read/sql/snapshot.ts";
import type { RestContext } from "../context.ts";
import type { Metrics } from "../operations/metrics.ts";
import { queryOf, readVariables } from "../operation/variables.ts";
import type { Variables } from "../operation/variables.ts";
import { languageOf } from "../problems/language.ts";
import type { ReadRoute } from "../routes/route.ts";
import { graphqlContext } from "../serve/context-of.ts";
import { signalOf } from "../serve/signal.ts";
import { exportBody } from "./body.ts";
import { formatted, mediaTypes } from "./formats.ts";
import type { Format } from "./formats.ts";
import { manifestOf } from "./manifest.ts";
import type { Manifest } from "./manifest.ts";
import { exportParameters } from "./parameters.ts";
import type { Slots } from "./slots.ts";
import { exportState } from "./state.ts";

export const EXPORT_SECONDS = 900;

interface Exported {
  readonly route: ReadRoute;
  readonly format: Format;
}

/** The address of exactly this view: its own parameters in one order, the block pinned, the language told. */
function viewOf(request: Request, format: Format, block: number, language: string): string {
  const query = queryOf(request.originalUrl);
  query.delete("asOfBlock");
  query.delete("lang");
  query.sort();
  query.set("asOfBlock", String(block));
  if (format === "csv") query.set("lang", language);
  return `${request.baseUrl}${request.path.replace(/\/manifest$/, "")}?${query}`;
}

const withDefaults = (route: ReadRoute, variables: Variables): Variables => ({
  ...Object.fromEntries(
    exportParameters(route)
      .filter((one) => one.default !== undefined)
      .map((one) => [one.name, one.default]),
  ),
  ...variables,
});

/** Sends text, and waits while the client reads more slowly than the database writes. */
async function send(response: Response, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
  if (!response.write(bytes)) await once(response, "drain", { signal });
}

/**
 * Reads the view in one snapshot of the mirror and gives its manifest; `begin` is called once with what is known before
 * the first row, `piece` with the body's bytes.
 */
async function produce(
  { route, format }: Exported,
  request: Request,
  context: RestContext,
  signal: AbortSignal,
  begin: (block: number) => void,
  piece: (bytes: Buffer) => Promise<void>,
): Promise<Manifest> {
  const seconds = context.settings.exportSeconds ?? EXPORT_SECONDS;
  const language = languageOf(request);
  const given = readVariables(
    { parameters: exportParameters(route) },
    request.params as Record<string, string>,
    queryOf(request.originalUrl),
  );
  const variables = withDefaults(route, given);
  const asOf = await checkedAsOf(variables.asOfBlock as number | undefined, context);
  const snapshot = await openSnapshot(context.database, signal, seconds);
  try {
    const state = await exportState(snapshot.database, asOf);
    const reads = (within: AbortSignal) => context.reads(within, snapshot.database);
    const resolvers = graphqlContext({ ...context, reads }, request, signal);
    const { body, log } = await exportBody(route, variables, snapshot, resolvers);
    const hash = createHash("sha256");
    const sums = { rows: 0, bytes: 0 };
    for await (const { bytes, rows } of formatted(route, format, language, body)) {
      // Nothing was written by an empty write, and nothing would ever drain.
      if (bytes.length === 0) continue;
      if (sums.bytes === 0) begin(state.asOfBlock);
      hash.update(bytes);
      sums.rows += rows;
      sums.bytes += bytes.length;
      await piece(bytes);
    }
    if (sums.bytes === 0) begin(state.asOfBlock);
    const view = viewOf(request, format, state.asOfBlock, language);
    return manifestOf(view, state, {
      ...sums,
      sha256: `0x${hash.digest("hex")}`,
      ...(log && { log }),
    });
  } finally {
    await snapshot.close();
  }
}

function fileName({ route, format }: Exported, block: number): string {
  const name = route.exported!.replaceAll(/[{}]/g, "").replaceAll("/", "-");
  return `prongsai-${name}-block-${block}.${format}`;
}

/** The view as a file: streamed, in the time and memory of one piece, ended when the client leaves. */
export function serveExport(
  exported: Exported,
  context: RestContext,
  slots: Slots,
  metrics: Metrics,
): RequestHandler {
  return async (request, response) => {
    const free = slots.take();
    try {
      const signal = signalOf(response, context.settings.exportSeconds ?? EXPORT_SECONDS);
      const language = languageOf(request);
      const begin = (block: number) => {
        const view = viewOf(request, exported.format, block, language);
        const [path, query] = view.split("?");
        response.set({
          "Content-Type": `${mediaTypes[exported.format]}; charset=utf-8`,
          "Content-Disposition": `attachment; filename="${fileName(exported, block)}"`,
          "Content-Language": language,
          "Cache-Control": "no-cache",
          Vary: "Accept-Language, Accept-Encoding",
          Link: `<${path}/manifest?${query}>; rel="describedby"; type="application/json"`,
        });
      };
      if (request.method === "HEAD") {
        readVariables(
          { parameters: exportParameters(exported.route) },
          request.params as Record<string, string>,
          queryOf(request.originalUrl),
        );
        begin(context.heads.current.block);
        response.end();
        return;
      }
      const manifest = await produce(exported, request, context, signal, begin, (bytes) =>
        send(response, bytes, signal),
      );
      metrics.exported(exported.route.exported!, exported.format, manifest.rows);
      // The last line of NDJSON; CSV has no place for it.
      response.end(exported.format === "ndjson" ? `${JSON.stringify({ manifest })}\n` : undefined);
    } finally {
      free();
    }
  };
}

/** The manifest beside the file, for formats that have no place for it, and for whoever downloads in pieces. */
export function serveManifest(exported: Exported, context: RestContext, slots: Slots): RequestHandler {
  return async (request, response) => {
    const free = slots.take();
    try {
      const signal = signalOf(response, context.settings.exportSeconds ?? EXPORT_SECONDS);
      const manifest = await produce(
        exported,
        request,
        context,
        signal,
        () => undefined,
        () => Promise.resolve(signal.throwIfAborted()),
      );
      response
        .set("Cache-Control", "no-cache")
        .type("application/json")
        .send(`${JSON.stringify(manifest)}\n`);
    } finally {
      free();
    }
  };
}

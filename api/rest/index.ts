import { Router } from "express";
import type { RequestHandler } from "express";
import { intakeError } from "../intake/errors/intake-error.ts";
import { ACTIONS_PATH } from "../intake/http/address.ts";
import { webhookHandlers } from "../webhooks/http/serve.ts";
import type { RestContext } from "./context.ts";
import { restAddresses } from "./addresses.ts";
import { exportAddresses } from "./exports/addresses.ts";
import { serveExport, serveManifest } from "./exports/serve.ts";
import { Slots } from "./exports/slots.ts";
import { feedAddresses } from "./feeds/addresses.ts";
import { serveFeed } from "./feeds/serve.ts";
import { fiscalAddresses } from "./fiscal/addresses.ts";
import { serveFiscal } from "./fiscal/serve.ts";
import { ocdsAddresses } from "./ocds/addresses.ts";
import { serveOcds } from "./ocds/serve.ts";
import { serveDescription } from "./openapi/serve.ts";
import { health, metricsPage, ready } from "./operations/health.ts";
import { Metrics } from "./operations/metrics.ts";
import { receiptAddress } from "./receipts/addresses.ts";
import { serveReceipt } from "./receipts/serve.ts";
import { readRoutes } from "./routes/index.ts";
import { failures, onlyMethods, unknownRoute } from "./serve/failure.ts";
import { limitRate, networkAddress, refuseLongUrl, REQUESTS_PER_MINUTE } from "./serve/limits.ts";
import { originOf } from "./serve/origin.ts";
import { serveRead } from "./serve/read.ts";
import { readBody, serveSubmit } from "./serve/submit.ts";

export type { RestContext, RestSettings } from "./context.ts";

/** Each holds a connection to the database while it runs. */
const EXPORTS_AT_ONCE = 4;
/** What an export costs out of a client's requests of a minute. */
const EXPORT_COST = 10;

/** `{name}` of the description as Express writes it. */
const pattern = (path: string) => path.replaceAll(/\{(\w+)\}/g, ":$1");

/** Everything outside `/graphql`: reads, exports, feeds, open contracting data, health and metrics. */
export function restRouter(context: RestContext): Router {
  const { settings, heads, ledger, database, logger, clientOf = networkAddress } = context;
  const router = Router({ strict: true, caseSensitive: true });
  const metrics = new Metrics(heads, () => database.connections);
  const { addresses, schemas } = restAddresses();
  const description = serveDescription(addresses, schemas);
  const slots = new Slots(settings.exportsAtOnce ?? EXPORTS_AT_ONCE);
  const handlers = new Map<string, RequestHandler[]>([
    ["get /health", [health]],
    ["get /ready", [ready(heads, ledger, database)]],
    ["get /metrics", [metricsPage(metrics, context.registries)]],
    ["get /openapi.json", [description.document]],
    ["get /api", [description.page]],
    [`get ${receiptAddress.path}`, [serveReceipt(context, context.documents)]],
    ["post /v1/transactions", [readBody, serveSubmit(context)]],
    // An intake takes these in front of everything else; where they come here, there is none.
    [`post ${ACTIONS_PATH}`, [(_request, _response, next) => next(intakeError("LOG_INTAKE_NO_KEY"))]],
    ...webhookHandlers({
      ...context.webhooks,
      originOf: (request) => originOf(request, settings),
    }),
    ...exportAddresses.map(
      (one) =>
        [
          `get ${one.path}`,
          [one.manifest ? serveManifest(one, context, slots) : serveExport(one, context, slots, metrics)],
        ] as const,
    ),
    ...ocdsAddresses.map((one) => [`get ${one.path}`, [serveOcds(one, context)]] as const),
    ...fiscalAddresses.map((one) => [`get ${one.path}`, [serveFiscal(one, context, slots)]] as const),
    ...feedAddresses.map((one) => [`get ${one.path}`, [serveFeed(one, context)]] as const),
    ...readRoutes.map((route) => [`get ${route.path}`, [serveRead(route, context)]] as const),
  ] as [string, RequestHandler[]][]);

  const limits = [
    refuseLongUrl,
    limitRate(settings.requestsPerMinute ?? REQUESTS_PER_MINUTE, clientOf, (request) =>
      /\.(csv|ndjson)(\/manifest)?$|^\/fiscal\//.test(request.path) ? EXPORT_COST : 1,
    ),
  ];
  for (const path of new Set(addresses.map((one) => one.path))) {
    const here = router.route(pattern(path));
    const methods = addresses.filter((one) => one.path === path).map(({ method }) => method);
    const known: RequestHandler = (_request, response, next) => {
      response.locals.route = path;
      next();
    };
    here.all(known, metrics.observe);
    // Machines ask these all the time, and must be answered when others are not.
    if (!["/health", "/ready", "/metrics"].includes(path)) here.all(...limits);
    for (const method of methods) here[method](...handlers.get(`${method} ${path}`)!);
    here.all(
      onlyMethods(...methods.flatMap((one) => (one === "get" ? ["GET", "HEAD"] : [one.toUpperCase()]))),
    );
  }
  router.use(["/v1", "/ocds", "/fiscal", "/feeds"], metrics.observe, ...limits, unknownRoute);
  router.use(failures(logger));
  return router;
}

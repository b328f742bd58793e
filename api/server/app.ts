import compression from "compression";
import cors from "cors";
import express from "express";
import type { Express, Request } from "express";
import helmet from "helmet";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import type { Documents } from "../../sdk/documents/index.ts";
import type { Gateway } from "../gateway/gateway.ts";
import { pagesRouter } from "../pages/index.ts";
import type { Heads } from "../read/heads.ts";
import type { LedgerHead } from "../read/ledger-head.ts";
import { readsOf } from "../read/open.ts";
import type { ReadDatabase } from "../read/sql/database.ts";
import { restRouter } from "../rest/index.ts";
import { failures, unknownRoute } from "../rest/serve/failure.ts";
import {
  limitRate,
  networkAddress,
  refuseLargeBody,
  refuseLongUrl,
  REQUESTS_PER_MINUTE,
} from "../rest/serve/limits.ts";
import type { Webhooks } from "../webhooks/http/serve.ts";
import { onlyReading, serveBlock, serveDocument } from "./documents.ts";
import { openGraphql } from "./graphql.ts";
import { rpcHandlers } from "./rpc.ts";

export interface AppOptions {
  readonly database: ReadDatabase;
  readonly heads: Heads;
  readonly ledger: LedgerHead;
  readonly gateway: Gateway;
  readonly documents: Documents;
  readonly webhooks: Omit<Webhooks, "originOf">;
  /** metrics of what else this process does */
  readonly registries: readonly Registry[];
  readonly logger: Logger;
  readonly rpcUrl: string;
  readonly deployment: DeploymentDescription;
  /** Folder of the built pages. */
  readonly webFolder: string;
  readonly publicUrl?: string;
  readonly ocidPrefix?: string;
  /** Proxies in front, whose X-Forwarded-For is believed. */
  readonly proxies?: number;
  readonly requestsPerMinute?: number;
}

/** Everything that one port serves: GraphQL, REST, the chain's reading methods, and the pages. */
export function createApp(options: AppOptions): Express {
  const {
    database,
    heads,
    ledger,
    gateway,
    documents,
    webhooks,
    registries,
    logger,
    rpcUrl,
    publicUrl,
    ocidPrefix,
  } = options;
  const requestsPerMinute = options.requestsPerMinute ?? REQUESTS_PER_MINUTE;
  const reads = readsOf(database, heads);
  const clientOf = (request: Request) => networkAddress(request);
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", options.proxies ?? 0);
  app.use(security());
  app.use(anyOrigin());
  app.use(compression({ filter: (request, response) => compresses(request, response) }));

  const limits = [refuseLongUrl, refuseLargeBody, limitRate(requestsPerMinute, clientOf, () => 1)];
  const graphql = openGraphql({ reads, heads, gateway, logger, clientOf });
  app.all("/graphql", ...limits, ...graphql.handlers);
  app.all("/documents/:cid", ...limits, onlyReading, serveDocument(documents));
  app.all("/ipfs/:cid", ...limits, onlyReading, serveBlock(documents));
  app.post("/rpc", ...limits, ...rpcHandlers(rpcUrl, options.deployment));
  const settings = { ...(publicUrl && { publicUrl }), ...(ocidPrefix && { ocidPrefix }), requestsPerMinute };
  app.use(
    restRouter({
      reads,
      database,
      heads,
      ledger,
      gateway,
      documents,
      webhooks,
      registries,
      settings,
      logger,
      clientOf,
    }),
  );
  app.use(
    pagesRouter({
      folder: options.webFolder,
      database,
      heads,
      ask: graphql.ask,
      logger,
      limits: [refuseLongUrl, limitRate(requestsPerMinute, clientOf, () => 1)],
      ...(publicUrl && { publicUrl }),
    }),
  );
  app.use(unknownRoute);
  app.use(failures(logger));
  return app;
}

/** Events are sent as they come; compressing would hold them back. */
function compresses(request: Request, response: express.Response): boolean {
  if (String(response.getHeader("Content-Type") ?? "").startsWith("text/event-stream")) return false;
  return compression.filter(request, response);
}

/** All of this is public, and nobody is known by a cookie: pages of any origin may read it and hand in what is signed. */
function anyOrigin(): express.RequestHandler {
  return cors({
    origin: "*",
    methods: ["GET", "HEAD", "POST", "DELETE"],
    exposedHeaders: ["ETag", "Link", "Content-Disposition", "RateLimit", "RateLimit-Policy", "Retry-After"],
    maxAge: 86_400,
  });
}

/** The reader's check asks a chain from the browser: by this origin, or any node that the reader names. */
function security(): express.RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'", "'wasm-unsafe-eval'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'"],
        "connect-src": ["'self'", "https:", "http:"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: "cross-origin" },
    strictTransportSecurity: false,
  });
}

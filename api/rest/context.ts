import type { Request } from "express";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { Documents } from "../../sdk/documents/index.ts";
import type { Gateway } from "../gateway/gateway.ts";
import type { Heads } from "../read/heads.ts";
import type { LedgerHead } from "../read/ledger-head.ts";
import type { Reads } from "../read/reads.ts";
import type { Database, ReadDatabase } from "../read/sql/database.ts";
import type { Webhooks } from "../webhooks/http/serve.ts";

export interface RestSettings {
  /** Origin that links name, such as `https://example.go.th`; absent: the one that the request came by. */
  readonly publicUrl?: string;
  /** Prefix of open contracting ids; the operator's registered one. Default: see ocds/identifiers.ts. */
  readonly ocidPrefix?: string;
  /** How long one request may take, in seconds. */
  readonly requestSeconds?: number;
  /** How long one export may take, in seconds. */
  readonly exportSeconds?: number;
  /** How many exports run at once. */
  readonly exportsAtOnce?: number;
  /** Requests of one client in a minute; beyond it the answer is 429. */
  readonly requestsPerMinute?: number;
}

/** What the REST side is made from; GraphQL gets the same reads and the same gateway. */
export interface RestContext {
  /** The reads of one request: they end when its signal aborts. `within`: in a transaction of one's own. */
  readonly reads: (signal: AbortSignal, within?: Database) => Reads;
  /** For exports, which read in one transaction of their own. */
  readonly database: ReadDatabase;
  readonly heads: Heads;
  readonly ledger: LedgerHead;
  readonly gateway: Gateway;
  /** where logs publish their bundles */
  readonly documents: Documents;
  readonly webhooks: Omit<Webhooks, "originOf">;
  /** further metrics of this process */
  readonly registries: readonly Registry[];
  readonly settings: RestSettings;
  readonly logger: Logger;
  /** Pseudonym of the caller for quotas; never logged. Default: the network address as Express sees it. */
  readonly clientOf?: (request: Request) => string;
}

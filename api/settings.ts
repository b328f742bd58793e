import type { Wallet } from "ethers";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DeploymentDescription } from "../sdk/deployment.ts";
import { FolderDocuments, KuboDocuments } from "../sdk/documents/index.ts";
import type { Documents } from "../sdk/documents/index.ts";
import { apiError } from "./errors/api-error.ts";
import { readAccountKey } from "./keys/account-key.ts";
import { readLoopback } from "./webhooks/address/loopback.ts";

export interface ApiSettings {
  /** PORT */
  readonly port: number;
  /** HOST: address to listen on; every one when absent */
  readonly host?: string;
  /** DATABASE_URL: the mirror */
  readonly databaseUrl: string;
  /** RPC_URL: the chain that transactions are relayed to */
  readonly rpcUrl: string;
  /** DEPLOYMENT: file that describes where the ledger stands */
  readonly deployment: DeploymentDescription;
  /** Kubo at IPFS_API_URL, else the folder DATA_DIR/documents */
  readonly documents: Documents;
  /** PUBLIC_URL: origin that links name; absent: the one that a request came by */
  readonly publicUrl?: string;
  /** TRUST_PROXY: how many proxies stand in front; 0 by default */
  readonly proxies: number;
  /** OCID_PREFIX: the operator's prefix of open contracting ids; ocds/identifiers.ts has the one that holds without */
  readonly ocidPrefix?: string;
  /** REQUESTS_PER_MINUTE of one client */
  readonly requestsPerMinute?: number;
  /** DATABASE_CONNECTIONS */
  readonly connections: number;
  /** LOG_GATEWAY_KEY_FILE: the gateway's key; without it no actions are taken */
  readonly gatewayKey?: Wallet;
  /** LOG_REQUESTS_AT_ONCE: requests with actions that are under way at the same time */
  readonly logRequestsAtOnce?: number;
  /** LOG_BODY_SECONDS: within which the body of a request with actions must have come; 30 by default, 1 to 50 */
  readonly logBodyWithin: number;
  /** MAX_CONNECTIONS at the same time */
  readonly connectionsAtOnce?: number;
  /** WEBHOOK_LOOPBACK=1: webhooks may lead to this machine; on the demonstration's chain only */
  readonly webhookLoopback: boolean;
  /** WEB_FOLDER: the built pages; those of `npm run build` when absent */
  readonly webFolder: string;
}

/** @throws ProngsaiError API_SETTING, API_OCID_PREFIX, LOG_KEY_FILE, LOG_KEY_DEMONSTRATION, WEBHOOK_SETTING */
export function readApiSettings(env: NodeJS.ProcessEnv): ApiSettings {
  const given = (name: string): string => {
    const value = env[name];
    if (!value) throw apiError("API_SETTING", { name });
    return value;
  };
  const whole = (name: string, otherwise: number, least = 0): number => {
    const value = env[name] ? Number(env[name]) : otherwise;
    if (!Number.isSafeInteger(value) || value < least) throw apiError("API_SETTING", { name });
    return value;
  };
  const deployment = JSON.parse(readFileSync(given("DEPLOYMENT"), "utf8")) as DeploymentDescription;
  return {
    port: whole("PORT", 8080),
    ...(env.HOST && { host: env.HOST }),
    databaseUrl: given("DATABASE_URL"),
    rpcUrl: given("RPC_URL"),
    deployment,
    documents: env.IPFS_API_URL
      ? new KuboDocuments(env.IPFS_API_URL)
      : new FolderDocuments(join(given("DATA_DIR"), "documents")),
    ...(env.PUBLIC_URL && { publicUrl: env.PUBLIC_URL }),
    ...(env.OCID_PREFIX && { ocidPrefix: ocidPrefix(env.OCID_PREFIX) }),
    proxies: whole("TRUST_PROXY", 0),
    ...(env.REQUESTS_PER_MINUTE && { requestsPerMinute: whole("REQUESTS_PER_MINUTE", 1, 1) }),
    connections: whole("DATABASE_CONNECTIONS", 10, 1),
    ...(env.LOG_GATEWAY_KEY_FILE && {
      gatewayKey: readAccountKey("LOG_GATEWAY_KEY_FILE", env.LOG_GATEWAY_KEY_FILE, deployment.chainId),
    }),
    ...(env.LOG_REQUESTS_AT_ONCE && { logRequestsAtOnce: whole("LOG_REQUESTS_AT_ONCE", 1, 1) }),
    logBodyWithin: bodySeconds(whole("LOG_BODY_SECONDS", 30)),
    ...(env.MAX_CONNECTIONS && { connectionsAtOnce: whole("MAX_CONNECTIONS", 1, 1) }),
    webhookLoopback: readLoopback(env, deployment),
    webFolder: resolve(env.WEB_FOLDER ?? join(import.meta.dirname, "../web/dist")),
  };
}

/** A request is answered within a minute, and what stands in the body has to be written in it. */
function bodySeconds(value: number): number {
  if (value >= 1 && value <= 50) return value;
  throw apiError("API_SETTING", { name: "LOG_BODY_SECONDS" });
}

/** As the Open Contracting Partnership gives them out: `ocds-` and six small letters or digits. */
function ocidPrefix(value: string): string {
  if (/^ocds-[a-z0-9]{6}$/.test(value)) return value;
  throw apiError("API_OCID_PREFIX", { value: value.slice(0, 40) });
}

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DeploymentDescription } from "../sdk/deployment.ts";
import { FolderDocuments, KuboDocuments } from "../sdk/documents/index.ts";
import type { Documents } from "../sdk/documents/index.ts";
import { apiError } from "./errors/api-error.ts";

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
  /** WEB_FOLDER: the built pages; those of `npm run build` when absent */
  readonly webFolder: string;
}

/** @throws ProngsaiError API_SETTING, API_OCID_PREFIX */
export function readApiSettings(env: NodeJS.ProcessEnv): ApiSettings {
  const given = (name: string): string => {
    const value = env[name];
    if (!value) throw apiError("API_SETTING", { name });
    return value;
  };
  const whole = (name: string, otherwise: number): number => {
    const value = env[name] ? Number(env[name]) : otherwise;
    if (!Number.isSafeInteger(value) || value < 0) throw apiError("API_SETTING", { name });
    return value;
  };
  return {
    port: whole("PORT", 8080),
    ...(env.HOST && { host: env.HOST }),
    databaseUrl: given("DATABASE_URL"),
    rpcUrl: given("RPC_URL"),
    deployment: JSON.parse(readFileSync(given("DEPLOYMENT"), "utf8")) as DeploymentDescription,
    documents: env.IPFS_API_URL
      ? new KuboDocuments(env.IPFS_API_URL)
      : new FolderDocuments(join(given("DATA_DIR"), "documents")),
    ...(env.PUBLIC_URL && { publicUrl: env.PUBLIC_URL }),
    ...(env.OCID_PREFIX && { ocidPrefix: ocidPrefix(env.OCID_PREFIX) }),
    proxies: whole("TRUST_PROXY", 0),
    ...(env.REQUESTS_PER_MINUTE && { requestsPerMinute: whole("REQUESTS_PER_MINUTE", 0) }),
    connections: whole("DATABASE_CONNECTIONS", 10),
    webFolder: resolve(env.WEB_FOLDER ?? join(import.meta.dirname, "../web/dist")),
  };
}

/** As the Open Contracting Partnership gives them out: `ocds-` and six small letters or digits. */
function ocidPrefix(value: string): string {
  if (/^ocds-[a-z0-9]{6}$/.test(value)) return value;
  throw apiError("API_OCID_PREFIX", { value: value.slice(0, 40) });
}

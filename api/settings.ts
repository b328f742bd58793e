import type { Wallet } from "ethers";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DeploymentDescription } from "../sdk/deployment.ts";
import { FolderDocuments, KuboDocuments } from "../sdk/documents/index.ts";
import type { Documents } from "../sdk/documents/index.ts";
import { apiError } from "./errors/api-error.ts";
import { readAccountKey } from "./keys/account-key.ts";
import { readApiOptions, readWhole } from "./options.ts";
import type { ApiOptions } from "./options.ts";
import { readLoopback } from "./webhooks/address/loopback.ts";

export interface ApiSettings extends ApiOptions {
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
  /** LOG_GATEWAY_KEY_FILE: the gateway's key; without it no actions are taken */
  readonly gatewayKey?: Wallet;
  /** WEBHOOK_LOOPBACK=1: webhooks may lead to this machine; on the demonstration's chain only */
  readonly webhookLoopback: boolean;
  /** WEB_FOLDER: the built pages; those of `npm run build` when absent */
  readonly webFolder: string;
}

const NO_DEFAULT = {
  wanted: "given, because there is no default",
  wantedTh: "ค่าที่กำหนดเอง เพราะไม่มีค่าเริ่มต้น",
};

/** @throws ProngsaiError API_SETTING, API_OCID_PREFIX, LOG_KEY_FILE, LOG_KEY_DEMONSTRATION, WEBHOOK_SETTING */
export function readApiSettings(env: NodeJS.ProcessEnv): ApiSettings {
  const given = (name: string): string => {
    const value = env[name];
    if (!value) throw apiError("API_SETTING", { name, ...NO_DEFAULT });
    return value;
  };
  const deployment = JSON.parse(readFileSync(given("DEPLOYMENT"), "utf8")) as DeploymentDescription;
  return {
    ...readApiOptions(env),
    port: readWhole(env, "PORT", { otherwise: 8080, least: 0 }),
    ...(env.HOST && { host: env.HOST }),
    databaseUrl: given("DATABASE_URL"),
    rpcUrl: given("RPC_URL"),
    deployment,
    documents: env.IPFS_API_URL
      ? new KuboDocuments(env.IPFS_API_URL)
      : new FolderDocuments(join(given("DATA_DIR"), "documents")),
    ...(env.PUBLIC_URL && { publicUrl: env.PUBLIC_URL }),
    ...(env.LOG_GATEWAY_KEY_FILE && {
      gatewayKey: readAccountKey("LOG_GATEWAY_KEY_FILE", env.LOG_GATEWAY_KEY_FILE, deployment.chainId),
    }),
    webhookLoopback: readLoopback(env, deployment),
    webFolder: resolve(env.WEB_FOLDER ?? join(import.meta.dirname, "../web/dist")),
  };
}

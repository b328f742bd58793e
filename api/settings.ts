import type { Wallet } from "ethers";
import { join, resolve } from "node:path";
import type { DeploymentDescription } from "../sdk/deployment.ts";
import { FolderDocuments, KuboDocuments } from "../sdk/documents/index.ts";
import type { Documents } from "../sdk/documents/index.ts";
import { readDeployment } from "../sdk/read-deployment.ts";
import { readAccountKey } from "./keys/account-key.ts";
import { readApiOptions, refuse } from "./options.ts";
import type { ApiOptions } from "./options.ts";
import { givenAddress, givenSetting, readNumber } from "../sdk/setting.ts";
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
  /** LOG_GATEWAY_KEY_FILE: the gateway's key; without it no actions are taken */
  readonly gatewayKey?: Wallet;
  /** WEBHOOK_LOOPBACK=1: webhooks may lead to this machine; on the demonstration's chain only */
  readonly webhookLoopback: boolean;
  /** WEB_FOLDER: the built pages; those of `npm run build` when absent */
  readonly webFolder: string;
}

/** @throws ProngsaiError API_SETTING, API_OCID_PREFIX, DEPLOYMENT_FILE_…, LOG_KEY_FILE, LOG_KEY_DEMONSTRATION, WEBHOOK_SETTING */
export function readApiSettings(env: NodeJS.ProcessEnv): ApiSettings {
  const given = (name: string) => givenSetting(env, name, refuse);
  const deployment = readDeployment(given("DEPLOYMENT"));
  return {
    ...readApiOptions(env),
    port: readNumber(env, "PORT", { otherwise: 8080, least: 0 }, refuse),
    ...(env.HOST && { host: env.HOST }),
    databaseUrl: givenAddress(env, "DATABASE_URL", "postgres", refuse),
    rpcUrl: givenAddress(env, "RPC_URL", "http", refuse),
    deployment,
    documents: env.IPFS_API_URL
      ? new KuboDocuments(env.IPFS_API_URL)
      : new FolderDocuments(join(given("DATA_DIR"), "documents")),
    ...(env.LOG_GATEWAY_KEY_FILE && {
      gatewayKey: readAccountKey("LOG_GATEWAY_KEY_FILE", env.LOG_GATEWAY_KEY_FILE, deployment.chainId),
    }),
    webhookLoopback: readLoopback(env, deployment),
    webFolder: resolve(env.WEB_FOLDER ?? join(import.meta.dirname, "../web/dist")),
  };
}

import { join } from "node:path";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { FolderDocuments, KuboDocuments } from "../../sdk/documents/index.ts";
import type { Documents } from "../../sdk/documents/index.ts";
import { readDeployment } from "../../sdk/read-deployment.ts";
import { givenAddress, givenSetting, readNumber } from "../../sdk/setting.ts";
import type { Range, Refuse } from "../../sdk/setting.ts";
import { anchoringError } from "./errors/anchoring-error.ts";

export interface AnchoringSettings {
  /** RPC_URL */
  readonly rpcUrl: string;
  /** DEPLOYMENT: file that describes where the ledger stands */
  readonly deployment: DeploymentDescription;
  /** Kubo at IPFS_API_URL, else the folder DATA_DIR/documents */
  readonly documents: Documents;
  /** DATABASE_URL: where the intake keeps what it acknowledged */
  readonly databaseUrl: string;
  /** LOG_GATEWAY_KEY_FILE: file with the gateway account's key */
  readonly gatewayKeyFile: string;
  /** LOG_CHECKPOINT_KEYS: folder with a checkpoint key for each service */
  readonly checkpointKeys: string;
  /** LOG_ANCHOR_INTERVAL: seconds from one anchor to the next at the least; 1 by default, 0.1 to 3,600 */
  readonly interval: number;
  /** LOG_ANCHOR_METRICS_PORT: port of 127.0.0.1 for Prometheus; none when absent */
  readonly metricsPort?: number;
}

/** Seconds. */
const INTERVALS: Range = { otherwise: 1, least: 0.1, most: 3_600, parts: true };
const PORTS: Range = { otherwise: 0, least: 1, most: 65_535 };

const refuse: Refuse = (details) => anchoringError("LOG_ANCHOR_SETTING", details);

/** @throws ProngsaiError LOG_ANCHOR_SETTING, DEPLOYMENT_FILE_… */
export function readAnchoringSettings(env: NodeJS.ProcessEnv): AnchoringSettings {
  const given = (name: string) => givenSetting(env, name, refuse);
  const number = (name: string, range: Range) => readNumber(env, name, range, refuse);
  return {
    rpcUrl: givenAddress(env, "RPC_URL", "http", refuse),
    deployment: readDeployment(given("DEPLOYMENT")),
    documents: env.IPFS_API_URL
      ? new KuboDocuments(env.IPFS_API_URL)
      : new FolderDocuments(join(given("DATA_DIR"), "documents")),
    ...(env.LOG_ANCHOR_METRICS_PORT && { metricsPort: number("LOG_ANCHOR_METRICS_PORT", PORTS) }),
    databaseUrl: givenAddress(env, "DATABASE_URL", "postgres", refuse),
    gatewayKeyFile: given("LOG_GATEWAY_KEY_FILE"),
    checkpointKeys: given("LOG_CHECKPOINT_KEYS"),
    interval: number("LOG_ANCHOR_INTERVAL", INTERVALS),
  };
}

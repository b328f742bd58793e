import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { FolderDocuments, KuboDocuments } from "../../sdk/documents/index.ts";
import type { Documents } from "../../sdk/documents/index.ts";
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
  /** LOG_ANCHOR_INTERVAL: seconds from one anchor to the next at the least; 1 by default, at most 3,600 */
  readonly interval: number;
  /** LOG_ANCHOR_METRICS_PORT: port of 127.0.0.1 for Prometheus; none when absent */
  readonly metricsPort?: number;
}

const LONGEST_INTERVAL = 3_600;

/** The variable's value. @throws ProngsaiError LOG_ANCHOR_SETTING */
function given(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw anchoringError("LOG_ANCHOR_SETTING", { name });
  return value;
}

/** @throws ProngsaiError LOG_ANCHOR_SETTING */
export function readAnchoringSettings(env: NodeJS.ProcessEnv): AnchoringSettings {
  const interval = Number(env.LOG_ANCHOR_INTERVAL || 1);
  if (!(interval > 0 && interval <= LONGEST_INTERVAL))
    throw anchoringError("LOG_ANCHOR_SETTING", { name: "LOG_ANCHOR_INTERVAL" });
  const port = env.LOG_ANCHOR_METRICS_PORT ? Number(env.LOG_ANCHOR_METRICS_PORT) : undefined;
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
    throw anchoringError("LOG_ANCHOR_SETTING", { name: "LOG_ANCHOR_METRICS_PORT" });
  return {
    rpcUrl: given(env, "RPC_URL"),
    deployment: JSON.parse(readFileSync(given(env, "DEPLOYMENT"), "utf8")) as DeploymentDescription,
    documents: env.IPFS_API_URL
      ? new KuboDocuments(env.IPFS_API_URL)
      : new FolderDocuments(join(given(env, "DATA_DIR"), "documents")),
    ...(port !== undefined && { metricsPort: port }),
    databaseUrl: given(env, "DATABASE_URL"),
    gatewayKeyFile: given(env, "LOG_GATEWAY_KEY_FILE"),
    checkpointKeys: given(env, "LOG_CHECKPOINT_KEYS"),
    interval,
  };
}

import { join } from "node:path";
import type { DeploymentDescription } from "../../../sdk/deployment.ts";
import { FolderDocuments, GatewayDocuments, KuboDocuments } from "../../../sdk/documents/index.ts";
import type { ReadableDocuments } from "../../../sdk/documents/index.ts";
import { readDeployment } from "../../../sdk/read-deployment.ts";
import { givenAddress, givenSetting, readNumber } from "../../../sdk/setting.ts";
import type { Refuse } from "../../../sdk/setting.ts";
import { anchoringError } from "../errors/anchoring-error.ts";

export interface WitnessSettings {
  /** RPC_URL: a node that takes transactions */
  readonly rpcUrl: string;
  /** DEPLOYMENT: file that describes where the ledger stands */
  readonly deployment: DeploymentDescription;
  /** Kubo at IPFS_API_URL, else the gateway DOCUMENTS_GATEWAY, else the folder DATA_DIR/documents */
  readonly documents: ReadableDocuments;
  /** WITNESS_KEY_FILE: file with the key of an officer with the duty WITNESS */
  readonly keyFile: string;
  /** WITNESS_INTERVAL: seconds from one look to the next; 60 by default, at least 0.1 */
  readonly interval: number;
}

const refuse: Refuse = (details) => anchoringError("LOG_WITNESS_SETTING", details);

function openDocuments(env: NodeJS.ProcessEnv): ReadableDocuments {
  if (env.IPFS_API_URL) return new KuboDocuments(env.IPFS_API_URL);
  if (env.DOCUMENTS_GATEWAY)
    return new GatewayDocuments(givenAddress(env, "DOCUMENTS_GATEWAY", "http", refuse));
  return new FolderDocuments(join(givenSetting(env, "DATA_DIR", refuse), "documents"));
}

/** @throws ProngsaiError LOG_WITNESS_SETTING, DEPLOYMENT_FILE_… */
export function readWitnessSettings(env: NodeJS.ProcessEnv): WitnessSettings {
  const given = (name: string) => givenSetting(env, name, refuse);
  return {
    rpcUrl: givenAddress(env, "RPC_URL", "http", refuse),
    deployment: readDeployment(given("DEPLOYMENT")),
    documents: openDocuments(env),
    keyFile: given("WITNESS_KEY_FILE"),
    interval: readNumber(env, "WITNESS_INTERVAL", { otherwise: 60, least: 0.1, parts: true }, refuse),
  };
}

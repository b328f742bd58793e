import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DeploymentDescription } from "../../../sdk/deployment.ts";
import { FolderDocuments, GatewayDocuments, KuboDocuments } from "../../../sdk/documents/index.ts";
import type { ReadableDocuments } from "../../../sdk/documents/index.ts";
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
  /** WITNESS_INTERVAL: seconds from one look to the next; 60 by default */
  readonly interval: number;
}

/** The variable's value. @throws ProngsaiError LOG_WITNESS_SETTING */
function given(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw anchoringError("LOG_WITNESS_SETTING", { name });
  return value;
}

function openDocuments(env: NodeJS.ProcessEnv): ReadableDocuments {
  if (env.IPFS_API_URL) return new KuboDocuments(env.IPFS_API_URL);
  const gateway = env.DOCUMENTS_GATEWAY;
  if (!gateway) return new FolderDocuments(join(given(env, "DATA_DIR"), "documents"));
  if (/^https?:/.test(gateway) && URL.canParse(gateway)) return new GatewayDocuments(gateway);
  throw anchoringError("LOG_WITNESS_SETTING", { name: "DOCUMENTS_GATEWAY" });
}

/** @throws ProngsaiError LOG_WITNESS_SETTING */
export function readWitnessSettings(env: NodeJS.ProcessEnv): WitnessSettings {
  const interval = Number(env.WITNESS_INTERVAL || 60);
  if (!(interval > 0)) throw anchoringError("LOG_WITNESS_SETTING", { name: "WITNESS_INTERVAL" });
  return {
    rpcUrl: given(env, "RPC_URL"),
    deployment: JSON.parse(readFileSync(given(env, "DEPLOYMENT"), "utf8")) as DeploymentDescription,
    documents: openDocuments(env),
    keyFile: given(env, "WITNESS_KEY_FILE"),
    interval,
  };
}

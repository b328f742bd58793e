import type { DeploymentDescription } from "../sdk/deployment.ts";
import type { Documents } from "../sdk/documents/index.ts";
import { readDeployment } from "../sdk/read-deployment.ts";
import { join } from "node:path";
import { FatalError } from "./errors/index.ts";

export interface IndexerSettings {
  /** RPC_URL */
  readonly rpcUrl: string;
  /** WS_URL: the same node by WebSocket; without it new blocks are polled for */
  readonly wsUrl?: string;
  /** DATABASE_URL */
  readonly databaseUrl: string;
  /** DEPLOYMENT: file that describes where the ledger stands */
  readonly deployment: DeploymentDescription;
  /** Kubo at IPFS_API_URL, else the folder DATA_DIR/documents. Its libraries are loaded when it is called. */
  readonly openDocuments: () => Promise<Documents>;
}

/** @throws FatalError INDEX_SETTING; ProngsaiError DEPLOYMENT_FILE_… */
export function readIndexerSettings(env: NodeJS.ProcessEnv): IndexerSettings {
  const given = (name: string): string => {
    const value = env[name];
    if (!value) throw new FatalError("INDEX_SETTING", { name });
    return value;
  };
  const kubo = env.IPFS_API_URL;
  const folder = kubo ? "" : join(given("DATA_DIR"), "documents");
  return {
    rpcUrl: given("RPC_URL"),
    ...(env.WS_URL && { wsUrl: env.WS_URL }),
    databaseUrl: given("DATABASE_URL"),
    deployment: readDeployment(given("DEPLOYMENT")),
    openDocuments: async () => {
      const { FolderDocuments, KuboDocuments } = await import("../sdk/documents/index.ts");
      return kubo ? new KuboDocuments(kubo) : new FolderDocuments(folder);
    },
  };
}

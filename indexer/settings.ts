import type { DeploymentDescription } from "../sdk/deployment.ts";
import type { Documents } from "../sdk/documents/index.ts";
import { readDeployment } from "../sdk/read-deployment.ts";
import { givenAddress, givenSetting } from "../sdk/setting.ts";
import type { Refuse } from "../sdk/setting.ts";
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
  const refuse: Refuse = (details) => new FatalError("INDEX_SETTING", details);
  const given = (name: string) => givenSetting(env, name, refuse);
  const kubo = env.IPFS_API_URL;
  const folder = kubo ? "" : join(given("DATA_DIR"), "documents");
  return {
    rpcUrl: givenAddress(env, "RPC_URL", "http", refuse),
    ...(env.WS_URL && { wsUrl: givenAddress(env, "WS_URL", "ws", refuse) }),
    databaseUrl: givenAddress(env, "DATABASE_URL", "postgres", refuse),
    deployment: readDeployment(given("DEPLOYMENT")),
    openDocuments: async () => {
      const { FolderDocuments, KuboDocuments } = await import("../sdk/documents/index.ts");
      return kubo ? new KuboDocuments(kubo) : new FolderDocuments(folder);
    },
  };
}

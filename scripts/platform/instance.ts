import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { platformError } from "./errors.ts";
import { isProcess } from "./stale-process.ts";

/** What a running `npm start` tells to commands in other terminals, in DATA_DIR/instance.json. */
export interface Instance {
  /** Process id of the supervisor. */
  pid: number;
  apiUrl: string;
  rpcUrl: string;
  /** Absent when the chain is somebody else's and offers no known WebSocket. */
  wsUrl?: string;
  databaseUrl: string;
  chainId: number;
  /** Path of the deployment description (sdk/deployment.ts). */
  deployment: string;
  /** Folder of the documents' blocks. */
  documents: string;
  /** RPC address of Kubo, when documents are kept there. */
  ipfsApiUrl?: string;
}

const file = (dataDir: string) => join(dataDir, "instance.json");

/** The file holds the database's password: only its owner may read it. */
export function writeInstance(dataDir: string, instance: Instance): void {
  mkdirSync(dataDir, { recursive: true });
  const partial = `${file(dataDir)}.partial`;
  writeFileSync(partial, `${JSON.stringify(instance, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(partial, file(dataDir));
}

export function removeInstance(dataDir: string): void {
  rmSync(file(dataDir), { force: true });
}

/**
 * The instance that runs on `dataDir`.
 * @throws ProngsaiError INSTANCE_NOT_RUNNING also when the file was left behind by one that was killed
 */
export function readInstance(dataDir: string): Instance {
  let instance: Instance | undefined;
  try {
    instance = JSON.parse(readFileSync(file(dataDir), "utf8")) as Instance;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  if (instance && isProcess(instance.pid, "scripts/start.ts")) return instance;
  throw platformError("INSTANCE_NOT_RUNNING", { dataDir });
}

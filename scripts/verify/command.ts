import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { VerifyOptions } from "../../indexer/verify/index.ts";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { FolderDocuments, KuboDocuments } from "../../sdk/documents/index.ts";
import { PlatformError } from "../platform/errors.ts";
import { readInstance } from "../platform/instance.ts";
import type { Instance } from "../platform/instance.ts";
import { readSettings } from "../platform/settings.ts";
import type { Settings } from "../platform/settings.ts";

const USAGE = "npm run verify [-- --json], while an instance runs; or with DATABASE_URL and RPC_URL set";

export interface Target {
  readonly settings: Pick<VerifyOptions, "rpcUrl" | "databaseUrl" | "deployment" | "documents">;
  readonly json: boolean;
}

/**
 * What is to be verified: the running instance, with DATABASE_URL, RPC_URL, DEPLOYMENT and IPFS_API_URL in its stead where
 * they are set.
 *
 * @throws PlatformError VERIFY_USAGE, INSTANCE_NOT_RUNNING, SETTING_…
 */
export async function readTarget(args: string[], env: NodeJS.ProcessEnv): Promise<Target> {
  const json = readOptions(args);
  const settings = readSettings(env);
  const instance = findInstance(settings);
  const rpcUrl = settings.rpcUrl ?? instance!.rpcUrl;
  const file = env.DEPLOYMENT || instance?.deployment || (await usualFile(settings, rpcUrl));
  const ipfsApiUrl = settings.ipfsApiUrl ?? instance?.ipfsApiUrl;
  return {
    json,
    settings: {
      rpcUrl,
      databaseUrl: settings.databaseUrl ?? instance!.databaseUrl,
      deployment: await readDeployment(file),
      documents: ipfsApiUrl
        ? new KuboDocuments(ipfsApiUrl)
        : new FolderDocuments(instance?.documents ?? join(settings.dataDir, "documents")),
    },
  };
}

function readOptions(args: string[]): boolean {
  try {
    return parseArgs({ args, options: { json: { type: "boolean" } } }).values.json ?? false;
  } catch (cause) {
    throw new PlatformError("VERIFY_USAGE", (cause as Error).message, USAGE, cause);
  }
}

/** The running instance; none is needed where both addresses are given. */
function findInstance({ dataDir, databaseUrl, rpcUrl }: Settings): Instance | undefined {
  try {
    return readInstance(dataDir);
  } catch (error) {
    if (databaseUrl && rpcUrl) return undefined;
    throw error;
  }
}

/** Where `npm start` keeps the description of a chain's ledger. */
async function usualFile({ dataDir }: Settings, rpcUrl: string): Promise<string> {
  try {
    const response = await fetch(rpcUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] }),
      signal: AbortSignal.timeout(10_000),
    });
    const { result } = (await response.json()) as { result: string };
    return join(dataDir, `deployment-${Number(result)}.json`);
  } catch (cause) {
    const mend = "check RPC_URL, and that the chain runs";
    const what = `the chain at ${new URL(rpcUrl).host} does not answer: ${(cause as Error).message}`;
    throw new PlatformError("RPC_UNREACHABLE", what, mend, cause);
  }
}

async function readDeployment(file: string): Promise<DeploymentDescription> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as DeploymentDescription;
  } catch (cause) {
    const what = `the deployment description ${file} cannot be read`;
    throw new PlatformError("VERIFY_USAGE", what, "name the file in DEPLOYMENT", cause);
  }
}

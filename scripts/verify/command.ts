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

const USAGE =
  "npm run verify [-- --json], while an instance runs; or with DATABASE_URL and RPC_URL set; npm run verify -- FILE [--rpc URL] for an evidence file";

export type Target = Pick<VerifyOptions, "rpcUrl" | "databaseUrl" | "deployment" | "documents">;

export interface Command {
  readonly json: boolean;
  /** evidence file that is to be checked again, in place of the mirror */
  readonly file?: string;
  /** node that is asked about it */
  readonly rpc?: string;
}

/** @throws PlatformError VERIFY_USAGE */
export function readCommand(args: string[]): Command {
  const options = { json: { type: "boolean" }, rpc: { type: "string" } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (more.length > 0) throw new Error(`one file at a time: ${more.join(" ")} is too much`);
    if (values.rpc !== undefined && !file) throw new Error("--rpc belongs to an evidence file");
    return { json: values.json ?? false, ...(file && { file }), ...(values.rpc && { rpc: values.rpc }) };
  } catch (cause) {
    throw new PlatformError("VERIFY_USAGE", (cause as Error).message, USAGE, cause);
  }
}

/** The node to be asked about an evidence file: `--rpc`, RPC_URL, the running instance's, or the one asked before. */
export function nodeFor({ rpc }: Command, env: NodeJS.ProcessEnv, asked: string): string {
  const settings = readSettings(env);
  if (rpc ?? settings.rpcUrl) return (rpc ?? settings.rpcUrl)!;
  try {
    return readInstance(settings.dataDir).rpcUrl;
  } catch {
    return asked;
  }
}

/**
 * The mirror that is to be verified: the running instance's, with DATABASE_URL, RPC_URL, DEPLOYMENT and IPFS_API_URL in
 * its stead where they are set.
 *
 * @throws PlatformError INSTANCE_NOT_RUNNING, SETTING_…
 */
export async function readTarget(env: NodeJS.ProcessEnv): Promise<Target> {
  const settings = readSettings(env);
  const instance = findInstance(settings);
  const rpcUrl = settings.rpcUrl ?? instance!.rpcUrl;
  const file = env.DEPLOYMENT || instance?.deployment || (await usualFile(settings, rpcUrl));
  const ipfsApiUrl = settings.ipfsApiUrl ?? instance?.ipfsApiUrl;
  return {
    rpcUrl,
    databaseUrl: settings.databaseUrl ?? instance!.databaseUrl,
    deployment: await readDeployment(file),
    documents: ipfsApiUrl
      ? new KuboDocuments(ipfsApiUrl)
      : new FolderDocuments(instance?.documents ?? join(settings.dataDir, "documents")),
  };
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

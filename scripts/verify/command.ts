import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { VerifyOptions } from "../../indexer/verify/index.ts";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { FolderDocuments, KuboDocuments } from "../../sdk/documents/index.ts";
import { platformError, saidOfCommandLine } from "../platform/errors.ts";
import type { Said } from "../platform/errors.ts";
import { readInstance } from "../platform/instance.ts";
import type { Instance } from "../platform/instance.ts";
import { readSettings } from "../platform/settings.ts";
import type { Settings } from "../platform/settings.ts";
import { verifyUsage } from "./errors.ts";

const USAGE: Said = {
  th: "npm run verify [-- --json] ขณะที่ระบบทำงาน หรือเมื่อกำหนด DATABASE_URL และ RPC_URL; สำหรับแฟ้มหลักฐาน: npm run verify -- FILE [--rpc URL]",
  en: "npm run verify [-- --json], while an instance runs; or with DATABASE_URL and RPC_URL set; npm run verify -- FILE [--rpc URL] for an evidence file",
};

export type Target = Pick<VerifyOptions, "rpcUrl" | "databaseUrl" | "deployment" | "documents">;

export interface Command {
  readonly json: boolean;
  /** evidence file that is to be checked again, in place of the mirror */
  readonly file?: string;
  /** node that is asked about it */
  readonly rpc?: string;
}

/** @throws ProngsaiError VERIFY_USAGE */
export function readCommand(args: string[]): Command {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (more.length > 0) {
    const said = {
      th: `ตรวจได้ครั้งละหนึ่งแฟ้ม: ${more.join(" ")} เกินมา`,
      en: `One file at a time: ${more.join(" ")} is too much.`,
    };
    throw verifyUsage(said, USAGE);
  }
  if (values.rpc !== undefined && !file)
    throw verifyUsage({ th: "--rpc ใช้กับแฟ้มหลักฐาน", en: "--rpc belongs to an evidence file." }, USAGE);
  return { json: values.json ?? false, ...(file && { file }), ...(values.rpc && { rpc: values.rpc }) };
}

function parse(args: string[]) {
  const options = { json: { type: "boolean" }, rpc: { type: "string" } } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (cause) {
    throw verifyUsage(saidOfCommandLine(cause), USAGE, cause);
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
 * @throws ProngsaiError INSTANCE_NOT_RUNNING, SETTING_…
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
    const details = { host: new URL(rpcUrl).host, reason: (cause as Error).message };
    throw platformError("RPC_UNREACHABLE", details, cause);
  }
}

async function readDeployment(file: string): Promise<DeploymentDescription> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as DeploymentDescription;
  } catch (cause) {
    const said = {
      th: `อ่านคำอธิบายการติดตั้ง ${file} ไม่ได้`,
      en: `The deployment description ${file} cannot be read.`,
    };
    throw verifyUsage(said, { th: "ระบุแฟ้มใน DEPLOYMENT", en: "Name the file in DEPLOYMENT." }, cause);
  }
}

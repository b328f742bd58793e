import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { NODE_OPTIONS } from "../../../indexer/node-options.ts";
import type { DeploymentDescription } from "../../../sdk/deployment.ts";
import { startPostgres } from "../../platform/postgres.ts";
import type { CachedRecording } from "../chain/cache.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

/** A folder that is gone when the process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "prongsai-bench-indexer-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** One of our processes, whose output goes to a file. It ends when this one does. */
export function start(
  script: string,
  args: string[],
  env: Record<string, string>,
  log: string,
  nodeOptions: readonly string[] = [],
): ChildProcess {
  const output = openSync(log, "a", 0o600);
  const child = fork(resolve(ROOT, script), args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", output, output, "ipc"],
    execArgv: [...process.execArgv, ...nodeOptions],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

export async function end(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill(signal);
  await exit;
}

export interface RecordedChain {
  readonly url: string;
  readonly child: ChildProcess;
}

/** Serves the first blocks of a recording from a process of its own. */
export async function startRecordedChain(
  { folder, blocks }: CachedRecording,
  log: string,
): Promise<RecordedChain> {
  const child = start("scripts/bench/chain/main.ts", [folder, String(blocks), "0"], {}, log);
  const [message] = (await Promise.race([once(child, "message"), failure(child, "chain", log)])) as [
    { port: number },
  ];
  return { child, url: `http://127.0.0.1:${message.port}` };
}

export async function failure(child: ChildProcess, name: string, log: string): Promise<never> {
  const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
  const tail = readFileSync(log, "utf8").trim().split("\n").slice(-5).join("\n");
  throw new Error(`the ${name} process ended (${signal ?? `code ${code}`}):\n${tail}`);
}

export interface Database {
  readonly url: string;
  /** process id of the server */
  readonly pid: number;
  stop(): Promise<void>;
}

/** PostgreSQL as `npm start` runs it, in a folder of its own. */
export async function startDatabase(directory: string): Promise<Database> {
  const server = await startPostgres({ directory, database: "prongsai" });
  const pid = Number(readFileSync(join(directory, "cluster/postmaster.pid"), "utf8").split("\n")[0]);
  return { url: server.url, pid, stop: () => server.stop() };
}

export interface IndexerOptions {
  readonly folder: string;
  readonly rpcUrl: string;
  readonly wsUrl?: string;
  readonly databaseUrl: string;
  readonly deployment: DeploymentDescription;
  /** folder that holds `documents/` */
  readonly dataDir: string;
}

export function startIndexer(options: IndexerOptions): { child: ChildProcess; log: string } {
  const { folder, rpcUrl, wsUrl, databaseUrl, deployment, dataDir } = options;
  const file = join(folder, "deployment.json");
  const log = join(folder, "indexer.log");
  writeFileSync(file, JSON.stringify(deployment));
  const env = {
    RPC_URL: rpcUrl,
    WS_URL: wsUrl ?? "",
    DATABASE_URL: databaseUrl,
    DEPLOYMENT: file,
    DATA_DIR: dataDir,
    IPFS_API_URL: "",
    LOG_LEVEL: "info",
  };
  return { child: start("indexer/main.ts", [], env, log, NODE_OPTIONS), log };
}

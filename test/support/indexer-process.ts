/** The indexer in a process of its own, started as `npm start` starts it, and killed as nobody should. */
import { fork, type ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { resolve } from "node:path";
import type { DemoFixture } from "./demo-fixture.ts";

const ROOT = resolve(import.meta.dirname, "../..");

export interface IndexerProcess {
  child: ChildProcess;
  /** `ready` once at the head, `head` after every batch, `fatal` when it stops on an error; each with what it told. */
  said: EventEmitter<{
    ready: [];
    head: [{ block: number }];
    fatal: [{ code: string; message: string; mend: string }];
  }>;
  /** What it wrote to its log so far. */
  log(): string;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
}

export interface IndexerAddresses {
  rpcUrl: string;
  /** Without it the process polls. */
  wsUrl?: string;
  databaseUrl: string;
}

/** Starts it on the deployment and the documents of a fixture; waits for nothing. */
export function startIndexer(
  { deploymentFile, directory }: DemoFixture,
  { rpcUrl, wsUrl, databaseUrl }: IndexerAddresses,
): IndexerProcess {
  const child = fork(resolve(ROOT, "indexer/main.ts"), [], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...{ RPC_URL: rpcUrl, DATABASE_URL: databaseUrl, DEPLOYMENT: deploymentFile, DATA_DIR: directory },
      WS_URL: wsUrl ?? "",
      IPFS_API_URL: "",
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: true,
  });
  let log = "";
  child.stdout!.on("data", (chunk) => (log += chunk));
  child.stderr!.on("data", (chunk) => (log += chunk));
  const said: IndexerProcess["said"] = new EventEmitter();
  child.on("message", ({ type, ...rest }: { type: "ready" | "head" | "fatal" }) =>
    said.emit(type as "head", rest as { block: number }),
  );
  const exit = once(child, "exit") as Promise<[number | null]>;
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return (await exit)[0];
  };
  return {
    child,
    said,
    log: () => log,
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
  };
}

/** The anchoring process, or a witness, as `npm start` starts it, and killed as nobody should. */
import { fork, type ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { resolve } from "node:path";
import type { Trouble } from "../../../api/anchoring/work/anchoring.ts";
import type { LogWorld } from "./world.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

export interface AnchoringProcess {
  readonly child: ChildProcess;
  readonly said: EventEmitter<{
    ready: [];
    anchored: [{ block: number; services: number }];
    trouble: [Trouble];
    mended: [{ service: string }];
    fatal: [{ code: string; message: string; mend: string }];
  }>;
  /** What it has logged, as JSON lines. */
  log(): string;
  kill(): Promise<void>;
  /** @returns exit code */
  stop(): Promise<number | null>;
}

/** What the process is started with. */
export type Started = Pick<
  LogWorld,
  "chain" | "deploymentFile" | "directory" | "gatewayKeyFile" | "checkpointKeys"
> & { readonly database: { readonly url: string } };

export function startAnchoring(
  world: Started,
  change: Readonly<Record<string, string | undefined>> = {},
  script = "api/anchoring/main.ts",
): AnchoringProcess {
  const child = fork(resolve(ROOT, script), [], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...process.env,
      RPC_URL: world.chain.rpcUrl,
      DATABASE_URL: world.database.url,
      DEPLOYMENT: world.deploymentFile,
      DATA_DIR: world.directory,
      LOG_GATEWAY_KEY_FILE: world.gatewayKeyFile,
      LOG_CHECKPOINT_KEYS: world.checkpointKeys,
      LOG_ANCHOR_INTERVAL: "0.1",
      ...change,
    },
  });
  const said: AnchoringProcess["said"] = new EventEmitter();
  child.on("message", ({ type, ...rest }: { type: "ready" | "anchored" | "trouble" | "mended" | "fatal" }) =>
    said.emit(type, rest as never),
  );
  let log = "";
  child.stderr!.on("data", (chunk: Buffer) => (log += chunk.toString("utf8")));
  const exit = once(child, "exit");
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exit;
  };
  return {
    child,
    said,
    log: () => log,
    kill: () => end("SIGKILL"),
    stop: async () => {
      await end("SIGTERM");
      return child.exitCode;
    },
  };
}

import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { ProngsaiError } from "../../sdk/errors.ts";
import type { Texts } from "../../sdk/errors.ts";
import { platformError } from "./errors.ts";

const ROOT = resolve(import.meta.dirname, "../..");

export interface ServiceOptions {
  name: string;
  /** Script to run, from the project's root. */
  script: string;
  /** Options of Node for it, e.g. `--max-semi-space-size=8`. */
  nodeOptions?: readonly string[];
  env: Record<string, string | undefined>;
  /** File that gets the service's output. */
  log: string;
  /** Told what the service sends, as long as it lives. */
  onMessage?: (message: { type?: string; logged?: number; held?: readonly string[] }) => void;
}

export interface Service {
  child: ChildProcess;
  /** Asks with SIGTERM, insists after ten seconds. Idempotent. */
  stop(): Promise<void>;
}

/**
 * Starts one of our own processes and waits until it says that it is ready. The process must send `{type: "ready"}`
 * over its process channel when it serves, may send `{type: "fatal", code, texts}` when it cannot, must end in
 * order at SIGTERM, and must end when the channel closes (`disconnect`): then its owner is dead.
 * @throws ProngsaiError with the code that the process gave, or SERVICE_FAILED
 */
export async function startService({
  name,
  script,
  nodeOptions,
  env,
  log,
  onMessage,
}: ServiceOptions): Promise<Service> {
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, "a", 0o600);
  const child = fork(resolve(ROOT, script), [], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", output, output, "ipc"],
    execArgv: [...process.execArgv, ...(nodeOptions ?? [])],
    // A group of its own: Ctrl-C in the terminal reaches the supervisor, which stops things in order.
    detached: true,
  });
  closeSync(output);
  const exit = once(child, "exit");
  await new Promise<void>((resolve, reject) => {
    child.on("message", (message: { type?: string; code?: string; texts?: Texts }) => {
      onMessage?.(message);
      if (message.type === "ready") resolve();
      if (message.type === "fatal") reject(new ProngsaiError(message.code!, message.texts!));
    });
    child.once("exit", (code, signal) => {
      reject(platformError("SERVICE_FAILED", { name, how: signal ?? `code ${code}`, log }));
    });
    child.once("error", reject);
  });
  return {
    child,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      const insist = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await exit;
      clearTimeout(insist);
    },
  };
}

import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { join, resolve } from "node:path";
import { EMBEDDED_GENESIS, type Genesis } from "../chain/genesis.ts";
import type { ReplaySummary } from "../chain/ledger.ts";
import type { ChainArguments, ChainCommand, ChainMessage } from "../chain/messages.ts";
import { ProngsaiError } from "../../sdk/errors.ts";
import { platformError } from "./errors.ts";

export interface ChainOptions {
  /** Folder of this chain alone: `log`, `lock`, `process.log`. Created when absent. */
  directory: string;
  genesis?: Genesis;
  /** Demonstration clock of a chain that begins (Unix seconds); null (default): real time. */
  clock?: number | null;
  /** Preferred port of 127.0.0.1; default: a free one. */
  port?: number;
  /** Aborting kills the process at once, also while it starts; nothing recorded is lost by that. */
  signal?: AbortSignal;
}

export interface Chain {
  /** `http://127.0.0.1:port` */
  rpcUrl: string;
  /** `ws://127.0.0.1:port` */
  wsUrl: string;
  chainId: number;
  /** Demonstration clock at the start, or null for real time. */
  clock: number | null;
  replay: ReplaySummary;
  child: ChildProcess;
  /**
   * The next block gets `clock` (Unix seconds) as its time, each later one a second more; null: real time.
   * @throws ProngsaiError CHAIN_CLOCK_BACKWARDS
   */
  setClock(clock: number | null): Promise<void>;
  /** Finishes what is being executed, then ends the process. Idempotent. */
  stop(): Promise<void>;
}

const MAIN = resolve(import.meta.dirname, "../chain/main.ts");
const ROOT = resolve(import.meta.dirname, "../..");

/**
 * Starts the embedded chain in a process of its own and waits until everything recorded is replayed and served.
 * The process ends when its owner does.
 * @throws ProngsaiError CHAIN_IN_USE, CHAIN_LOG_CORRUPT, CHAIN_LOG_FORMAT, CHAIN_REPLAY_DIFFERS, CHAIN_FAILED
 */
export async function startChain(options: ChainOptions): Promise<Chain> {
  const directory = resolve(options.directory);
  mkdirSync(directory, { recursive: true });
  const { genesis = EMBEDDED_GENESIS, clock = null, port = 0 } = options;
  const parameters: ChainArguments = { directory, genesis, clock, port };
  const output = openSync(join(directory, "process.log"), "a", 0o600);
  const child = fork(MAIN, [JSON.stringify(parameters)], {
    cwd: ROOT,
    stdio: ["ignore", output, output, "ipc"],
    // A group of its own: Ctrl-C in the terminal reaches the owner, which stops things in order.
    detached: true,
    signal: options.signal,
    killSignal: "SIGKILL",
  });
  // Aborting is reported as an error of the process; its exit is what counts.
  child.on("error", () => undefined);
  closeSync(output);
  const exit = once(child, "exit");
  const ready = await started(child, directory);
  // A running chain alone keeps nobody alive: it ends when its owner does.
  child.unref();
  child.channel!.unref();

  let counter = 0;
  const send = (command: ChainCommand) => child.send(command, () => undefined);
  return {
    rpcUrl: `http://127.0.0.1:${ready.port}`,
    wsUrl: `ws://127.0.0.1:${ready.port}`,
    chainId: ready.chainId,
    clock: ready.clock,
    replay: ready.replay,
    child,
    setClock: async (clock) => {
      const id = ++counter;
      child.channel?.ref();
      const reply = waitFor(child, id);
      send({ id, clock });
      await reply.finally(() => child.channel?.unref());
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.ref();
      if (child.connected) send({ id: 0, stop: true });
      await exit;
    },
  };
}

async function started(child: ChildProcess, directory: string): Promise<ChainMessage & { type: "ready" }> {
  return await new Promise((resolve, reject) => {
    child.once("message", (message: ChainMessage) => {
      if (message.type === "ready") resolve(message);
      else if (message.type === "fatal") reject(new ProngsaiError(message.code, message.texts));
    });
    child.once("exit", (code, signal) => reject(ended(`${signal ?? `code ${code}`}`, directory)));
    child.once("error", reject);
  });
}

function ended(how: string, directory: string): ProngsaiError {
  return platformError("CHAIN_FAILED", { how, log: join(directory, "process.log") });
}

async function waitFor(child: ChildProcess, id: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const done = (finish: () => void) => {
      child.off("message", onMessage);
      child.off("exit", onExit);
      finish();
    };
    const onExit = () => done(() => reject(ended("while a command waited", "DATA_DIR/chain")));
    const onMessage = (message: ChainMessage) => {
      if (!("id" in message) || message.id !== id) return;
      if (message.type === "failed") {
        done(() => reject(new ProngsaiError(message.code, message.texts)));
      } else done(resolve);
    };
    child.on("message", onMessage);
    child.on("exit", onExit);
  });
}

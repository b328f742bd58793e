/** Runs mutants in worker processes; a mutant on which the worker hangs is killed with it. */
import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Mutant } from "./mutants.ts";
import type { Message } from "./worker.ts";

const script = fileURLToPath(new URL("worker.ts", import.meta.url));

export type Judgement = Extract<Message, { kind: "verdict" }>;

/** The tests fail without any mutant, so no verdict would mean anything. */
export class BaselineBroken extends Error {
  override readonly name = "BaselineBroken";
}

export interface PoolOptions {
  workers: number;
  /** after this a mutant counts as killed: it runs on where the original ends */
  timeoutMilliseconds: number;
  ready: (tests: number, milliseconds: number) => void;
  judged: (mutant: Mutant, judgement: Judgement) => Promise<void>;
}

/** A worker gives way to a fresh one after so many mutants, because the chain in it keeps what it no longer needs. */
const SHIFT = 150;

/** Judges every mutant; the order of verdicts is not that of the mutants. */
export async function judgeAll(mutants: Mutant[], options: PoolOptions): Promise<void> {
  const open = [...mutants];
  const lane = async () => {
    let worker: ChildProcess | undefined;
    let shift = 0;
    try {
      for (let mutant = open.shift(); mutant; mutant = open.shift()) {
        let judgement: Judgement | undefined;
        // A worker that ended by itself says nothing about the mutant, unless it happens again.
        for (let attempt = 0; !judgement && attempt < 2; attempt++) {
          if (!worker) [worker, shift] = [await start(options.ready), 0];
          judgement = await judge(worker, mutant, options.timeoutMilliseconds);
          const ended = worker.exitCode !== null || worker.signalCode !== null;
          if (!ended && ++shift < SHIFT) continue;
          if (!ended) worker.disconnect();
          worker = undefined;
        }
        await options.judged(mutant, judgement ?? killed("(ended the process, twice)", 0));
      }
    } finally {
      worker?.disconnect();
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.workers, mutants.length) }, lane));
}

async function start(ready: PoolOptions["ready"]): Promise<ChildProcess> {
  const worker = fork(script, { stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: ["--no-warnings"] });
  const message = await next(worker);
  if (message?.kind === "ready") {
    ready(message.tests, message.milliseconds);
    return worker;
  }
  throw new BaselineBroken(
    message?.kind === "broken" ? message.failure : "the worker ended before its first test",
  );
}

/** Undefined when the worker ended by itself. */
async function judge(worker: ChildProcess, mutant: Mutant, limit: number): Promise<Judgement | undefined> {
  const from = performance.now();
  let late = false;
  const timer = setTimeout(() => (late = worker.kill("SIGKILL")), limit);
  worker.send({ mutant });
  const message = await next(worker);
  clearTimeout(timer);
  if (message?.kind === "verdict") return message;
  return late ? killed("(did not end)", Math.round(performance.now() - from)) : undefined;
}

const killed = (by: string, milliseconds: number): Judgement => {
  return { kind: "verdict", verdict: "killed", by, milliseconds };
};

/** The worker's next message, undefined when it ended. */
function next(worker: ChildProcess): Promise<Message | undefined> {
  return new Promise((resolve) => {
    const ended = () => settle(undefined);
    const settle = (message: Message | undefined) => {
      worker.off("message", settle).off("exit", ended);
      resolve(message);
    };
    worker.once("message", settle).once("exit", ended);
  });
}

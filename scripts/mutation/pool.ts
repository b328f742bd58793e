/** Runs mutants in worker processes; a worker that dies or hangs on a mutant has killed it, and is replaced. */
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

/** Judges every mutant; the order of verdicts is not that of the mutants. */
export async function judgeAll(mutants: Mutant[], options: PoolOptions): Promise<void> {
  const open = [...mutants];
  const lane = async () => {
    let worker: ChildProcess | undefined;
    try {
      for (let mutant = open.shift(); mutant; mutant = open.shift()) {
        worker ??= await start(options.ready);
        const judgement = await judge(worker, mutant, options.timeoutMilliseconds);
        if (!worker.connected) worker = undefined;
        await options.judged(mutant, judgement);
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

async function judge(worker: ChildProcess, mutant: Mutant, limit: number): Promise<Judgement> {
  const from = performance.now();
  const timer = setTimeout(() => worker.kill("SIGKILL"), limit);
  worker.send({ mutant });
  const message = await next(worker);
  clearTimeout(timer);
  if (message?.kind === "verdict") return message;
  return {
    kind: "verdict",
    verdict: "killed",
    by: "(did not end)",
    milliseconds: Math.round(performance.now() - from),
  };
}

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

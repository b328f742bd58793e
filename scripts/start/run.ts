import { setTimeout as sleep } from "node:timers/promises";
import type { Settings } from "../platform/settings.ts";
import type { Context, Step } from "./context.ts";

const STOP_WITHIN = 15_000;
/** What a step that was interrupted may take to come to its end, so that what it started is known and stopped. */
const SETTLE_WITHIN = 3_000;

/** Runs the steps in order with a progress line for each; remembers what to stop, and stops it in reverse order. */
export class Run {
  readonly context: Context;
  readonly #steps: Step[];
  readonly #running: { name: string; stop: () => Promise<void> }[] = [];
  #line = "";
  #progress = "";
  #began = 0;
  #step: Promise<unknown> = Promise.resolve();
  #stopped: Promise<void> | undefined;

  constructor(settings: Settings, steps: Step[]) {
    this.#steps = steps;
    this.context = {
      settings,
      say: (line) => this.#print(`  ${line}\n`),
      progress: (text) => {
        this.#progress = text;
        this.#rewrite();
      },
      onStop: (name, stop) => this.#running.push({ name, stop }),
    };
  }

  /** @throws whatever a step throws, or the abort's reason; then call `stop` */
  async start(signal: AbortSignal): Promise<void> {
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    });
    aborted.catch(() => undefined);
    for (const [i, { name, load }] of this.#steps.entries()) {
      signal.throwIfAborted();
      this.#began = performance.now();
      this.#progress = "";
      this.#line = `${String(i + 1).padStart(2)}/${this.#steps.length} ${name.padEnd(10)} `;
      process.stdout.write(this.#line);
      const step = load().then(({ run }) => run(this.context));
      this.#step = step.catch(() => undefined);
      // A step may be at one thing for a minute: the seconds show that it lives.
      const alive = setInterval(() => this.#rewrite(), 1_000);
      const detail = await Promise.race([step, aborted]).finally(() => clearInterval(alive));
      const seconds = ((performance.now() - this.#began) / 1000).toFixed(1).padStart(5);
      process.stdout.write(`${process.stdout.isTTY ? `\r\x1b[K${this.#line}` : ""}${seconds} s  ${detail}\n`);
      this.#line = "";
    }
  }

  /** Stops everything that runs, the last one first; one that hangs does not keep the others. */
  stop(): Promise<void> {
    return (this.#stopped ??= (async () => {
      await Promise.race([this.#step, sleep(SETTLE_WITHIN, undefined, { ref: false })]);
      for (const { name, stop } of this.#running.toReversed()) {
        let late: NodeJS.Timeout | undefined;
        const deadline = new Promise<void>((resolve) => {
          late = setTimeout(() => {
            this.#print(`  the ${name} does not stop; it is left to end with this process\n`);
            resolve();
          }, STOP_WITHIN);
        });
        await Promise.race([
          stop().catch((error: Error) => this.#print(`  ${name}: ${error.message}\n`)),
          deadline,
        ]);
        clearTimeout(late);
      }
    })());
  }

  /** Rewriting a line is for terminals; a log gets one line for each step. */
  #rewrite(): void {
    if (!process.stdout.isTTY || this.#line === "") return;
    const seconds = ((performance.now() - this.#began) / 1000).toFixed(0).padStart(3);
    process.stdout.write(`\r\x1b[K${this.#line}${seconds} s  ${this.#progress}`);
  }

  #print(text: string): void {
    process.stdout.write(this.#line === "" ? text : `\n${text}${this.#line}`);
  }
}

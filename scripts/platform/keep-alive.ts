import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { describeError } from "./errors.ts";

export interface Running {
  child: ChildProcess;
  stop(): Promise<void>;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** Whoever lived this long was well; the next death is a new one. */
const WELL_AFTER = 60_000;

/**
 * Starts a process again whenever it dies, with growing pauses, and says so. Returns the first start's result; its
 * `stop` ends whichever process runs at that time.
 * @param start starts the process; `first` is the result of the first start, whose addresses must be kept
 */
export async function keepAlive<T extends Running>(
  name: string,
  start: (first?: T) => Promise<T>,
  say: (line: string) => void,
): Promise<{ first: T; stop(): Promise<void> }> {
  const first = await start();
  let current: Running = first;
  let stopping = false;
  let pause = FIRST_PAUSE;

  const watch = (running: Running) => {
    const since = Date.now();
    const { child } = running;
    const died = () => {
      if (!stopping) void revive(Date.now() - since);
    };
    if (child.exitCode !== null || child.signalCode !== null) died();
    else child.once("exit", died);
  };
  const revive = async (lived: number) => {
    if (lived > WELL_AFTER) pause = FIRST_PAUSE;
    while (!stopping) {
      say(`the ${name} ended unexpectedly; starting it again in ${pause / 1000} s`);
      await sleep(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
      if (stopping) return;
      try {
        current = await start(first);
      } catch (error) {
        say(`the ${name} could not be started: ${describeError(error)}`);
        continue;
      }
      if (stopping) return await current.stop();
      say(`the ${name} runs again`);
      return watch(current);
    }
  };
  watch(first);
  return {
    first,
    stop: async () => {
      stopping = true;
      await current.stop();
    },
  };
}

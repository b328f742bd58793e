import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { untilReady } from "./backfill.ts";
import { end } from "./processes.ts";
import type { startIndexer } from "./processes.ts";

/**
 * Kills the indexer and starts it again, several times.
 *
 * @returns seconds from each start until it stood at the head again, and the process that runs now
 */
export async function killAndRestart(
  running: ChildProcess,
  restart: () => ReturnType<typeof startIndexer>,
  times: number,
): Promise<{ seconds: number[]; running: ChildProcess }> {
  const seconds: number[] = [];
  for (let i = 0; i < times; i++) {
    await end(running, "SIGKILL");
    const { child, log } = restart();
    seconds.push(await untilReady(child, log));
    running = child;
    // Not always in the same moment of its work.
    await sleep(200 + i * 170);
  }
  return { seconds, running };
}

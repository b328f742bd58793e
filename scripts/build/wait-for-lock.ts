import { setTimeout } from "node:timers/promises";
import { tryLock } from "../platform/lock.ts";
import type { Lock } from "../platform/lock.ts";

/** Takes the lock on `file` as soon as whoever holds it lets go or dies. */
export async function waitForLock(file: string): Promise<Lock> {
  for (;;) {
    const lock = tryLock(file);
    if (lock) return lock;
    await setTimeout(200);
  }
}

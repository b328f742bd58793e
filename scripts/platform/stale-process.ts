import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** The command line of a process, or "" when there is none with this id. */
function commandLine(pid: number): string {
  if (existsSync("/proc/self/cmdline")) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    } catch {
      return "";
    }
  }
  return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout ?? "";
}

/** True when process `pid` lives and its command line contains `mark`: process ids are reused, a number proves nothing. */
export function isProcess(pid: number, mark: string): boolean {
  return Number.isInteger(pid) && pid > 1 && commandLine(pid).includes(mark);
}

/** Ends process `pid` if its command line contains `mark`; asks with `signal` first and kills after 20 seconds. */
export async function endStaleProcess(pid: number, mark: string, signal: NodeJS.Signals): Promise<void> {
  if (!isProcess(pid, mark)) return;
  process.kill(pid, signal);
  for (let waited = 0; isProcess(pid, mark); waited += 50) {
    if (waited === 20_000) process.kill(pid, "SIGKILL");
    await sleep(50);
  }
}

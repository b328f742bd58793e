import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second in /proc, the same on every Linux that Node runs on. */
const TICKS = 100;

function fields(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name, second field, may hold spaces and parentheses.
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}

/** Seconds of processor time that a process has used; with its ended children when asked for. */
export function cpuSeconds(pid: number, withEnded = false): number {
  const all = fields(pid);
  // utime, stime, cutime, cstime: fields 14 to 17 of proc(5).
  const wanted = all.slice(11, withEnded ? 15 : 13);
  return wanted.reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
}

/** The same for a process and all its children, running or ended: what a PostgreSQL server has used. */
export function cpuSecondsOfFamily(pid: number): number {
  const children = readdirSync("/proc").filter(
    (name) => /^\d+$/.test(name) && parentOf(Number(name)) === pid,
  );
  return children.reduce((sum, child) => sum + cpuOf(Number(child)), cpuSeconds(pid, true));
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(fields(pid)[1]);
  } catch {
    return undefined;
  }
}

function cpuOf(pid: number): number {
  try {
    return cpuSeconds(pid);
  } catch {
    return 0;
  }
}

/** The most memory that a process has held, in megabytes (10^6 bytes). */
export function peakMegabytes(pid: number): number {
  const line = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return (Number(line![1]) * 1024) / 1e6;
}

import { readFileSync } from "node:fs";

/** Bytes of memory that a process has in use (resident set). Source: proc_pid_status(5). */
export const residentBytes = (pid: number): number =>
  1_024 * Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]);

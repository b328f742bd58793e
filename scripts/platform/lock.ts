import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

export interface Lock {
  release(): unknown;
}

/** Keeps every held lock reachable: a lock that its holder forgot must not be collected, and so released. */
const held = new Set<DatabaseSync>();

/**
 * Takes an exclusive lock on `file` (created when absent), or returns undefined when another process holds it.
 * The kernel holds the lock (SQLite's file lock; Node has no flock), so it is free the moment its holder dies,
 * however it dies, and there is no stale lock to judge.
 */
export function tryLock(file: string): Lock | undefined {
  makeFolder(dirname(file));
  const database = new DatabaseSync(file);
  try {
    database.exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === 5) return undefined;
    throw error;
  }
  held.add(database);
  return { release: () => held.delete(database) && database.close() };
}

/** One step after the other: told to make them all, Node never ends where none can be made (below /proc). */
function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let folder = path; !existsSync(folder); folder = dirname(folder)) missing.unshift(folder);
  for (const folder of missing) {
    try {
      mkdirSync(folder);
    } catch (error) {
      // Somebody who starts at the same time made it first.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

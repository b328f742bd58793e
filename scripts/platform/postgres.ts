import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { postgresBinaries } from "./postgres-binaries.ts";
import { postgresSettings } from "./postgres-settings.ts";
import { runAs, type RunAs } from "./postgres-user.ts";
import { ensureDatabase } from "./postgres-check.ts";
import { platformError } from "./errors.ts";
import { freePort } from "./free-port.ts";
import { tryLock, type Lock } from "./lock.ts";
import { endStaleProcess } from "./stale-process.ts";

export interface PostgresOptions {
  /** Folder of this server alone: `cluster/` (the data), `password`, `server.log`, `lock`. Created when absent. */
  directory: string;
  /** Database that `url` names; created when absent. */
  database: string;
  /** false: a throw-away server for tests (no fsync, removed with its folder when its owner ends). Default true. */
  durable?: boolean;
  /** Port to listen on; default: a free one. */
  port?: number;
}

export interface PostgresServer {
  /** `postgresql://user:password@127.0.0.1:port/database` */
  url: string;
  port: number;
  /** Process id of the guard that owns the server; killing the guard's standard input ends the server. */
  child: ChildProcess;
  /** Fast shutdown: open transactions are rolled back, data is flushed. Idempotent. */
  stop(): Promise<void>;
}

const USER = "prongsai";

/**
 * The guard owns the server: when its standard input closes (the owner stopped it, or died in any way) it shuts the
 * server down, so that no server outlives its owner. $1 is the signal of the shutdown, $2 a folder to remove at the end.
 */
const GUARD = `
signal=$1; remove=$2; shift 2
exec 3<&0
"$@" </dev/null &
server=$!
{ cat <&3 >/dev/null; kill -"$signal" "$server"; } 2>/dev/null &
watcher=$!
exec 3<&-
wait "$server"; code=$?
kill "$watcher" 2>/dev/null
[ -z "$remove" ] || rm -rf "$remove"
exit "$code"
`;

/**
 * Starts PostgreSQL 18 on a free port of 127.0.0.1 and waits until it accepts connections; creates the cluster at the
 * first start; recovers by itself after any kind of death.
 * @throws ProngsaiError PG_IN_USE, PG_START_FAILED, PG_INIT_FAILED, PG_NO_BINARIES, PG_NO_USER, PG_UNREACHABLE, DB_…
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { database, durable = true } = options;
  const directory = resolve(options.directory);
  mkdirSync(directory, { recursive: true });
  const lock = tryLock(join(directory, "lock"));
  if (!lock) throw platformError("PG_IN_USE", { directory });
  try {
    return await start(directory, database, durable, options.port ?? (await freePort()), lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function start(
  directory: string,
  database: string,
  durable: boolean,
  port: number,
  lock: Lock,
): Promise<PostgresServer> {
  const binaries = postgresBinaries();
  const as = runAs(directory, [binaries.postgres]);
  const cluster = join(directory, "cluster");
  const password = initialise(directory, cluster, binaries.initdb, as, durable);
  await endStaleServer(cluster);

  const log = join(directory, "server.log");
  if (existsSync(log) && statSync(log).size > 5_000_000) renameSync(log, `${log}.1`);
  const settings = Object.entries(postgresSettings(port, durable)).flatMap(([key, value]) => [
    "-c",
    `${key}=${value}`,
  ]);
  const output = openSync(log, "a", 0o600);
  const [command, ...args] = [
    ...as.prefix,
    ...["sh", "-c", GUARD, "prongsai-postgres", durable ? "INT" : "QUIT", durable ? "" : directory],
    ...[binaries.postgres, "-D", cluster, ...settings],
  ] as [string, ...string[]];
  const child = spawn(command, args, {
    ...identity(as),
    env: environment(),
    stdio: ["pipe", output, output],
    // A group of its own: Ctrl-C in the terminal must reach the supervisor first, which stops things in order.
    detached: true,
  });
  closeSync(output);
  const exit = once(child, "exit");
  exit.then(
    () => lock.release(),
    () => lock.release(),
  );
  // Tests must be able to end while the server runs; the closed pipe then ends the server.
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();

  let stopping: Promise<void> | undefined;
  const server: PostgresServer = {
    url: `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`,
    port,
    child,
    stop: () =>
      (stopping ??= (async () => {
        child.ref();
        child.stdin!.end();
        if (child.exitCode === null && child.signalCode === null) await exit;
      })()),
  };
  await ready(child, cluster, log);
  try {
    await ensureDatabase(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** Creates the cluster aside and renames it, so that an interrupted first start leaves nothing half-made. */
function initialise(directory: string, cluster: string, initdb: string, as: RunAs, durable: boolean): string {
  const passwordFile = join(directory, "password");
  if (existsSync(cluster)) return readFileSync(passwordFile, "utf8").trim();
  const password = randomBytes(24).toString("base64url");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const partial = mkdtempSync(join(directory, "initdb-"));
  const { uid, gid } = statSync(directory);
  for (const path of [passwordFile, partial]) if (statSync(path).uid !== uid) chownSync(path, uid, gid);
  const [command, ...args] = [
    ...as.prefix,
    ...[initdb, "-D", partial, `--username=${USER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
    // With locale C, pg_trgm sees no Thai letters and every search is empty.
    ...["--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", ...(durable ? [] : ["--no-sync"])],
  ] as [string, ...string[]];
  const result = spawnSync(command, args, {
    ...identity(as),
    cwd: directory,
    env: environment(),
    encoding: "utf8",
  });
  if (result.status !== 0) {
    rmSync(partial, { recursive: true, force: true });
    const reason = (result.stderr || String(result.error)).trim();
    throw platformError("PG_INIT_FAILED", { directory, reason });
  }
  renameSync(partial, cluster);
  return password;
}

/** A server whose guard was killed may still run; it must be gone before the next one starts. */
async function endStaleServer(cluster: string): Promise<void> {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  await endStaleProcess(pid, cluster, "SIGINT");
  // Its number may by now belong to somebody else, which PostgreSQL could mistake for a living server. The lock and
  // the check above say that there is none.
  rmSync(file, { force: true });
}

/** PostgreSQL writes its state on the eighth line of postmaster.pid; recovery may take long and is waited for. */
async function ready(child: ChildProcess, cluster: string, log: string): Promise<void> {
  const file = join(cluster, "postmaster.pid");
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      const end = readFileSync(log, "utf8").trim().split("\n").slice(-8).join("\n");
      throw platformError("PG_START_FAILED", { log, end });
    }
    try {
      if (readFileSync(file, "utf8").split("\n")[7]?.trim() === "ready") return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
    await sleep(20);
  }
}

function identity(as: RunAs): { uid?: number; gid?: number } {
  return as.uid === undefined ? {} : { uid: as.uid, gid: as.gid };
}

/** Nothing of the caller's environment (PGDATA, PGPORT, secrets) reaches the server. */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "UTC" };
}

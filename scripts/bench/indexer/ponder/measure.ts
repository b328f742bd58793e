import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort } from "../../../platform/free-port.ts";
import type { CachedRecording } from "../../chain/cache.ts";
import { Recording } from "../../chain/recording/reader.ts";
import { cpuSeconds, cpuSecondsOfFamily } from "../procfs.ts";
import { end, startRecordedChain } from "../processes.ts";
import type { Database } from "../processes.ts";
import { writePonderProject } from "./project.ts";

export const PONDER = "0.16.10";
/**
 * Ponder takes the newest blocks of a chain that it does not know for passing, and does not backfill them: the chain it
 * sees is longer by as many.
 */
export const NOT_FINAL = 30;
const LONGEST = 1_800;

export interface PonderBackfill {
  readonly events: number;
  /** from the start of its process until it says that it is ready */
  readonly seconds: number;
  readonly cpu: { readonly indexer: number; readonly database: number };
}

/** Installs Ponder into a folder of its own. @returns why it cannot be, undefined when it is there */
export function installPonder(folder: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "peer", private: true, type: "module" }),
  );
  const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--save-exact", `ponder@${PONDER}`];
  const { status, stderr, error } = spawnSync("npm", args, {
    cwd: folder,
    encoding: "utf8",
    timeout: 600_000,
  });
  if (status === 0) return undefined;
  return (error?.message ?? stderr).trim().split("\n").slice(0, 2).join("; ");
}

/** Fills an empty database by Ponder from a recorded chain. */
export async function ponderBackfill(
  recording: CachedRecording,
  database: Database,
  folder: string,
): Promise<PonderBackfill> {
  const { deployment } = new Recording(recording.folder, 1).meta;
  const { blocks } = recording;
  const longer = { ...recording, blocks: blocks + NOT_FINAL };
  const chain = await startRecordedChain(longer, join(folder, "chain.log"));
  writePonderProject(folder, deployment);
  const port = await freePort();
  const log = join(folder, "ponder.log");
  const output = openSync(log, "a", 0o600);
  const before = cpuSecondsOfFamily(database.pid);
  const started = performance.now();
  const bin = join(folder, "node_modules/ponder/dist/esm/bin/ponder.js");
  const child = spawn(process.execPath, [bin, "start", "--schema", "peer", "--port", String(port)], {
    cwd: folder,
    stdio: ["ignore", output, output],
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      CHAIN_URL: chain.url,
      CHAIN_ID: String(deployment.chainId),
      LAST_BLOCK: String(blocks - 1),
      PONDER_TELEMETRY_DISABLED: "true",
    },
  });
  process.once("exit", () => child.kill("SIGKILL"));
  const exit = once(child, "exit").then(() => {
    throw new Error(`Ponder ended:\n${readFileSync(log, "utf8").trim().split("\n").slice(-8).join("\n")}`);
  });
  exit.catch(() => undefined);
  try {
    await Promise.race([untilReady(port), exit]);
    const seconds = (performance.now() - started) / 1000;
    const cpu = {
      indexer: cpuSeconds(child.pid!, true),
      database: cpuSecondsOfFamily(database.pid) - before,
    };
    return { events: await countRows(database.url), seconds, cpu };
  } finally {
    await end(child, "SIGKILL");
    await end(chain.child);
  }
}

async function untilReady(port: number): Promise<void> {
  for (let waited = 0; waited < LONGEST; waited += 0.1) {
    const response = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined);
    if (response?.status === 200) return;
    await sleep(100);
  }
  throw new Error(`Ponder was not ready within ${LONGEST} s`);
}

async function countRows(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ events: number }>(
      "SELECT count(*)::int AS events FROM peer.ledger_event",
    );
    return rows[0]!.events;
  } finally {
    await client.end();
  }
}

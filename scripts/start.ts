// `npm start`: brings up everything in order, keeps it running, and stops it in order. It takes no arguments; it is set by
// environment variables, all optional: PORT (8080), DATA_DIR (.data), DATABASE_URL, RPC_URL, IPFS_API_URL, and those in
// docs/operations.md. Ctrl-C stops everything; the next start goes on where it was.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readApiOptions } from "../api/options.ts";
import { usageOf } from "./platform/arguments.ts";
import { describeError, platformError } from "./platform/errors.ts";
import { removeInstance, writeInstance } from "./platform/instance.ts";
import { tryLock } from "./platform/lock.ts";
import type { Lock } from "./platform/lock.ts";
import { readSettings } from "./platform/settings.ts";
import { addressTable } from "./start/addresses.ts";
import { given } from "./start/context.ts";
import { requireFreePort } from "./start/free-port.ts";
import { Run } from "./start/run.ts";
import { steps } from "./start/steps.ts";

const stopping = new AbortController();

function onSignal(): void {
  if (!stopping.signal.aborted) {
    console.log("\nstopping …");
    stopping.abort(new Error("stopped"));
  }
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
// The bootstrap process died: nobody is left who could stop this one.
process.on("disconnect", onSignal);

function lock(dataDir: string): Lock | undefined {
  try {
    return tryLock(join(dataDir, "lock"));
  } catch (cause) {
    throw platformError("DATA_DIR_UNUSABLE", { dataDir, reason: (cause as Error).message }, cause);
  }
}

async function main(): Promise<number> {
  const [word] = process.argv.slice(2);
  if (word === "--help" || word === "-h") {
    console.log(usageOf(readFileSync(import.meta.filename, "utf8")));
    return 0;
  }
  if (word !== undefined) throw platformError("START_USAGE", { word });
  const settings = readSettings();
  // The API reads them again when its turn comes, after minutes of work that would be for nothing.
  readApiOptions(process.env);
  const { dataDir } = settings;
  if (!lock(dataDir)) throw platformError("INSTANCE_RUNNING", { dataDir });
  await requireFreePort(settings.port);
  removeInstance(dataDir);
  const started = performance.now();
  const run = new Run(settings, steps);
  try {
    await run.start(stopping.signal);
    const { context } = run;
    const chain = given(context, "chain");
    writeInstance(dataDir, {
      pid: process.pid,
      apiUrl: context.apiUrl ?? `http://127.0.0.1:${settings.port}`,
      rpcUrl: chain.rpcUrl,
      wsUrl: chain.wsUrl,
      databaseUrl: given(context, "databaseUrl"),
      chainId: chain.chainId,
      deployment: given(context, "deploymentFile"),
      documents: join(dataDir, "documents"),
      ipfsApiUrl: settings.ipfsApiUrl,
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`\nProngsai runs (${seconds} s). Ctrl-C stops it.\n\n${addressTable(context)}\n`);
    await untilAborted(stopping.signal);
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
  } finally {
    removeInstance(dataDir);
    await run.stop();
  }
  console.log("stopped");
  return 0;
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  // The running parts keep nobody alive; this does.
  const alive = setInterval(() => undefined, 2 ** 30);
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  clearInterval(alive);
}

try {
  process.exit(await main());
} catch (error) {
  console.error(`\n${describeError(error)}`);
  process.exit(1);
}

// `npm run bench:log [-- sizes … --peer yes|no]`: signed, schema-checked actions that are acknowledged when they are durable
// (fsync on); server, PostgreSQL and load client on the same cores. At each size of the log (100,000 and 1,000,000 records
// unless others are given, for instance `-- 100000 1000000 10000000`): single actions, batches of 100, p99 at 70 % of what
// was reached and at 70 % of the goal, and storage. Then, where Go is installed, Tessera on the same machine; `--peer no`
// leaves it out.
import { Wallet } from "ethers";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { FolderDocuments } from "../../sdk/documents/index.ts";
import { schemaDocument } from "../../sdk/log/catalogue/schema-document.ts";
import { ArgumentError, wholeNumbers } from "../platform/arguments.ts";
import { freePort } from "../platform/free-port.ts";
import { startPostgres } from "../platform/postgres.ts";
import { startService } from "../platform/service.ts";
import { cpuSeconds, cpuSecondsOfFamily } from "./indexer/procfs.ts";
import { ACTION, ACTION_LOG, DEPLOYMENT, fillServices, newWriter, startEmptyNode } from "./log/ledger.ts";
import { bodyOf, load } from "./log/client.ts";
import type { Load } from "./log/client.ts";
import { measureTessera } from "./log/peer.ts";

const SECONDS = 6;
/** Until the server's code is compiled. */
const WARM_UP = 10;
/** Writers of single actions: each waits for its answer, so that it takes many to keep the server busy. */
const WRITERS = [64, 320] as const;
/** Batches come from fewer writers: more would only wait for each other. */
const BATCH_WRITERS = 16;
const BATCH = 100;
/** Records a second that are promised in docs/promises.md: of single actions, and of batches. */
const GOAL = { single: 4_000, batches: 35_000 };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { peer: { type: "string", default: "yes" } },
});
if (options.peer !== "yes" && options.peer !== "no")
  throw new ArgumentError(
    `--peer ต้องเป็น yes หรือ no ไม่ใช่ “${options.peer}”`,
    `--peer is yes or no, not “${options.peer}”`,
  );
const sizes = wholeNumbers(positionals);
const directory = mkdtempSync(join(tmpdir(), "prongsai-bench-log-"));
const postgres = await startPostgres({ directory, database: "bench" });
const node = await startEmptyNode();
const port = await freePort();
const writers = Array.from({ length: Math.max(...WRITERS) }, (_, at) => ({
  writer: newWriter(`writer-${at}`),
  next: 1,
}));
const gateway = Wallet.createRandom();
await fillServices(
  postgres.url,
  writers.map(({ writer }) => writer),
  new Wallet(gateway.privateKey),
);
await new FolderDocuments(join(directory, "documents")).put(schemaDocument(ACTION));
const file = (name: string, text: string) => {
  writeFileSync(join(directory, name), text, { mode: 0o600 });
  return join(directory, name);
};
const contracts = { ActionLog: { address: ACTION_LOG, version: 1, block: 1 } };
const environment = {
  HOST: "127.0.0.1",
  PORT: String(port),
  DATABASE_URL: postgres.url,
  RPC_URL: node.url,
  DEPLOYMENT: file(
    "deployment.json",
    JSON.stringify({ chainId: 31_337, deploymentId: DEPLOYMENT, contracts }),
  ),
  DATA_DIR: directory,
  LOG_GATEWAY_KEY_FILE: file("gateway.key", `${gateway.privateKey}\n`),
};
const start = () =>
  startService({
    name: "API",
    script: "api/main.ts",
    log: join(directory, "api.log"),
    env: environment,
  });
let api = await start();
const database = Number(readFileSync(join(directory, "cluster/postmaster.pid"), "utf8").split("\n")[0]);
const client = new pg.Client({ connectionString: postgres.url });
await client.connect();

const whole = (value: number) => Math.round(value).toLocaleString("en");
const percentile = ({ latencies }: Load, share: number) =>
  (latencies[Math.floor(latencies.length * share)] ?? NaN).toFixed(0);

const spent = () => [cpuSeconds(api.child.pid!), cpuSecondsOfFamily(database), cpuSeconds(process.pid)];

async function measure(name: string, batch: number, count: number): Promise<void> {
  const some = writers.slice(0, count);
  const before = spent();
  const full = await load({ port, writers: some, batch, seconds: SECONDS });
  const cost = spent().map((value, at) => (((value - before[at]!) / full.records) * 1e6).toFixed(0));
  const perSecond = full.records / full.seconds;
  const goal = batch === 1 ? GOAL.single : GOAL.batches;
  const eased = await load({ port, writers: some, batch, seconds: SECONDS, rate: perSecond * 0.7 });
  const promised = await load({ port, writers: some, batch, seconds: SECONDS, rate: goal * 0.7 });
  const size = await logSize();
  console.log(
    `| ${[whole(size), name, whole(perSecond), percentile(full, 0.5), percentile(full, 0.99), percentile(eased, 0.99), percentile(promised, 0.99), ...cost, loadavg()[0]!.toFixed(1)].join(" | ")} |`,
  );
}

/** The newest line in which the intake says that it is open. */
function newestOpening(file: string): string {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.findLast((line) => line.includes("this process writes the logs"))!;
}

async function measureSingle(): Promise<void> {
  for (const count of WRITERS) await measure(`single, ${count} writers`, 1, count);
}

const measureBatches = async () =>
  measure(`batches of ${BATCH}, ${BATCH_WRITERS} writers`, BATCH, BATCH_WRITERS);

async function logSize(): Promise<number> {
  const { rows } = await client.query<{ size: string }>(
    "SELECT coalesce(sum(size), 0) AS size FROM intake.log",
  );
  return Number(rows[0]!.size);
}

async function stored(): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>(
    `SELECT sum(pg_total_relation_size(c.oid)) AS bytes FROM pg_class c
     WHERE c.relnamespace = 'intake'::regnamespace AND c.relkind = 'r'`,
  );
  return Number(rows[0]!.bytes);
}

/** Bytes of storage for each record that is added by `work`. */
async function storage(work: () => Promise<void>): Promise<string> {
  const [bytes, size] = [await stored(), await logSize()];
  await work();
  return `${whole((await stored()) - bytes)} B for ${whole((await logSize()) - size)} records: ${whole(((await stored()) - bytes) / ((await logSize()) - size))} B each`;
}

const notes: string[] = [];
try {
  const { rows } = await client
    .query<{ version: string }>("SHOW server_version AS version")
    .catch(async () =>
      client.query<{ version: string }>("SELECT current_setting('server_version') AS version"),
    );
  console.log(
    `Node ${process.version}, PostgreSQL ${rows[0]!.version} (fsync and synchronous_commit on), ${cpus().length} × ${cpus()[0]!.model}, load ${loadavg()[0]!.toFixed(1)} before\n`,
  );
  console.log(
    "| log | requests | records/s | p50 ms | p99 ms | p99 ms at 70 % of it | of the goal | CPU µs a record: API | PostgreSQL | client | load |",
  );
  console.log("|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
  await load({ port, writers: writers.slice(0, WRITERS[0]), batch: 1, seconds: WARM_UP });
  notes.push(`storage, single actions: ${await storage(measureSingle)}`);
  notes.push(`storage, batches of ${BATCH}: ${await storage(measureBatches)}`);
  for (const size of sizes.length > 0 ? sizes : [100_000, 1_000_000]) {
    const missing = size - (await logSize());
    if (missing > 0)
      await load({ port, writers: writers.slice(0, 8), batch: 1_000, seconds: 3_600, records: missing });
    await measureSingle();
    await measureBatches();
    await api.stop();
    const from = performance.now();
    api = await start();
    const seconds = ((performance.now() - from) / 1_000).toFixed(1);
    const [, own] = /"milliseconds":(\d+)/.exec(newestOpening(join(directory, "api.log")))!;
    notes.push(
      `restart with ${whole(await logSize())} records: ${seconds} s, of which ${own} ms to restore and check the log`,
    );
  }
} finally {
  await client.end();
  await api.stop();
  node.stop();
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}
try {
  // With nothing of ours running any more.
  if (options.peer === "yes") {
    const bytes = bodyOf(writers[0]!.writer, 1, 1).length - "[]".length;
    notes.push(...(await measureTessera({ writers: WRITERS, bytes, seconds: SECONDS })));
  }
} finally {
  console.log(`\n${notes.join("\n")}`);
}

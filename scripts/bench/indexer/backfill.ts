import type { ChildProcess } from "node:child_process";
import pg from "pg";
import type { CachedRecording } from "../chain/cache.ts";
import { Recording } from "../chain/recording/reader.ts";
import { cpuSeconds, cpuSecondsOfFamily, peakMegabytes } from "./procfs.ts";
import { failure, startIndexer, startRecordedChain } from "./processes.ts";
import type { Database } from "./processes.ts";

/** Times are seconds from the start of the indexer's process. */
export interface Backfill {
  readonly events: number;
  /** when the first batch was committed: the start of the process and what Node compiles are behind it */
  readonly first: { readonly seconds: number; readonly events: number; readonly cpu: Cpu };
  /** every row and journal written */
  readonly written: number;
  /** at the head: indexes for reading made */
  readonly ready: number;
  /** processor seconds until `written` */
  readonly cpu: Cpu;
  /** processor seconds until `ready` */
  readonly cpuReady: Cpu;
  readonly peakMegabytes: number;
}

export interface Cpu {
  readonly indexer: number;
  readonly database: number;
  readonly chain: number;
}

interface Message {
  readonly type: "head" | "ready" | "fatal";
  readonly block?: number;
  readonly message?: string;
}

/**
 * Waits until the indexer stands at the head; gives the seconds that took.
 *
 * @param onBatch called with each block whose batch was committed, and the seconds until then
 */
export async function untilReady(
  child: ChildProcess,
  log: string,
  onBatch: (block: number, seconds: number) => void = () => undefined,
): Promise<number> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const ready = new Promise<number>((resolve, reject) => {
    child.on("message", ({ type, block, message }: Message) => {
      if (type === "head") onBatch(block!, seconds());
      if (type === "ready") resolve(seconds());
      if (type === "fatal") reject(new Error(`the indexer stopped: ${message}`));
    });
  });
  return await Promise.race([ready, failure(child, "indexer", log)]);
}

/** Fills an empty database from a recorded chain; the indexer is left running. */
export async function backfill(
  recording: CachedRecording,
  database: Database,
  folder: string,
): Promise<{
  measured: Backfill;
  indexer: ChildProcess;
  chain: ChildProcess;
  restart: () => ReturnType<typeof startIndexer>;
}> {
  const chain = await startRecordedChain(recording, `${folder}/chain.log`);
  const { meta, marks } = new Recording(recording.folder, recording.blocks);
  const { deployment } = meta;
  const options = {
    folder,
    rpcUrl: chain.url,
    databaseUrl: database.url,
    deployment,
    dataDir: recording.folder,
  };
  const used = (pid: number): Cpu => ({
    indexer: cpuSeconds(pid),
    database: cpuSecondsOfFamily(database.pid) - before.database,
    chain: cpuSeconds(chain.child.pid!) - before.chain,
  });
  const before = { database: cpuSecondsOfFamily(database.pid), chain: cpuSeconds(chain.child.pid!) };
  const { child, log } = startIndexer(options);
  let written = 0;
  let cpu: Cpu | undefined;
  let first: Backfill["first"] | undefined;
  const ready = await untilReady(child, log, (block, seconds) => {
    if (marks[block]!.events > 0) first ??= { seconds, events: marks[block]!.events, cpu: used(child.pid!) };
    if (block < recording.blocks - 1) return;
    written = seconds;
    cpu = used(child.pid!);
  });
  const cpuReady = used(child.pid!);
  const peak = peakMegabytes(child.pid!);
  return {
    measured: {
      events: await countEvents(database.url),
      first: first!,
      written,
      ready,
      cpu: cpu!,
      cpuReady,
      peakMegabytes: peak,
    },
    indexer: child,
    chain: chain.child,
    restart: () => startIndexer(options),
  };
}

async function countEvents(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ events: number; right: boolean }>(
      `SELECT (SELECT count(*)::int FROM mirror.event) AS events, (SELECT bool_and(matches) FROM mirror.journal) AS right`,
    );
    if (!rows[0]!.right) throw new Error("a journal of the mirror is not that of the chain");
    return rows[0]!.events;
  } finally {
    await client.end();
  }
}

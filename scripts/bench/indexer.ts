// `npm run bench:indexer`: what the indexer does with real budget events, beside Ponder on the same events.
// Options: --events 100000,1000000  --runs 1  --peer yes|no  --latency 200
import { mkdirSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { backfill } from "./indexer/backfill.ts";
import type { Backfill, Cpu } from "./indexer/backfill.ts";
import { measureLatency } from "./indexer/latency.ts";
import { installPonder, PONDER, ponderBackfill } from "./indexer/ponder/measure.ts";
import { end, startDatabase, temporaryFolder } from "./indexer/processes.ts";
import type { Database } from "./indexer/processes.ts";
import { killAndRestart } from "./indexer/restart.ts";
import { number, percentile, printTable } from "./indexer/table.ts";
import type { Line } from "./indexer/table.ts";
import { cachedRecording } from "./chain/cache.ts";
import type { CachedRecording } from "./chain/cache.ts";
import { Recording } from "./chain/recording/reader.ts";

const { values: options } = parseArgs({
  options: {
    events: { type: "string", default: "100000,1000000" },
    runs: { type: "string", default: "1" },
    peer: { type: "string", default: "yes" },
    latency: { type: "string", default: "200" },
  },
});
const GOAL = { rate: 40_000, flat: 0.2, megabytes: 300, latency: 100, restart: 3, peer: 10 };
/** events of more blocks than Ponder leaves out */
const MARGIN = 60_000;
const folder = temporaryFolder();
let counter = 0;

/** A new server for each measurement; the folder is gone with the process. */
async function withDatabase<T>(work: (database: Database, own: string) => Promise<T>): Promise<T> {
  const own = join(folder, String(++counter));
  mkdirSync(join(own, "postgres"), { recursive: true });
  const database = await startDatabase(join(own, "postgres"));
  try {
    return await work(database, own);
  } finally {
    await database.stop();
  }
}

async function main(): Promise<void> {
  const sizes = options.events
    .split(",")
    .map(Number)
    .toSorted((a, b) => a - b);
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}`);
  const recordings = await prepare(sizes);
  const lines: Line[] = [];
  const best = new Map<number, Backfill>();
  for (const size of sizes) {
    const last = size === sizes.at(-1);
    for (let run = 0; run < Number(options.runs); run++) {
      const measured = await measure(recordings.get(size)!, last && run === 0 ? lines : undefined);
      report(measured);
      const before = best.get(size);
      if (!before || total(measured.cpu) < total(before.cpu)) best.set(size, measured);
    }
  }
  const judged = sizes.flatMap((size) => judge(best.get(size)!));
  if (sizes.length > 1) judged.push(flatness(best.get(sizes[0]!)!, best.get(sizes.at(-1)!)!));
  judged.push(...lines, ...(await latency()));
  if (options.peer === "yes") judged.push(await peer(recordings.get(sizes[0]!)!, best.get(sizes[0]!)!));
  console.log(
    `\nload average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}; of several runs the one with the least processor time\n`,
  );
  printTable(judged);
}

/** The recordings, executed first where they are not there yet. */
async function prepare(sizes: readonly number[]): Promise<Map<number, CachedRecording>> {
  let shown = 0;
  const progress = ({ events, blocks, repeated }: { events: number; blocks: number; repeated: boolean }) => {
    if (performance.now() - shown < 10_000) return;
    shown = performance.now();
    console.log(
      `  ${repeated ? "executing again" : "recorded"}: ${number(events)} events, ${number(blocks)} blocks`,
    );
  };
  // Ponder needs a longer chain than the one that it indexes.
  const largest = sizes.at(-1)! + MARGIN;
  console.log(
    `recording of ${number(largest)} events: executed by the real contracts unless it is there already`,
  );
  await cachedRecording(largest, { progress });
  const found = new Map<number, CachedRecording>();
  for (const size of sizes) {
    const recording = await cachedRecording(size);
    const { marks, meta } = new Recording(recording.folder, recording.blocks);
    const { events, transactions } = marks.at(-1)!;
    console.log(
      `  ${number(events)} events of ${number(transactions)} transactions in ${number(recording.blocks)} blocks, all really executed (${meta.clientVersion})`,
    );
    found.set(size, recording);
  }
  return found;
}

const total = ({ indexer, database }: Cpu) => indexer + database;

/** One cold backfill; with `lines`, the restarts after it are measured too. */
function measure(recording: CachedRecording, lines: Line[] | undefined): Promise<Backfill> {
  return withDatabase(async (database, own) => {
    const { measured, indexer, chain, restart } = await backfill(recording, database, own);
    let running = indexer;
    if (lines) {
      const after = await killAndRestart(indexer, restart, 5);
      running = after.running;
      const worst = Math.max(...after.seconds);
      lines.push({
        what: `restart after kill -9, ${number(measured.events)} events, worst of 5`,
        measured: `${number(worst, 2)} s (median ${number(percentile(after.seconds, 0.5), 2)} s)`,
        goal: `≤ ${GOAL.restart} s`,
        reached: worst <= GOAL.restart,
      });
    }
    await end(running);
    await end(chain);
    return measured;
  });
}

const seconds = ({ indexer, database, chain }: Cpu) =>
  `indexer ${number(indexer, 1)} s, database ${number(database, 1)} s, chain ${number(chain, 1)} s`;

function report({ events, written, ready, cpu, cpuReady, peakMegabytes }: Backfill): void {
  console.log(
    `${number(events)} events: rows and journals after ${number(written, 1)} s (CPU: ${seconds(cpu)}),`,
  );
  console.log(
    `  with the indexes for reading after ${number(ready, 1)} s (CPU: ${seconds(cpuReady)}), peak ${number(peakMegabytes)} MB`,
  );
}

function judge({ events, first, written, ready, cpu, peakMegabytes }: Backfill): Line[] {
  const size = `${number(events)} events`;
  const rate = events / written;
  return [
    {
      what: `cold backfill, ${size}, journals checked`,
      measured: `${number(rate)}/s`,
      goal: `≥ ${number(GOAL.rate)}/s`,
      reached: rate >= GOAL.rate,
    },
    {
      what: "  from its first batch on",
      measured: `${number((events - first.events) / (written - first.seconds))}/s (first batch after ${number(first.seconds, 1)} s)`,
    },
    { what: "  until its indexes for reading are made too", measured: `${number(events / ready)}/s` },
    {
      what: "  processor time per event: indexer + database + serving the chain",
      measured: `${[cpu.indexer, cpu.database, cpu.chain].map((used) => number((used / events) * 1e6, 1)).join(" + ")} µs`,
    },
    {
      what: `peak memory of the indexer, ${size}`,
      measured: `${number(peakMegabytes)} MB`,
      goal: `≤ ${GOAL.megabytes} MB`,
      reached: peakMegabytes <= GOAL.megabytes,
    },
  ];
}

/**
 * From the first batch on. By processor time, which says more than the clock on a machine that others use too.
 */
function flatness(small: Backfill, large: Backfill): Line {
  const per = ({ events, first }: Backfill, all: number, until: number) =>
    (all - until) / (events - first.events);
  const processor = (of: Backfill) => per(of, total(of.cpu), total(of.first.cpu));
  const clock = (of: Backfill) => per(of, of.written, of.first.seconds);
  const change = processor(large) / processor(small) - 1;
  const percent = (share: number) => `${share >= 0 ? "+" : "−"}${number(Math.abs(share) * 100)} %`;
  return {
    what: `cost per event after the first batch, ${number(large.events)} against ${number(small.events)}`,
    measured: `${percent(change)} processor time, ${percent(clock(large) / clock(small) - 1)} by the clock`,
    goal: `±${GOAL.flat * 100} %`,
    reached: Math.abs(change) <= GOAL.flat,
  };
}

async function latency(): Promise<Line[]> {
  const values = await withDatabase((database, own) =>
    measureLatency(database, own, Number(options.latency)),
  );
  const p95 = percentile(values, 0.95);
  return [
    {
      what: `transaction to query, live chain, p95 of ${values.length}`,
      measured: `${number(p95, 1)} ms`,
      goal: `≤ ${GOAL.latency} ms`,
      reached: p95 <= GOAL.latency,
    },
    {
      what: "  p50, p99",
      measured: `${number(percentile(values, 0.5), 1)}, ${number(percentile(values, 0.99), 1)} ms`,
    },
  ];
}

async function peer(recording: CachedRecording, ours: Backfill): Promise<Line> {
  const what = `Ponder ${PONDER}, cold backfill of the same ${number(ours.events)} events`;
  const own = join(folder, "ponder");
  const missing = installPonder(own);
  if (missing) return { what, measured: `cannot be installed: ${missing}` };
  const theirs = await withDatabase((database) => ponderBackfill(recording, database, own));
  if (theirs.events !== ours.events) {
    return { what, measured: `indexed ${number(theirs.events)} events instead: no comparison` };
  }
  const times = theirs.seconds / ours.written;
  const { indexer, database } = theirs.cpu;
  return {
    what,
    measured: `${number(theirs.events / theirs.seconds)}/s (CPU: indexer ${number(indexer, 1)} s, database ${number(database, 1)} s); ours is ${number(times, 1)} times as fast`,
    goal: `≥ ${GOAL.peer} times`,
    reached: times >= GOAL.peer,
  };
}

await main();
process.exit(0);

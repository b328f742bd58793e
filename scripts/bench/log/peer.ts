import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** What `tessera/` prints; times are milliseconds unless their names say seconds. */
interface Measured {
  readonly version: string;
  readonly goVersion: string;
  readonly batchSize: number;
  readonly batchAge: number;
  readonly checkpointInterval: number;
  readonly entries: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly publishedP50: number;
  readonly publishedP95: number;
  readonly cpuSeconds: number;
}

export interface PeerOptions {
  /** numbers of writers; one measurement after the other */
  readonly writers: readonly number[];
  /** of an entry */
  readonly bytes: number;
  /** length of a measurement */
  readonly seconds: number;
}

const SOURCE = join(import.meta.dirname, "tessera");
/** On the PATH, or where Go's own archive puts it. */
const GO = ["go", "/usr/local/go/bin/go"];
/** For fetching its modules and compiling them. */
const LONGEST = 600_000;
const comparison = (bytes: number) =>
  `Comparable: writers that wait for their answers, entries of the same size (${bytes} B), counted when their index is durable (fsync), on the same cores and file system. Not comparable: Tessera is called within the process of its writers, without HTTP; it verifies no signatures and no schemas, knows no idempotency keys or sequence numbers and signs no promise for an entry. It publishes by a checkpoint on its own disk; ours is anchored on the chain.`;

/** @returns why it cannot be, undefined when it is there */
function build(binary: string): string | undefined {
  const go = GO.find((name) => spawnSync(name, ["version"]).status === 0);
  if (!go) return "Go is not installed";
  const { status, stderr, error } = spawnSync(go, ["build", "-o", binary, "."], {
    cwd: SOURCE,
    encoding: "utf8",
    timeout: LONGEST,
    // A Go that is too old says so, and does not fetch another one unasked.
    env: { GOTOOLCHAIN: "local", ...process.env },
  });
  if (status === 0) return undefined;
  const said = stderr.split("\n").filter((line) => line !== "" && !line.startsWith("go: downloading "));
  return error?.message ?? said[0] ?? `go build ended with ${status}`;
}

/**
 * Measures Tessera's POSIX driver and prints rows under those of `npm run bench:log`, with the default batch and with one
 * of as many entries as there are writers: writers that wait and are fewer than a batch wait for its timer.
 * @returns what is to be said under the table; why it was left out where it cannot be built
 */
export async function measureTessera({ writers, bytes, seconds }: PeerOptions): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "prongsai-bench-peer-"));
  const binary = join(folder, "peer");
  try {
    const missing = build(binary);
    if (missing !== undefined) return [`Tessera was left out: ${missing}`];
    const notes: string[] = [];
    for (const count of writers)
      for (const batch of [undefined, count]) {
        const own = join(folder, `${count}-${batch ?? "default"}`);
        const args = [`-folder=${own}`, `-writers=${count}`, `-bytes=${bytes}`, `-length=${seconds}s`];
        if (batch !== undefined) args.push(`-batch=${batch}`);
        const { stdout } = await promisify(execFile)(binary, args);
        const measured = JSON.parse(stdout) as Measured;
        console.log(row(count, measured));
        notes.push(note(count, measured));
      }
    return [...notes, comparison(bytes)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const whole = (value: number) => Math.round(value).toLocaleString("en");

function row(count: number, measured: Measured): string {
  const { version, batchSize, entries, seconds, p50, p99, cpuSeconds } = measured;
  const what = `Tessera ${version}, ${count} writers, batches of ${batchSize} at most`;
  const cost = `${whole((cpuSeconds / entries) * 1e6)} with its client`;
  const reached = [whole(entries), what, whole(entries / seconds), whole(p50), whole(p99), "–"];
  return `| ${[...reached, cost, "–", "–", loadavg()[0]!.toFixed(1)].join(" | ")} |`;
}

function note(count: number, measured: Measured): string {
  const { version, goVersion, batchSize, batchAge, checkpointInterval } = measured;
  const settings = `batches of ${batchSize} or ${batchAge} ms, a checkpoint every ${checkpointInterval} ms`;
  const published = `${whole(measured.publishedP50)} ms (p50), ${whole(measured.publishedP95)} ms (p95)`;
  return `Tessera ${version} (${goVersion}), ${count} writers, ${settings}: published after ${published}`;
}

// `npm run bench:export [-- rows …]`: the NDJSON export over PostgreSQL, rows a second and memory at growing sizes.
import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { wholeNumbers } from "../platform/arguments.ts";
import { startPostgres } from "../platform/postgres.ts";
import { watchDatabase } from "./export/cpu.ts";
import { fillMirror } from "./export/fill.ts";

interface Download {
  rows: number;
  bytes: number;
  seconds: number;
  sha256: string;
  manifest: { rows: number; sha256: string };
}

/** Reads like a client: counts lines and hashes all but the last. */
async function download(url: string): Promise<Download> {
  const started = performance.now();
  const [response] = (await once(http.get(url), "response")) as [http.IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`);
  const hash = createHash("sha256");
  let rows = 0;
  let bytes = 0;
  let held = Buffer.alloc(0);
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++;
    // The manifest is shorter than this; what is older is body.
    held = Buffer.concat([held, chunk]);
    const keep = 16_384;
    if (held.length > keep * 2) {
      hash.update(held.subarray(0, held.length - keep));
      held = held.subarray(held.length - keep);
    }
  }
  const seconds = (performance.now() - started) / 1000;
  const at = held.lastIndexOf(10, held.length - 2) + 1;
  hash.update(held.subarray(0, at));
  const { manifest } = JSON.parse(held.subarray(at).toString()) as Pick<Download, "manifest">;
  return { rows: rows - 1, bytes, seconds, sha256: `0x${hash.digest("hex")}`, manifest };
}

async function measure(rows: number): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "prongsai-bench-export-"));
  const postgres = await startPostgres({ directory, database: "bench", durable: false });
  try {
    await fillMirror(postgres.url, rows);
    const server = fork(resolve(import.meta.dirname, "export/server.ts"), {
      env: { ...process.env, DATABASE_URL: postgres.url },
    });
    let peak = 0;
    let cpu = 0;
    const url = await new Promise<string>((done) =>
      server.on("message", (message: { url?: string; rss?: number; cpu?: number }) => {
        if (message.url) done(message.url);
        peak = Math.max(peak, message.rss ?? 0);
        cpu = message.cpu ?? cpu;
      }),
    );
    const watch = await watchDatabase(postgres.url);
    for (const view of ["", "?province=กรุงเทพมหานคร"]) {
      peak = 0;
      watch.spent();
      const before = cpu;
      const found = await download(`${url}/v1/reported-projects.ndjson${view}`);
      const complete = found.rows === found.manifest.rows && found.sha256 === found.manifest.sha256;
      const cells = [
        rows.toLocaleString("en"),
        view === "" ? "everything" : "one province",
        found.rows.toLocaleString("en"),
        `${(found.bytes / 1e6).toFixed(0)} MB`,
        `${found.seconds.toFixed(1)} s`,
        Math.round(found.rows / found.seconds).toLocaleString("en"),
        `${((watch.spent() * 1000) / found.rows).toFixed(0)} µs`,
        `${(((cpu - before) * 1000) / found.rows).toFixed(0)} µs`,
        `${(peak / 2 ** 20).toFixed(0)} MB`,
        complete ? "complete" : "INCOMPLETE",
      ];
      console.log(`| ${cells.join(" | ")} |`);
      if (!complete) process.exitCode = 1;
    }
    await watch.stop();
    server.disconnect();
    await once(server, "exit");
  } finally {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

const sizes = wholeNumbers(process.argv.slice(2));
const busy = loadavg()[0]!.toFixed(1);
console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, PostgreSQL on the same machine, load before ${busy}`,
);
console.log(
  "| rows in the mirror | view | rows | body | time | rows/s | database's CPU a row | API's CPU a row | peak memory of the API | manifest |",
);
console.log("|---:|---|---:|---:|---:|---:|---:|---:|---:|---|");
for (const rows of sizes.length > 0 ? sizes : [100_000, 1_000_000]) await measure(rows);

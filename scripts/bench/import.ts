// `npm run bench:import [-- SIZE,SIZE,…]`: rows a second and peak memory of reading, each size in a process of its own.
import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { keepImport, parserVersion, readImport } from "../../sdk/import/index.ts";
import type { ImportFormat } from "../../sdk/import/index.ts";
import { wholeNumbers } from "../platform/arguments.ts";

const sample = new URL("../../data/egp/egp-contract-2568-250.csv", import.meta.url);

interface Measure {
  rows: number;
  seconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
}

/** The sample's rows over and over with other project numbers, dates, prices and winners. */
async function* egpRows(count: number): AsyncGenerator<string> {
  const [header, ...lines] = (await readFile(sample, "utf8")).trim().split("\n");
  const rows = lines.map((line) => line.trim().split(","));
  yield `${header!.trim()},ชื่อผู้ชนะ,เลขที่สัญญา\n`;
  for (let i = 0; i < count; i++) {
    const cells = [...rows[i % rows.length]!];
    cells[0] = String(i + 1);
    cells[1] = String(67_000_000_000 + i);
    cells[9] = `"${(1_480 + (i % 90_000)).toLocaleString("en")}.50"`;
    const winner = i % 10 === 0 ? "นายสมมติ นามสาธิต" : `บริษัท สาธิต ${i % 5_000} จำกัด`;
    yield `${cells.join(",")},${winner},${(i % 900) + 1}/2568\n`;
  }
}

async function* ocdsLines(count: number): AsyncGenerator<string> {
  for (let i = 0; i < count; i++) {
    const buyer = { id: `TH-GOV-${i % 300}`, name: `เทศบาลตำบลสาธิต ${i % 300}` };
    const supplier = { id: `s${i % 5_000}`, name: `บริษัท สาธิต ${i % 5_000} จำกัด` };
    const release = {
      ocid: `ocds-th0001-${67_000_000_000 + i}`,
      id: `r${i}`,
      date: "2024-11-29T10:00:00+07:00",
      tag: ["contract"],
      initiationType: "tender",
      buyer,
      parties: [
        {
          ...buyer,
          roles: ["buyer"],
          address: { region: "เชียงใหม่" },
          contactPoint: { email: "a@example.go.th" },
        },
        { ...supplier, roles: ["supplier"], identifier: { scheme: "TH-DBD", id: `0${105_536_000_000 + i}` } },
      ],
      tender: {
        id: "t",
        title: "ก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ 5",
        value: { amount: 900_000, currency: "THB" },
      },
      awards: [{ id: "a", value: { amount: 899_000 + (i % 1_000), currency: "THB" }, suppliers: [supplier] }],
      contracts: [{ id: "c", awardID: "a", dateSigned: "2024-12-01T09:00:00+07:00" }],
    };
    yield `${JSON.stringify(release)}\n`;
  }
}

async function measure(format: ImportFormat, file: string, what: string): Promise<Measure> {
  const bytes = createReadStream(file, { highWaterMark: 1 << 18 });
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  let rows: number;
  if (what === "read") {
    const reading = readImport(parserVersion[format], bytes);
    for await (const row of reading.rows) void row;
    rows = reading.summary().rowsRead;
  } else {
    const keeping = keepImport(format, bytes);
    for await (const piece of keeping.kept) void piece;
    rows = keeping.summary().rowsRead;
  }
  const { user, system } = process.cpuUsage(cpu);
  return {
    rows,
    seconds: (performance.now() - begun) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

function inOwnProcess(format: ImportFormat, file: string, what: string): Measure {
  const child = spawnSync(process.execPath, [import.meta.filename, "measure", format, file, what], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.status !== 0) throw new Error(`measuring ${format} ended with ${child.status}`);
  return JSON.parse(child.stdout) as Measure;
}

async function main(): Promise<void> {
  const sizes = wholeNumbers((process.argv[2] ?? "10000,100000,1000000").split(","));
  const folder = await mkdtemp(join(tmpdir(), "prongsai-bench-import-"));
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}`);
  console.log("form  what       rows       MB  seconds   rows/s  rows/CPU s  µs/row  peak MB");
  try {
    for (const size of sizes) {
      const jobs: [ImportFormat, AsyncGenerator<string>][] = [["egp", egpRows(size)]];
      if (size <= 100_000) jobs.push(["ocds", ocdsLines(size)]);
      for (const [format, lines] of jobs) {
        const file = join(folder, `${format}-${size}`);
        await pipeline(Readable.from(lines), createWriteStream(file));
        const megabytes = (await stat(file)).size / 1e6;
        for (const what of ["read", "keep"]) {
          const { rows, seconds, cpuSeconds, peakMegabytes } = inOwnProcess(format, file, what);
          const cells = [
            format.padEnd(5),
            what.padEnd(5),
            rows.toLocaleString("en").padStart(10),
            megabytes.toFixed(1).padStart(8),
            seconds.toFixed(1).padStart(8),
            Math.round(rows / seconds)
              .toLocaleString("en")
              .padStart(8),
            Math.round(rows / cpuSeconds)
              .toLocaleString("en")
              .padStart(11),
            ((seconds / rows) * 1e6).toFixed(1).padStart(7),
            peakMegabytes.toFixed(0).padStart(8),
          ];
          console.log(cells.join(" "));
        }
        await rm(file);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[2] === "measure") {
  const [format, file, what] = process.argv.slice(3) as [ImportFormat, string, string];
  process.stdout.write(JSON.stringify(await measure(format, file, what)));
} else {
  await main();
}

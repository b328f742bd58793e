// `npm run bench:pages [-- projects [rounds]]`: pages made on the server; server, database and load client on one machine.
import { cpus, loadavg } from "node:os";
import { startBenchedApi } from "./api/server.ts";
import { analyze, fillNative } from "./api/fill-native.ts";
import { Dice } from "./chain/dice.ts";
import { wholeNumbers } from "../platform/arguments.ts";
import { fillMirror } from "./export/fill.ts";
import { load, tellWrong } from "./http/load.ts";
import { addresses } from "./pages/addresses.ts";

const SECONDS = 8;
/** So many pages are what most readers open within one block. */
const POPULAR = 200;

const [projects = 100_000, rounds = 6] = wholeNumbers(process.argv.slice(2));
const count = (value: number) => Math.round(value).toLocaleString("en");
const line = (...cells: (string | number)[]) => console.log(`| ${cells.join(" | ")} |`);

/** A walk in which no page comes twice before all were opened, and neighbours are far apart. */
function inTurn(all: readonly string[]): () => string {
  const dice = new Dice(1);
  const shuffled = all.map((one) => [dice.next(), one] as const).sort(([a], [b]) => a - b);
  let i = 0;
  return () => shuffled[i++ % shuffled.length]![1];
}

/** Opens pages for some seconds, compressed as browsers take them. */
const open = (url: string, next: () => string) =>
  load({
    url,
    connections: 16,
    seconds: SECONDS,
    next: () => ({
      method: "GET",
      path: next(),
      headers: { accept: "text/html", "accept-encoding": "gzip" },
    }),
    isRight: (status) => status === 200,
  });

/** What the API says that it holds, in megabytes. */
async function memory(url: string): Promise<{ resident: number; heap: number }> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const of = (name: string) => Number(new RegExp(`^prongsai_${name} (\\S+)$`, "m").exec(text)![1]) / 1e6;
  return { resident: of("process_resident_memory_bytes"), heap: of("nodejs_heap_size_used_bytes") };
}

console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, load before: ${loadavg()[0]!.toFixed(1)}`,
);
console.log(
  `${count(projects)} native and ${count(projects)} reported projects, made rows in the indexer's tables\n`,
);

const api = await startBenchedApi(async (url) => {
  await fillMirror(url, projects);
  await fillNative(url, projects);
  await analyze(url);
});
try {
  line("page", "opened", "pages/s", "p50", "p99", "CPU ms: API", "PG", "client", "kB", "wrong");
  line("---", "---", ...Array.from({ length: 8 }, () => "---:"));
  const places = await addresses(api.url);
  for (const { name, all } of places) {
    const popular = all.filter((_, i) => i % Math.ceil(all.length / POPULAR) === 0);
    for (const [opened, some] of [
      ["each another", all],
      [`${popular.length} in turn`, popular],
    ] as const) {
      const next = inTurn(some);
      await open(api.url, next);
      const before = api.cpu();
      const full = await open(api.url, next);
      const after = api.cpu();
      const spent = (["api", "database", "client"] as const).map((part) =>
        (((after[part] - before[part]) / full.requests) * 1e3).toFixed(2),
      );
      const ms = (value: number) => `${value} ms`;
      line(
        name,
        opened,
        count(full.perSecond),
        ms(full.p50),
        ms(full.p99),
        ...spent,
        full.kilobytes.toFixed(1),
        tellWrong([full]),
      );
    }
  }
  console.log(`\nMemory while pages that nobody opened before are made, all kinds in turn`);
  line("pages so far", "pages/s", "resident MB", "heap MB");
  line("---:", "---:", "---:", "---:");
  const mixed = inTurn(places.flatMap(({ all }) => all));
  let made = 0;
  for (let round = 0; round < rounds; round++) {
    const { requests, perSecond } = await open(api.url, mixed);
    made += requests;
    const { resident, heap } = await memory(api.url);
    line(count(made), count(perSecond), count(resident), count(heap));
  }
} finally {
  await api.stop();
}

// `npm run bench:api [-- projects [titles]]`: GraphQL over PostgreSQL; server, database and load client on one machine.
import { cpus, loadavg } from "node:os";
import { analyze, fillNative } from "./api/fill-native.ts";
import { loadQuestions, type Question } from "./api/load.ts";
import { questions } from "./api/questions.ts";
import { measureSearch } from "./api/search.ts";
import { startBenchedApi } from "./api/server.ts";
import { Dice } from "./chain/dice.ts";
import { wholeNumbers } from "../platform/arguments.ts";
import { fillMirror } from "./export/fill.ts";
import { tellWrong } from "./http/load.ts";

const SECONDS = 8;
const ROUNDS = 12;
/** So many different questions are "the same again": what most readers ask within one block. */
const POPULAR = 500;

const [projects = 100_000, titles = 1_000_000] = wholeNumbers(process.argv.slice(2));
const count = (value: number) => Math.round(value).toLocaleString("en");
const line = (...cells: (string | number)[]) => console.log(`| ${cells.join(" | ")} |`);

async function measureReads(): Promise<void> {
  const api = await startBenchedApi(async (url) => {
    await fillMirror(url, projects);
    await fillNative(url, projects);
    await analyze(url);
  });
  try {
    line(
      "question",
      "asked",
      "requests/s",
      "goal",
      "p50",
      "p99",
      "p99 at 70 %",
      "CPU µs: API",
      "PG",
      "client",
      "kB",
      "wrong",
    );
    line("---", "---", ...Array.from({ length: 10 }, () => "---:"));
    for (const { name, goal, all } of await questions(api.url)) {
      const popular = all.filter((_, i) => i % Math.ceil(all.length / POPULAR) === 0);
      for (const [asked, some] of [
        ["each another", all],
        [`${popular.length} in turn`, popular],
      ] as const) {
        const next = inTurn(some);
        await loadQuestions({ url: api.url, next, seconds: 2 });
        const before = api.cpu();
        const full = await loadQuestions({ url: api.url, next, seconds: SECONDS });
        const after = api.cpu();
        const micros = (["api", "database", "client"] as const).map((part) =>
          count(((after[part] - before[part]) / full.requests) * 1e6),
        );
        const held = await loadQuestions({
          url: api.url,
          next,
          seconds: SECONDS,
          rate: full.perSecond * 0.7,
        });
        const ms = (value: number) => `${value} ms`;
        const speed = [count(full.perSecond), count(goal), ms(full.p50), ms(full.p99), ms(held.p99)];
        line(name, asked, ...speed, ...micros, full.kilobytes.toFixed(1), tellWrong([full, held]));
      }
    }
  } finally {
    await api.stop();
  }
}

/** A walk in which no question comes twice before all were asked, and neighbours are far apart. */
function inTurn(all: readonly Question[]): () => Question {
  const dice = new Dice(1);
  const shuffled = all.map((one) => [dice.next(), one] as const).sort(([a], [b]) => a - b);
  let i = 0;
  return () => shuffled[i++ % shuffled.length]![1];
}

async function measureTitles(): Promise<void> {
  const api = await startBenchedApi(async (url) => {
    await fillMirror(url, titles, { searchable: true });
    await analyze(url);
  });
  try {
    console.log(`\nSearch over ${count(titles)} titles, a page of 50 of what is found, ${ROUNDS} times each`);
    line("words", "on the page", "p50", "p95");
    line("---", "---:", "---:", "---:");
    await measureSearch(api.url, 1);
    const answers = await measureSearch(api.url, ROUNDS);
    for (const { term, found, p50, p95 } of answers)
      line(term, found, `${p50.toFixed(1)} ms`, `${p95.toFixed(1)} ms`);
  } finally {
    await api.stop();
  }
}

console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, load before: ${loadavg()[0]!.toFixed(1)}`,
);
console.log(
  `${count(projects)} native and ${count(projects)} reported projects, made rows in the indexer's tables\n`,
);
if (projects > 0) await measureReads();
if (titles > 0) await measureTitles();

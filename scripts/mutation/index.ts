/**
 * `npm run test:mutation -- [--files PART] [--sample N] [--seed N] [--workers N] [--report]`: how many small errors in
 * our Solidity the tests notice. Mutants are tried in random order, so an interrupted run is a fair sample and the next
 * one goes on from there; `--report` tries none. A run over all files writes docs/mutation.md.
 */
import { parseArgs } from "node:util";
import { ownSources } from "../solidity/contracts.ts";
import { mutantsOf, type Mutant } from "./mutants.ts";
import { BaselineBroken, judgeAll } from "./pool.ts";
import { percent, scores, writeReport, written, type Judged } from "./report.ts";
import { Results } from "./results.ts";

const GOAL = 95;

const { values } = parseArgs({
  options: {
    files: { type: "string" },
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
    workers: { type: "string", default: "2" },
    timeout: { type: "string", default: "1200" },
    report: { type: "boolean", default: false },
  },
});

const files = (await ownSources()).filter((path) => !values.files || path.includes(values.files));
const { sources, mutants } = await mutantsOf(files);
const chosen = shuffled(mutants, Number(values.seed)).slice(0, Number(values.sample ?? mutants.length));
const results = await Results.open(sources);
// Who survived other tests comes first: the present ones were probably written against it.
const open = values.report
  ? []
  : chosen.filter((mutant) => !results.of(mutant)).sort((a, b) => rank(a) - rank(b));
console.log(
  `${mutants.length} mutants in ${files.length} sources; ${chosen.length} chosen, ${open.length} to be tried`,
);

let done = 0;
const from = performance.now();
try {
  await judgeAll(open, {
    workers: Number(values.workers),
    timeoutMilliseconds: Number(values.timeout) * 1000,
    ready: (tests, milliseconds) =>
      console.log(`${tests} tests pass unmutated in ${seconds(milliseconds)} s`),
    judged: async (mutant, { verdict, by, milliseconds }) => {
      await results.add(mutant, { verdict, by, milliseconds });
      done++;
      if (verdict === "survived") console.log(`survived ${describe(mutant)}`);
      if (done % 25 === 0) {
        const left = ((performance.now() - from) / done) * (open.length - done);
        console.log(`${done} of ${open.length} tried, about ${seconds(left)} s left`);
      }
    },
  });
} catch (error) {
  if (!(error instanceof BaselineBroken)) throw error;
  console.error(`The tests fail without any mutant: ${error.message}`);
  process.exit(2);
}

const judged: Judged[] = mutants.flatMap((mutant) => {
  const result = chosen.includes(mutant) ? results.last(mutant) : undefined;
  return result ? [{ mutant, result }] : [];
});
const table = scores(judged);
console.table(table.map((row) => ({ ...row, score: written(row) })));
if (judged.length === 0) console.log("no mutant was tried here; docs/mutation.md stays as it is");
else if (!values.files && !values.sample) {
  await writeReport(judged, mutants, new Date().toISOString().slice(0, 10));
  console.log("written to docs/mutation.md");
}
process.exitCode = percent(table.at(-1)!) >= GOAL ? 0 : 1;

function rank(mutant: Mutant): number {
  return results.last(mutant) ? 0 : 1;
}

function describe({ id, file, line, where, before, after }: Mutant): string {
  const short = (text: string) => text.replaceAll(/\s+/g, " ").slice(0, 90);
  return `${id} ${file}:${line} ${where}: ${short(before)} → ${short(after)}`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(0);
}

/** In an order that depends on `seed` alone. */
function shuffled(all: Mutant[], seed: number): Mutant[] {
  const order = (id: string) =>
    Math.imul(parseInt(id.slice(0, 8), 16) ^ Math.imul(seed, 0x9e3779b1), 0x85ebca6b) >>> 0;
  return all.toSorted((a, b) => order(a.id) - order(b.id));
}

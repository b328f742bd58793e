// `npm test [-- PART [MOCHA OPTION …]]`: runs everything, or one part; the last line sums up. One part makes first what it
// needs, in a fresh clone all of it.
import { sum, summaryLine } from "./test/counts.ts";
import { parts } from "./test/parts.ts";
import { prepare } from "./test/prepare.ts";
import { runParts } from "./test/run-parts.ts";

const [wanted, ...options] = process.argv.slice(2);
const chosen = wanted ? parts.filter(({ name }) => name === wanted) : parts;
if (chosen.length === 0) {
  console.error(`there is no part "${wanted}"; the parts are: ${parts.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}

// Of all of them the first ones build.
if (wanted && !chosen[0]!.alone) await prepare(chosen[0]!);
const results = await runParts(chosen, options);

for (const { name, counts } of results) {
  // Again: a log of which only the end is kept must still tell what failed.
  for (const failure of counts.failures ?? []) console.log(`\n✘ ${name}: ${failure}`);
}
console.log("");
for (const { name, counts, seconds } of results) {
  const mark = counts.failed > 0 ? "✘" : "✔";
  console.log(`${mark} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(7)} s  ${summaryLine(counts)}`);
}
const total = sum(results.map(({ counts }) => counts));
console.log(`\n${summaryLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

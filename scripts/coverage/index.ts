/**
 * `npm run coverage`: lines by Hardhat's coverage, branches by our own probes (Hardhat's has none). Fails unless both
 * are complete for all our Solidity.
 */
import { fewRepetitions, measureLines } from "./lines.ts";

Object.assign(process.env, fewRepetitions);
const lines = await measureLines();
const { measureBranches } = await import("./branches.ts");
const { branches, taken } = await measureBranches();

const files = [...new Set([...lines.map(({ file }) => file), ...branches.map(({ file }) => file)])].sort();
const missedBranches = branches.filter(({ tag }) => !taken.has(tag));
const rows = files.map((file) => {
  const found = lines.find((entry) => entry.file === file) ?? { lines: 0, missed: [] };
  const own = branches.filter((branch) => branch.file === file);
  const missed = missedBranches.filter((branch) => branch.file === file);
  return {
    file,
    lines: `${found.lines - found.missed.length}/${found.lines}`,
    branches: `${own.length - missed.length}/${own.length}`,
    "lines missed": found.missed.join(", "),
  };
});
console.table(rows);
for (const { file, line, operand, outcome } of missedBranches) {
  console.log(`${file}:${line} was never ${outcome}: ${operand.replaceAll(/\s+/g, " ")}`);
}
const total = lines.reduce((sum, entry) => sum + entry.lines, 0);
const missedLines = lines.reduce((sum, entry) => sum + entry.missed.length, 0);
console.log(
  `lines ${percent(total, missedLines)}, branches ${percent(branches.length, missedBranches.length)}`,
);
// Mocha and the development chain keep the process alive.
process.exit(missedLines + missedBranches.length === 0 ? 0 : 1);

function percent(all: number, missed: number): string {
  return `${(((all - missed) / all) * 100).toFixed(2)} % of ${all}`;
}

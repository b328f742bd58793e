// `npm run fuzz:log [-- kills]`: kills the API that takes actions, then the process that anchors them, 300 times each or
// as often as is given. Prints its seed first; SEED repeats a run.
import { wholeNumbers } from "./platform/arguments.ts";
import { runMocha } from "./test/mocha.ts";

const [kills = 300] = wholeNumbers(process.argv.slice(2));
const times = String(kills);
const seed = process.env.SEED ?? String(Math.floor(Math.random() * 2 ** 31));
console.log(`SEED=${seed}`);
const runs = [
  { tests: "the intake under kill", env: { SEED: seed, KILLS: times } },
  { tests: "anchoring under faults", env: { SEED: seed, ANCHORING_KILLS: times } },
];
for (const { tests, env } of runs) {
  const { failed, passed } = await runMocha("faults", ["--grep", tests], env);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}

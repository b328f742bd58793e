// `npm run fuzz:contracts [-- TRACES]`: new random traces, 600 unless told otherwise (a night takes 20000). FUZZ_STEPS
// and FUZZ_SEED choose how long and which; a failure prints the seed, the trace and how to play it again.
import { wholeNumbers } from "./platform/arguments.ts";
import { runMocha } from "./test/mocha.ts";

const [traces = 600] = wholeNumbers(process.argv.slice(2));
const { FUZZ_SEED = String(Math.floor(Math.random() * 2 ** 31)) } = process.env;
const settings = { FUZZ_RUNS: String(traces), FUZZ_SEED };
const { passed, failed } = await runMocha("contracts/budget", ["--grep", "random traces"], settings);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

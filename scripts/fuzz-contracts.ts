// `npm run fuzz:contracts`: many more random traces than the tests play, for a night. FUZZ_RUNS, FUZZ_STEPS and
// FUZZ_SEED choose how many, how long and which; a failure prints the seed, the trace and how to play it again.
import { runMocha } from "./test/mocha.ts";

const { FUZZ_RUNS = "20000" } = process.env;
const { passed, failed } = await runMocha("contracts/budget", ["--grep", "random traces"], { FUZZ_RUNS });
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

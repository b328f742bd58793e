// `npm run fuzz:contracts [-- TRACES]`: new random traces of every register that has a model, 600 unless told otherwise
// (a night takes 20000), and fifty random Merkle proofs for each. FUZZ_STEPS and FUZZ_SEED choose how long and which; a
// failure prints the seed, the trace and how to play it again.
import { wholeNumbers } from "./platform/arguments.ts";
import { runMocha } from "./test/mocha.ts";

const PROOFS_A_TRACE = 50;

const [traces = 600] = wholeNumbers(process.argv.slice(2));
const { FUZZ_SEED = String(Math.floor(Math.random() * 2 ** 31)) } = process.env;
const settings = { FUZZ_RUNS: String(traces), FUZZ_PROOFS: String(traces * PROOFS_A_TRACE), FUZZ_SEED };
let failed = false;
for (const register of ["budget", "log"]) {
  const counts = await runMocha(`contracts/${register}`, ["--grep", "random (traces|proofs)"], settings);
  if (counts.failed > 0 || counts.passed === 0) failed = true;
}
process.exitCode = failed ? 1 : 0;

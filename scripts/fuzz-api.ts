// `npm run fuzz:api [-- --url URL --seed N --inputs N --key FILE --service NAME]`: 100,000 inputs over every address of a
// running API (`npm start`). Webhooks are managed under a submission key of a service: the demonstration's guest, when its
// key file is there.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fuzzApi } from "./fuzz-api/run.ts";
import { signingKey } from "../sdk/log/http-signature/signing-key.ts";

const { values } = parseArgs({
  options: {
    url: { type: "string", default: `http://127.0.0.1:${process.env.PORT || "8080"}` },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
    inputs: { type: "string", default: "100000" },
    key: { type: "string", default: join(process.env.DATA_DIR || ".data", "log-keys/guest.pem") },
    service: { type: "string", default: "th.go.bangkok.complaints" },
  },
});
const { url } = values;
const seed = Number(values.seed);
console.log(`${values.inputs} inputs to ${url}, seed ${seed} (REQUESTS_PER_MINUTE must allow them)`);
const signs = existsSync(values.key);
if (!signs) console.log(`no key at ${values.key}: webhooks get unsigned requests only (--key, --service)`);
const started = performance.now();
const { inputs, statuses, findings } = await fuzzApi({
  url,
  seed,
  inputs: Number(values.inputs),
  ...(signs && { sender: { service: values.service, ...(await signingKey(readFileSync(values.key))) } }),
  onProgress: (done) => console.log(`${done} sent`),
});
const seconds = (performance.now() - started) / 1000;
const counts = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
console.log(`${inputs} inputs in ${seconds.toFixed(0)} s; answers by status: ${counts.join(", ")}`);
for (const { number, problem, input, answer } of findings) {
  console.error(`input ${number}: ${problem}\n${JSON.stringify(input).slice(0, 2_000)}`);
  console.error(answer ? `${answer.status} ${answer.text.slice(0, 500)}\n` : "no answer\n");
}
console.log(findings.length === 0 ? "nothing found" : `${findings.length} findings, seed ${seed}`);
if (findings.length > 0) process.exitCode = 1;

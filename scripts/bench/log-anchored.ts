// `npm run bench:log-anchored [-- seconds]`: how long after it is handed in an action is anchored, on the real product: the
// embedded chain, the index, the API and the anchoring process as `npm start` runs them, and the load client, on the same
// cores. At full load of 64 writers, each waiting for its answer, and at 500 and 1,000 actions a second.
import { Contract, encodeBytes32String, id, Interface, JsonRpcProvider } from "ethers";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { abis } from "../../sdk/generated/abi/index.ts";
import type { LogAnswer } from "../../sdk/log/promise/answer.ts";
import { handIn } from "../demo/hand-in.ts";
import { contractInterfaces } from "../demo/interfaces.ts";
import { keeperOf } from "../demo/services/cast.ts";
import { Stage } from "../demo/stage.ts";
import { wholeNumbers } from "../platform/arguments.ts";
import { freePort } from "../platform/free-port.ts";
import { given } from "../start/context.ts";
import { Run } from "../start/run.ts";
import { steps } from "../start/steps.ts";
import { load } from "./log/client.ts";
import { newWriter, SERVICE } from "./log/ledger.ts";
import type { BenchWriter } from "./log/ledger.ts";

const WRITERS = 64;
const RATES = [undefined, 500, 1_000] as const;
const LEFT_OUT = new Set(["import", "webhooks", "actions", "witnesses"]);
const LOOK_EVERY = 20;
const YEAR = 365 * 86_400;

const [seconds = 20] = wholeNumbers(process.argv.slice(2));
const directory = mkdtempSync(join(tmpdir(), "prongsai-bench-anchored-"));
const settings = { port: await freePort(), dataDir: directory };
const run = new Run(
  settings,
  steps.filter(({ name }) => !LEFT_OUT.has(name)),
);

/** Registers the writers' keys as the service's keeper does. */
async function register(writers: readonly BenchWriter[], provider: JsonRpcProvider): Promise<void> {
  const { context } = run;
  const keeper = keeperOf(SERVICE);
  const now = Math.floor(Date.now() / 1_000);
  const stage = new Stage({
    provider,
    chainId: BigInt(given(context, "chain").chainId),
    contracts: await contractInterfaces(given(context, "deployment")),
    submit: (signed) => handIn(given(context, "apiUrl"), signed),
    setTime: async () => undefined,
  });
  stage.startAt(keeper.wallet.address, await provider.getTransactionCount(keeper.wallet.address));
  const window = { validFrom: now - 60, validUntil: now + YEAR };
  for (const { label, publicKey } of writers)
    await stage.call(keeper, 0, "ActionLog", "addKey", [
      id(SERVICE.name),
      { use: 0, algorithm: 0, submitter: encodeBytes32String(label), publicKey, ...window },
    ]);
}

/** When the chain had so many entries first: looks at the head until it is told to stop. */
class Watch {
  readonly seen: { readonly at: number; readonly size: number }[] = [];
  readonly #log: Contract;
  #until = Infinity;
  readonly #running: Promise<void>;

  constructor(log: Contract) {
    this.#log = log;
    this.#running = this.#run();
  }

  async #run(): Promise<void> {
    for (let size = -1; size < this.#until; await sleep(LOOK_EVERY)) {
      const head = (await this.#log.getFunction("head")(id(SERVICE.name))) as { size: bigint };
      if (Number(head.size) > size)
        this.seen.push({ at: performance.now(), size: (size = Number(head.size)) });
    }
  }

  /** Waits until so many entries are anchored. */
  async reaches(size: number): Promise<void> {
    this.#until = size;
    await this.#running;
  }
}

const percentile = (sorted: readonly number[], share: number) =>
  ((sorted[Math.floor(sorted.length * share)] ?? NaN) / 1_000).toFixed(2);

async function measure(writers: { writer: BenchWriter; next: number }[], log: Contract, rate?: number) {
  const handed: { readonly from: number; readonly index: number }[] = [];
  const watch = new Watch(log);
  const onAnswer = (text: string, from: number) => {
    const { firstIndex } = JSON.parse(text) as LogAnswer;
    handed.push({ from, index: firstIndex });
  };
  const reached = await load({
    port: settings.port,
    writers,
    batch: 1,
    seconds,
    onAnswer,
    ...(rate && { rate }),
  });
  await watch.reaches(Math.max(...handed.map(({ index }) => index)) + 1);
  const waited = handed
    .map(({ from, index }) => watch.seen.find(({ size }) => size > index)!.at - from)
    .sort((a, b) => a - b);
  const anchors = watch.seen.length - 1;
  console.log(
    `| ${[rate ?? "all that come", Math.round(reached.records / reached.seconds), anchors, percentile(waited, 0.5), percentile(waited, 0.95), percentile(waited, 1 - 1 / waited.length), loadavg()[0]!.toFixed(1)].join(" | ")} |`,
  );
}

try {
  await run.start(new AbortController().signal);
  const { rpcUrl, chainId } = given(run.context, "chain");
  const provider = new JsonRpcProvider(rpcUrl, chainId, { staticNetwork: true, cacheTimeout: -1 });
  const writers = Array.from({ length: WRITERS }, (_, at) => ({ writer: newWriter(`bench-${at}`), next: 1 }));
  await register(
    writers.map(({ writer }) => writer),
    provider,
  );
  const address = given(run.context, "deployment").contracts["ActionLog"]!.address;
  const log = new Contract(address, new Interface(abis.ActionLog), provider);
  // Until the API has read of the keys.
  await sleep(2_000);
  console.log(`\nNode ${process.version}, ${cpus().length} × ${cpus()[0]!.model}\n`);
  console.log(
    "| asked for, actions/s | acknowledged/s | anchors | anchored p50 s | p95 s | longest s | load |",
  );
  console.log("|---|---:|---:|---:|---:|---:|---:|");
  for (const rate of RATES) await measure(writers, log, rate);
  provider.destroy();
} finally {
  await run.stop();
  rmSync(directory, { recursive: true, force: true });
}
process.exit();

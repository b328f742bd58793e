/** One process of the mutation run: compiles a mutant, runs the tests against it, tells the verdict. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { contractNames, sources as paths, type ContractName } from "../deploy/plan.ts";
import { CompilationError, compile, sourcesOf, type Compiled, type Sources } from "../solidity/compiler.ts";
import { mutate, type Mutant } from "./mutants.ts";
import type { Verdict } from "./results.ts";
import { Suite } from "./suite.ts";

/** To the worker: the source's text and a mutant of it. */
export interface Task {
  mutant: Mutant;
}

/** From the worker. */
export type Message =
  | { kind: "ready"; tests: number; milliseconds: number }
  | { kind: "broken"; failure: string }
  | { kind: "verdict"; verdict: Verdict; by?: string; milliseconds: number };

const folder = await mkdtemp(join(tmpdir(), "prongsai-mutation-"));
const altered = `${folder}/sources`;
process.env.LEDGER_ARTIFACTS = folder;
process.env.LEDGER_SOURCES = altered;
process.env.SIGNATURE_MUTATIONS ??= "200";
process.env.FUZZ_RUNS ??= "10";
process.once("exit", () => void rm(folder, { recursive: true, force: true }));
process.once(
  "disconnect",
  () => void rm(folder, { recursive: true, force: true }).then(() => process.exit()),
);

const tell = (message: Message) => process.send!(message);
const original = await sourcesOf(Object.values(paths));
const unchanged = new Map<ContractName, Compiled>();

for (const name of contractNames) {
  const compiled = compile(await sourcesOf([paths[name]]), paths[name], name);
  unchanged.set(name, compiled);
  await place(name, compiled);
}
const suite = await Suite.load();
const started = performance.now();
const baseline = await suite.run();
if (baseline.passed)
  tell({ kind: "ready", tests: baseline.tests, milliseconds: performance.now() - started });
else tell({ kind: "broken", failure: `${baseline.failure}: ${baseline.reason}` });

process.on("message", ({ mutant }: Task) => void judge(mutant).then(tell));

async function judge(mutant: Mutant): Promise<Message> {
  const from = performance.now();
  const done = (verdict: Verdict, by?: string): Message => {
    return { kind: "verdict", verdict, by, milliseconds: Math.round(performance.now() - from) };
  };
  const changed = await compileAffected(mutant);
  if (!changed) return done("invalid");
  for (const [name, compiled] of changed) await place(name, compiled);
  await placeSource(mutant);
  const outcome = await suite.run(mutant.file);
  for (const name of changed.keys()) await place(name, unchanged.get(name)!);
  await rm(altered, { recursive: true });
  return outcome.passed ? done("survived") : done("killed", outcome.failure);
}

async function compileAffected(mutant: Mutant): Promise<Map<ContractName, Compiled> | undefined> {
  const mutated: Sources = mutate(original, mutant);
  const changed = new Map<ContractName, Compiled>();
  try {
    for (const name of mutant.contracts) {
      changed.set(name, compile(await sourcesOf([paths[name]], mutated), paths[name], name));
    }
  } catch (error) {
    if (error instanceof CompilationError) return undefined;
    throw error;
  }
  return changed;
}

async function place(name: ContractName, compiled: Compiled): Promise<void> {
  await mkdir(`${folder}/${paths[name]}`, { recursive: true });
  await writeFile(`${folder}/${paths[name]}/${name}.json`, JSON.stringify(compiled));
}

/** For tests that compile a source themselves. */
async function placeSource(mutant: Mutant): Promise<void> {
  const path = `${altered}/${mutant.file}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, mutate(original, mutant)[mutant.file]!);
}

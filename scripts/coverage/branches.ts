/** Runs the contract tests against instrumented code and tells which branches they took. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import hre from "hardhat";
import { contractNames, sources as paths } from "../deploy/plan.ts";
import { Suite } from "../mutation/suite.ts";
import { compile, parse, sourcesOf, type Sources } from "../solidity/compiler.ts";
import { instrument, probePath, probeSource, type Branch } from "./instrument.ts";

export interface BranchCoverage {
  branches: Branch[];
  taken: Set<number>;
}

/** @throws when a test fails */
export async function measureBranches(): Promise<BranchCoverage> {
  const taken = new Set<number>();
  hre.hooks.registerHandlers("network", {
    onCoverageData: async (_context, tags) => {
      for (const tag of tags) taken.add(Number(BigInt(tag.startsWith("0x") ? tag : `0x${tag}`)));
    },
  });
  const folder = await mkdtemp(join(tmpdir(), "prongsai-coverage-"));
  try {
    const branches = await writeInstrumented(folder);
    process.env.LEDGER_ARTIFACTS = join(folder, "artifacts");
    // Tests of libraries compile them into a contract of their own.
    process.env.LEDGER_SOURCES = join(folder, "sources");
    const outcome = await (await Suite.load()).run();
    if (!outcome.passed) throw new Error(`the test “${outcome.failure}” fails: ${outcome.reason}`);
    return { branches, taken };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeInstrumented(folder: string): Promise<Branch[]> {
  const original = await sourcesOf(Object.values(paths));
  const own = Object.keys(original).filter((path) => path.startsWith("contracts/"));
  const trees = parse(original, own);
  const branches: Branch[] = [];
  const replaced: Sources = { [probePath]: probeSource };
  for (const path of own.sort()) {
    const file = instrument(path, trees[path]!, original[path]!, branches.length);
    branches.push(...file.branches);
    replaced[path] = file.text;
  }
  for (const [path, text] of Object.entries(replaced)) {
    const file = join(folder, "sources", path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  for (const name of contractNames) {
    const compiled = compile(await sourcesOf([paths[name]], replaced), paths[name], name);
    const artifacts = join(folder, "artifacts", paths[name]);
    await mkdir(artifacts, { recursive: true });
    await writeFile(join(artifacts, `${name}.json`), JSON.stringify(compiled));
  }
  return branches;
}

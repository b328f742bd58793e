/** What became of each mutant, kept across runs so that an interrupted run goes on and a repeated one is short. */
import { createHash } from "node:crypto";
import { appendFile, glob, mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { root, type Sources } from "../solidity/compiler.ts";
import type { Mutant } from "./mutants.ts";

/** `invalid`: the compiler refuses it, so nobody could have deployed it. */
export type Verdict = "killed" | "survived" | "invalid";

export interface Result {
  id: string;
  verdict: Verdict;
  /** state of the code, and of the tests for a survivor, for which the verdict holds */
  key: string;
  /** first test that failed */
  by?: string;
  milliseconds: number;
}

const path = `${root}/cache/mutation/results.jsonl`;

/** Reads what is known; a killed mutant stays killed when tests are added, a survivor is tried again. */
export class Results {
  #known = new Map<string, Result>();
  #tests: string;
  #code: (mutant: Mutant) => string;

  private constructor(tests: string, code: (mutant: Mutant) => string) {
    this.#tests = tests;
    this.#code = code;
  }

  static async open(sources: Sources): Promise<Results> {
    const results = new Results(await hashOfTests(), (mutant) => hash(sources[mutant.file]!));
    const lines = await readFile(path, "utf8").catch(() => "");
    for (const line of lines.split("\n")) {
      if (!line.endsWith("}")) continue;
      const result = JSON.parse(line) as Result;
      // A busy machine may have been the reason; the mutant is tried again.
      if (result.by?.startsWith("(")) continue;
      results.#known.set(result.id, result);
    }
    return results;
  }

  /** The verdict on a mutant, if it still holds. */
  of(mutant: Mutant): Result | undefined {
    const result = this.#known.get(mutant.id);
    return result && result.key === this.#key(mutant, result.verdict) ? result : undefined;
  }

  /** The verdict on a mutant, also if it survived other tests than the present ones. */
  last(mutant: Mutant): Result | undefined {
    const result = this.#known.get(mutant.id);
    return result?.key.split(" ")[0] === this.#code(mutant) ? result : undefined;
  }

  async add(mutant: Mutant, outcome: Omit<Result, "id" | "key">): Promise<Result> {
    const result: Result = { id: mutant.id, ...outcome, key: this.#key(mutant, outcome.verdict) };
    this.#known.set(mutant.id, result);
    await mkdir(dirname(path), { recursive: true });
    await appendFile(path, `${JSON.stringify(result)}\n`);
    return result;
  }

  #key(mutant: Mutant, verdict: Verdict): string {
    return verdict === "survived" ? `${this.#code(mutant)} ${this.#tests}` : this.#code(mutant);
  }
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);

async function hashOfTests(): Promise<string> {
  const paths: string[] = [];
  for await (const file of glob(["test/contracts/**/*.ts", "test/support/**/*.ts"], { cwd: root }))
    paths.push(file);
  const texts = await Promise.all(paths.sort().map((file) => readFile(`${root}/${file}`, "utf8")));
  return hash(texts.join("\n"));
}

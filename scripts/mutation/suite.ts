/**
 * The contract tests, loaded once and run again and again against other code: the ledger's fixture reads compiled
 * contracts from the folder in `LEDGER_ARTIFACTS`, and the chain is put back between runs.
 */
import { glob } from "node:fs/promises";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import Mocha from "mocha";
import { root } from "../solidity/compiler.ts";

export interface Outcome {
  passed: boolean;
  /** tests that ran */
  tests: number;
  /** full title of the first test that failed */
  failure?: string;
  /** and its message */
  reason?: string;
}

/** Depend on the code's exact size or cost, so they say nothing about what it does. */
const unfit = /gas|size/;

/** Find little that the others do not, and take long. */
const slow = /fuzz|signatures/;

export class Suite {
  #mocha: Mocha;
  #suites: Mocha.Suite[];
  /** milliseconds that a file's tests took in the run of everything */
  #cost = new Map<string | undefined, number>();
  #reset: () => Promise<void>;

  private constructor(mocha: Mocha, reset: () => Promise<void>) {
    this.#mocha = mocha;
    this.#suites = [...mocha.suite.suites];
    this.#reset = reset;
  }

  static async load(): Promise<Suite> {
    const files: string[] = [];
    for await (const path of glob("test/contracts/**/*.test.ts", { cwd: root }))
      files.push(`${root}/${path}`);
    const mocha = new Mocha({ bail: true, timeout: 120_000, reporter: class {} as never });
    mocha.cleanReferencesAfterRun(false);
    for (const file of files.filter((file) => !unfit.test(basename(file))).sort()) mocha.addFile(file);
    await mocha.loadFilesAsync();
    const { resetChain } = (await import(pathToFileURL(`${root}/test/support/ledger.ts`).href)) as {
      resetChain: () => Promise<void>;
    };
    return new Suite(mocha, resetChain);
  }

  /** Runs the tests that concern `source` until one fails, the likeliest to fail first. */
  async run(source?: string): Promise<Outcome> {
    await this.#reset();
    this.#mocha.suite.suites = source ? this.#concerning(source) : this.#suites;
    return new Promise((resolve) => {
      const outcome: Outcome = { passed: true, tests: 0 };
      const runner = this.#mocha.run(() => resolve(outcome));
      runner.on("test end", (test) => {
        outcome.tests++;
        if (!source) this.#cost.set(test.file, (this.#cost.get(test.file) ?? 0) + (test.duration ?? 0));
      });
      runner.on("fail", (test, error: Error) => {
        if (!outcome.passed) return;
        outcome.passed = false;
        outcome.failure = test.fullTitle();
        outcome.reason = String(error?.message ?? error).slice(0, 300);
      });
    });
  }

  /** Tests of the same name, then of the same folder, then (for what others build upon) all others; cheap ones first. */
  #concerning(source: string): Mocha.Suite[] {
    const [, folder] = source.split("/") as [string, string];
    const words = basename(source, ".sol")
      .replace(/^(Budget|I(?=[A-Z]))/, "")
      .split(/(?=[A-Z])/)
      .map((word) => word.toLowerCase().replace(/s$/, ""));
    const rank = (suite: Mocha.Suite) => {
      const path = (suite.file ?? "").slice(root.length);
      if (slow.test(path)) return 4;
      if (words.every((word) => path.includes(word))) return 0;
      if (words.some((word) => path.includes(word))) return 1;
      if (path.includes(`/contracts/${folder}/`)) return 2;
      return 3;
    };
    const cost = (suite: Mocha.Suite) => this.#cost.get(suite.file) ?? 0;
    return this.#suites.toSorted((a, b) => rank(a) - rank(b) || cost(a) - cost(b));
  }
}

import { writeFileSync } from "node:fs";
import Mocha from "mocha";
import type { Counts } from "./counts.ts";

/**
 * Mocha's readable list, and at the very end the counts as JSON in the file that TEST_RESULT names. A run that dies
 * before its end writes nothing, which the runner counts as a failure.
 */
export default class ResultReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.once("end", () => {
      const { passes, failures, pending } = this.stats;
      const counts: Counts = {
        passed: passes,
        failed: failures,
        skipped: pending,
        failures: this.failures.map((test) => `${test.fullTitle()}\n${test.err?.stack ?? test.err?.message}`),
      };
      if (process.env.TEST_RESULT) writeFileSync(process.env.TEST_RESULT, JSON.stringify(counts));
    });
  }
}

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";

const ROOT = join(import.meta.dirname, "../..");
const run = (...args: string[]) =>
  spawnSync(process.execPath, ["scripts/built.ts", ...args], { cwd: ROOT, encoding: "utf8" });

describe("commands: arguments that make no sense", function () {
  this.timeout(60_000);

  for (const [script, typed, said] of [
    ["bench/import.ts", "many", "“many” is not a whole number"],
    ["bench/export.ts", "-5", "“-5” is not a whole number"],
    ["bench/indexer.ts", "--help", "Unknown option '--help'"],
    ["mutation/index.ts", "--nothing", "Unknown option '--nothing'"],
    ["fuzz-contracts.ts", "1.5", "“1.5” is not a whole number"],
  ] as const)
    it(`${script} ${typed}: says what it takes, and ends with 2`, () => {
      const { stderr, stdout, status } = run(script, typed);
      expect(stderr).to.contain(said).and.to.contain("`npm run ");
      expect(stderr, "no stack").not.to.match(/^ +at /m);
      expect(stdout).to.equal("");
      expect(status).to.equal(2);
    });
});

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { expect } from "chai";

const ROOT = join(import.meta.dirname, "../..");
const run = (...args: string[]) =>
  spawnSync(process.execPath, ["scripts/built.ts", ...args], { cwd: ROOT, encoding: "utf8" });

describe("commands: arguments that make no sense", function () {
  this.timeout(60_000);

  for (const [script, typed, said] of [
    ["bench/import.ts", "many", "“many” is not a whole number"],
    ["bench/export.ts", "-5", "“-5” is not a whole number"],
    ["bench/indexer.ts", "--nothing", "Unknown option '--nothing'"],
    ["mutation/index.ts", "--nothing", "Unknown option '--nothing'"],
    ["fuzz-contracts.ts", "1.5", "“1.5” is not a whole number"],
    ["log.ts", "nothing", "“nothing” is nothing that can be done with a log"],
    ["log.ts", "schema", "schema takes one file"],
    ["log.ts", "key", "key takes “submission” or “checkpoint”, and a file"],
    ["log.ts", "send", "send takes one file, and --key FILE"],
    ["log.ts", "register", "register takes one file"],
  ] as const)
    it(`${script} ${typed}: says in both languages what it takes, and ends with 2`, () => {
      const { stderr, stdout, status } = run(script, typed);
      expect(stderr).to.contain(said).and.to.contain("`npm run ");
      expect(stderr, "in Thai first").to.match(/^[^\n]*[ก-๙]/);
      expect(stderr, "no stack").not.to.match(/^ +at /m);
      expect(stdout).to.equal("");
      expect(status).to.equal(2);
    });
});

describe("commands: asked for help", function () {
  this.timeout(60_000);

  for (const [script, said] of [
    ["import.ts", "npm run import -- ocds FILE|FOLDER"],
    ["verify.ts", "npm run verify -- FILE"],
    ["audit.ts", "npm run audit -- --rpc URL"],
    ["log.ts", "npm run log -- schema FILE"],
    ["witness.ts", "WITNESS_KEY_FILE"],
  ] as const)
    it(`${script} says what it takes, does nothing, and ends with 0`, () => {
      const { stderr, stdout, status } = run(script, "--help");
      expect(stdout).to.contain(said).and.not.to.contain("//");
      expect(stderr).to.equal("");
      expect(status).to.equal(0);
    });
});

describe("npm start", function () {
  this.timeout(60_000);
  const start = (dataDir: string, ...args: string[]) =>
    spawnSync(process.execPath, ["scripts/start.ts", ...args], {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...process.env, DATA_DIR: dataDir },
    });

  it("says by what it is set when asked for help, and when something is typed that it would not heed", () => {
    const helped = start("unused", "--help");
    expect(helped.stdout).to.contain("PORT").and.to.contain("docs/operations.md");
    expect(helped.status).to.equal(0);
    const refused = start("unused", "--port", "9000");
    expect(refused.stderr).to.match(/START_USAGE: .*--port.*\n +→ .*PORT=/);
    expect(refused.status).to.equal(1);
    expect(existsSync(join(ROOT, "unused"))).to.equal(false);
  });

  // A file, and a place where no folder can be made.
  for (const dataDir of [join(ROOT, "package.json"), "/proc/nope"])
    it(`says when DATA_DIR cannot be a folder of its own: ${basename(dataDir)}`, () => {
      const { stderr, status } = start(dataDir);
      expect(stderr).to.contain("DATA_DIR_UNUSABLE").and.to.contain(basename(dataDir));
      expect(stderr, "no stack").not.to.match(/^ +at /m);
      expect(status).to.equal(1);
    });
});

import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

/** Loads the steps of a start in a process in which nothing has been generated yet, as in a fresh clone. */
const LOAD = `
  import { registerHooks } from "node:module";
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier.includes("/generated/")) throw new Error(context.parentURL + " needs " + specifier);
      return next(specifier, context);
    },
  });
  const { steps } = await import("./scripts/start/steps.ts");
  console.log(steps[0].name);
`;

describe("steps of a start", () => {
  it("can be loaded before anything is built", function () {
    this.timeout(30_000);
    const child = spawnSync(process.execPath, ["--input-type=module", "--eval", LOAD], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect(child.stderr).to.equal("");
    expect(child.stdout.trim()).to.equal("build");
  });
});

import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { copyTree } from "../../scripts/test/copy-tree.ts";

describe("one part of the tests in a clone in which nothing was built", function () {
  this.timeout(600_000);
  let clone: string;
  before(() => {
    // The compiler's own cache comes along: what is tested is that the rest is made of it.
    clone = copyTree(["artifacts", "cache/compile-cache.json", "cache/build-info"]);
  });
  after(() => rmSync(clone, { recursive: true, force: true }));

  it("makes what it needs, and no pages that it does not look at", () => {
    const args = ["scripts/test.ts", "sdk", "--grep", "are refused for a deployment without them"];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: clone, encoding: "utf8" });
    expect(status, `${stdout}\n${stderr}`).to.equal(0);
    expect(stdout).to.include("compiled the contracts");
    expect(stdout.trim().split("\n").at(-1)).to.match(/^[1-9]\d* passed, 0 failed, \d+ skipped$/);
    expect(existsSync(join(clone, "web/dist"))).to.equal(false);
  });
});

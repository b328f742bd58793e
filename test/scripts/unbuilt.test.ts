import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { existsSync, globSync, rmSync } from "node:fs";
import { join } from "node:path";
import { copyTree } from "../../scripts/test/copy-tree.ts";

const TESTED = "test/sdk/error-catalogue.test.ts";

describe("one part of the tests in a clone in which nothing was built", function () {
  this.timeout(300_000);
  let clone: string;
  before(() => {
    // What the compiler makes comes along, which takes minutes; faults/start.test.ts begins without it.
    clone = copyTree(["sdk/generated"]);
    for (const file of globSync("test/sdk/**/*.test.ts", { cwd: clone }))
      if (file !== TESTED) rmSync(join(clone, file));
  });
  after(() => rmSync(clone, { recursive: true, force: true }));

  it("makes what it needs, and no pages that it does not look at", () => {
    const made = ["sdk/errors/registers.generated.ts", "indexer/decode/generated"];
    for (const file of made) expect(existsSync(join(clone, file)), file).to.equal(false);
    const args = ["scripts/test.ts", "sdk"];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: clone, encoding: "utf8" });
    expect(status, `${stdout}\n${stderr}`).to.equal(0);
    expect(stdout.trim().split("\n").at(-1)).to.match(/^[1-9]\d* passed, 0 failed, 0 skipped$/);
    for (const file of made) expect(existsSync(join(clone, file)), file).to.equal(true);
    expect(existsSync(join(clone, "web/dist"))).to.equal(false);
  });
});

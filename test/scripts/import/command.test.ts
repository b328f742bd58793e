import { expect } from "chai";
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { writeInstance } from "../../../scripts/platform/instance.ts";
import { ledgerContract } from "../../../sdk/contracts.ts";
import { startDemo } from "../../support/demo-fixture.ts";
import type { DemoFixture } from "../../support/demo-fixture.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

describe("npm run import", function () {
  this.timeout(120_000);
  let demo: DemoFixture;
  let instance: ChildProcess;

  before(async () => {
    demo = await startDemo();
    // A process whose command line says what a running instance's says.
    instance = spawn(process.execPath, ["-e", "setTimeout(() => {}, 110000)", "scripts/start.ts"]);
    await once(instance, "spawn");
    writeInstance(demo.directory, {
      pid: instance.pid!,
      apiUrl: "http://127.0.0.1:9",
      rpcUrl: demo.chain.rpcUrl,
      databaseUrl: "",
      chainId: demo.deployment.chainId,
      deployment: demo.deploymentFile,
      documents: join(demo.directory, "documents"),
    });
  });
  after(async () => {
    instance?.kill();
    await demo?.stop();
  });

  /** Some rows of the sample as a file of their own; its path without ending. */
  function rows(name: string, from: number, to: number): string {
    const [header, ...all] = readFileSync(join(ROOT, "data/egp/egp-contract-2568-250.csv"), "utf8").split(
      "\n",
    );
    const table = [header, ...all.slice(from, to)].join("\n");
    const path = join(demo.directory, name);
    writeFileSync(`${path}.csv`, table);
    const described = JSON.parse(readFileSync(join(ROOT, "data/egp/SOURCE.json"), "utf8")) as object;
    const sha256 = createHash("sha256").update(table).digest("hex");
    writeFileSync(`${path}.json`, JSON.stringify({ ...described, sha256 }));
    return path;
  }

  async function imports(path: string, ...args: string[]) {
    const typed = ["scripts/import.ts", "egp", `${path}.csv`, "--source", `${path}.json`, ...args];
    const child = spawn(process.execPath, typed, {
      cwd: ROOT,
      env: { PATH: process.env.PATH, DATA_DIR: demo.directory },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const exit = once(child, "exit") as Promise<[number]>;
    const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: (await exit)[0], out, errors };
  }

  const supersededBy = (batchId: number) =>
    ledgerContract("ImportAnchor", demo.deployment, demo.provider).supersededBy(batchId);

  it("replaces a batch in the same command that anchors the one in its place", async () => {
    const wrong = rows("wrong", 0, 10);
    const right = rows("right", 0, 12);
    expect((await imports(wrong)).out).to.match(/^batch +2 in 0x/m);
    const { code, out, errors } = await imports(right, "--supersedes", "2");
    expect(errors).to.equal("");
    expect(out)
      .to.match(/^batch +3 in 0x/m)
      .and.match(/^ +replaces batch 2 in 0x/m);
    expect(code).to.equal(0);
    expect(await supersededBy(2)).to.equal(3n);
  });

  it("says that a file's batch was replaced, and anchors it anew to take the place back", async () => {
    const wrong = join(demo.directory, "wrong");
    expect((await imports(wrong)).out).to.match(/^batch +2, anchored before\n.*batch 3 has replaced it$/m);
    const { errors, out } = await imports(wrong, "--supersedes", "3");
    expect(errors).to.equal("");
    expect(out)
      .to.match(/^batch +4 in 0x/m)
      .and.match(/^ +replaces batch 3 in 0x/m);
    expect(await supersededBy(3)).to.equal(4n);
  });
});

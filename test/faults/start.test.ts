import { expect } from "chai";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../scripts/platform/free-port.ts";
import { readInstance } from "../../scripts/platform/instance.ts";
import { copyTree } from "../../scripts/test/copy-tree.ts";
import { rpc } from "../support/json-rpc.ts";

/** Process ids whose command line names `mark`, e.g. a data folder: everything that was started for it. */
function processesOf(mark: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(mark);
      } catch {
        return false;
      }
    })
    .map(Number);
}

async function until(what: string, met: () => boolean | Promise<boolean>, seconds = 30): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !(await met()); await sleep(50)) {
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain: ${what}`);
  }
}

describe("npm start", function () {
  this.timeout(300_000);
  const dataDir = join(mkdtempSync(join(tmpdir(), "prongsai-start-")), "data");
  let port: number;
  /** As somebody has it who cloned the project: nothing that is generated is there before the first start. */
  let clone: string;
  const running = new Set<ChildProcess>();

  before(async () => {
    port = await freePort();
    clone = copyTree();
  });
  after(() => {
    for (const child of running) child.kill("SIGKILL");
    rmSync(join(dataDir, ".."), { recursive: true, force: true });
    rmSync(clone, { recursive: true, force: true });
  });

  /** Starts everything, and collects what it says. */
  function start(settings: NodeJS.ProcessEnv = {}): {
    child: ChildProcess;
    said: () => string;
    exited: Promise<unknown[]>;
  } {
    const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, ...settings };
    const child = spawn(process.execPath, ["scripts/start.ts"], { cwd: clone, env });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
    return { child, said: () => text, exited: once(child, "exit") };
  }

  async function startUntilReady(settings: NodeJS.ProcessEnv = {}) {
    const run = start(settings);
    running.add(run.child);
    await until(
      "the table of addresses",
      () => {
        if (run.child.exitCode !== null) throw new Error(run.said());
        return run.said().includes("Prongsai runs");
      },
      240,
    );
    return run;
  }

  it("revives what dies, admits no second one, leaves no orphan, goes on where it was, and stops in order", async () => {
    let run = await startUntilReady();
    const instance = readInstance(dataDir);
    const block = await rpc<{ hash: string }>(instance.rpcUrl, "eth_getBlockByNumber", ["0x5", false]);
    expect(block.hash).to.match(/^0x/);

    const [chain] = processesOf("chain/main.ts").filter((pid) => processesOf(dataDir).includes(pid));
    process.kill(chain!, "SIGKILL");
    await until("a new chain process", () => run.said().includes("the chain runs again"));
    expect(await rpc(instance.rpcUrl, "eth_getBlockByNumber", ["0x5", false])).to.deep.equal(block);

    const second = start();
    expect((await second.exited)[0]).to.equal(1);
    expect(second.said()).to.include("INSTANCE_RUNNING");

    process.kill(instance.pid, "SIGKILL");
    await run.exited;
    await until("the end of everything that it had started", () => processesOf(dataDir).length === 0);
    expect(() => readInstance(dataDir))
      .to.throw()
      .with.property("code", "INSTANCE_NOT_RUNNING");

    run = await startUntilReady();
    const { rpcUrl } = readInstance(dataDir);
    expect(await rpc(rpcUrl, "eth_getBlockByNumber", ["0x5", false])).to.deep.equal(block);
    run.child.kill("SIGINT");
    expect((await run.exited)[0]).to.equal(0);
    expect(run.said()).to.match(/stopped\n$/);
    expect(processesOf(dataDir)).to.deep.equal([]);
    expect(existsSync(join(dataDir, "instance.json"))).to.equal(false);
    expect(existsSync(join(dataDir, "postgres/cluster/postmaster.pid"))).to.equal(false);
  });

  it("runs beside another copy, on its chain with a ledger of its own; commands find each their copy", async () => {
    const first = await startUntilReady();
    const other = { PORT: String(await freePort()), DATA_DIR: `${dataDir}-2` };
    const { rpcUrl } = readInstance(dataDir);
    const second = await startUntilReady({ ...other, RPC_URL: rpcUrl });
    expect(second.said()).to.include("the chain is not the embedded one");

    const projects = async (at: string | number) => {
      const response = await fetch(`http://127.0.0.1:${at}/v1/projects?count=true`);
      return ((await response.json()) as { page: { totalCount: number } }).page.totalCount;
    };
    expect(await projects(port)).to.equal(9);
    expect(await projects(other.PORT)).to.equal(0);
    for (const settings of [{}, other]) {
      const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, ...settings };
      const verify = spawn(process.execPath, ["scripts/verify.ts"], { cwd: clone, env });
      expect((await once(verify, "exit"))[0]).to.equal(0);
    }

    for (const run of [second, first]) {
      run.child.kill("SIGINT");
      expect((await run.exited)[0]).to.equal(0);
    }
    expect(processesOf(dataDir)).to.deep.equal([]);
  });

  it("stops in order while it is still starting", async () => {
    const run = start();
    await until("the database", () => /database +\d/.test(run.said()) || run.child.exitCode !== null);
    run.child.kill("SIGTERM");
    expect((await run.exited)[0]).to.equal(0);
    await until("the end of what was being started", () => processesOf(dataDir).length === 0);
  });
});

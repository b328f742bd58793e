import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { readCommand } from "../../../scripts/audit/command.ts";
import type { AuditReport } from "../../../scripts/audit/run.ts";
import { writeInstance } from "../../../scripts/platform/instance.ts";
import type { DemoFixture } from "../../support/demo-fixture.ts";
import { rejection } from "../../support/rejection.ts";
import { runningDemo } from "./support.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

describe("npm run audit", function () {
  this.timeout(120_000);
  let demo: DemoFixture;
  let dataDir: string;

  before(async () => {
    demo = await runningDemo();
    dataDir = mkdtempSync(join(tmpdir(), "prongsai-audit-"));
  });
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  /** Runs the command in a process of its own. */
  async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const env = { ...process.env, DATA_DIR: dataDir };
    const child = spawn(process.execPath, ["scripts/audit.ts", ...args], { cwd: ROOT, env });
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "exit"),
    ]);
    return { code: code as number, out, err };
  }

  const target = () => [
    "--rpc",
    demo.chain.rpcUrl,
    "--directory",
    demo.deployment.contracts.Directory!.address,
  ];
  const documents = () => ["--documents", join(demo.directory, "documents")];

  it("ends with 0 on a sound ledger, with a table, and progress apart from it", async () => {
    const { code, out, err } = await run(...target(), ...documents());
    expect(out).to.match(/✔ contract storage +in order/);
    expect(out.trim().split("\n").at(-1)).to.match(/^SOUND/);
    expect(err).to.contain("journals: ");
    expect(code).to.equal(0);
  });

  it("ends with 2 when something could not be checked", async () => {
    const { code, out } = await run(...target(), "--no-documents", "--fast");
    expect(out).to.contain("? not checked: left out: no documents were given").and.to.contain("INCOMPLETE");
    expect(code).to.equal(2);
  });

  it("accuses nobody of missing payloads when their folder is not there", async () => {
    const { code, err } = await run("log", ...target(), ...documents(), "--payloads", join(dataDir, "none"));
    expect(err).to.contain("AUDIT_USAGE").and.to.contain("ไม่มีโฟลเดอร์").and.to.contain("There is no folder");
    expect(code).to.equal(2);
  });

  it("ends with 1 when something is found, and gives everything as JSON with --json", async () => {
    const empty = mkdtempSync(join(tmpdir(), "prongsai-empty-"));
    try {
      const { code, out } = await run(...target(), "--documents", empty, "--json");
      const report = JSON.parse(out) as AuditReport;
      expect(report).to.include({ verdict: "findings", chainId: 31337 });
      const { findings } = report.parts.find(({ part }) => part === "documents")!;
      expect(findings).to.have.length.greaterThan(100);
      expect(findings[0]).to.have.keys("part", "code", "entity", "found", "expected", "block", "txHash");
      expect(code).to.equal(1);
    } finally {
      rmSync(empty, { recursive: true });
    }
  });

  it("needs no arguments while an instance runs", async () => {
    // A process whose command line says what a running instance's says.
    const instance = spawn(process.execPath, ["-e", "setTimeout(() => {}, 110000)", "scripts/start.ts"]);
    try {
      writeInstance(dataDir, {
        ...{ pid: instance.pid!, apiUrl: "http://127.0.0.1:1", rpcUrl: demo.chain.rpcUrl, databaseUrl: "" },
        ...{ chainId: demo.chain.chainId, deployment: demo.deploymentFile },
        documents: join(demo.directory, "documents"),
      });
      const own = await run();
      expect(own.out)
        .to.contain("1 deployment id")
        .and.to.contain("? not checked: http://127.0.0.1:1 gives no answer");
      expect(own.code).to.equal(2);
      const without = await run("--no-api");
      expect(without.out).not.to.contain("API");
      expect(without.code).to.equal(0);
    } finally {
      instance.kill();
    }
  });

  it("ends with 2 and says how to mend it when no instance runs and nothing is given", async () => {
    rmSync(join(dataDir, "instance.json"), { force: true });
    const { code, err } = await run();
    expect(err).to.contain("INSTANCE_NOT_RUNNING").and.to.contain("→");
    expect(code).to.equal(2);
  });

  const wrong: [string, () => string[], string][] = [
    ["an option is unknown", () => ["--everything"], "AUDIT_USAGE"],
    ["nobody says where the Directory is", () => ["--rpc", demo.chain.rpcUrl], "AUDIT_USAGE"],
    ["nobody says where documents are", target, "AUDIT_USAGE"],
    ["the block is no number", () => [...target(), ...documents(), "--block", "x"], "AUDIT_USAGE"],
    ["the description is no JSON", () => [...target(), "--deployment", "README.md"], "AUDIT_USAGE"],
    [
      "the folder is not there",
      () => [...target(), "--documents", "/nowhere"],
      "AUDIT_DOCUMENTS_UNREACHABLE",
    ],
    [
      "the IPFS node is away",
      () => [...target(), "--ipfs", "http://127.0.0.1:1"],
      "AUDIT_DOCUMENTS_UNREACHABLE",
    ],
  ];
  for (const [name, args, code] of wrong) {
    it(`refuses its command line with a code when ${name}`, async () => {
      expect(await rejection(readCommand(args()))).to.include({ code });
    });
  }
});

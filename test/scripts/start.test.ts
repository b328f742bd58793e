import { expect } from "chai";
import { freePort } from "../../scripts/platform/free-port.ts";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

/** Loads the steps of a start, and what is read before them, in a process in which nothing has been generated yet, as in a fresh clone. */
const LOAD = `
  import { registerHooks } from "node:module";
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier.includes("/generated/")) throw new Error(context.parentURL + " needs " + specifier);
      return next(specifier, context);
    },
  });
  await import("./api/options.ts");
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

describe("a start with a setting that cannot be used", function () {
  this.timeout(60_000);

  for (const [name, value, code, allowed] of [
    ["REQUESTS_PER_MINUTE", "0", "API_SETTING", "at least 1."],
    ["REQUESTS_PER_MINUTE", "abc", "API_SETTING", "at least 1."],
    ["TRUST_PROXY", "yes", "API_SETTING", "at least 0."],
    ["LOG_BODY_SECONDS", "51", "API_SETTING", "from 1 to 50."],
    ["OCID_PREFIX", "th-bad", "API_OCID_PREFIX", "ocds- with six small letters or digits"],
    ["PUBLIC_URL", "nonsense", "API_SETTING", "a host and nothing after it"],
    ["PUBLIC_URL", "javascript:1", "API_SETTING", "a host and nothing after it"],
    ["PUBLIC_URL", "https://ledger.example.go.th/path", "API_SETTING", "a host and nothing after it"],
    ["LOG_LEVEL", "loud", "SETTING_LOG_LEVEL", "one of debug, info, warn, error."],
  ] as const)
    it(`refuses ${name}=${value} before the first step, and says what is allowed`, () => {
      const child = spawnSync(process.execPath, ["scripts/start.ts"], {
        cwd: ROOT,
        encoding: "utf8",
        // No folder: a start that gets further has nothing to keep anything in.
        env: { ...process.env, DATA_DIR: join(ROOT, "package.json"), [name]: value },
      });
      expect(child.stderr)
        .to.match(new RegExp(`^\\s*${code}: .*[ก-๙]`))
        .and.include(allowed);
      expect(child.stdout).to.equal("");
      expect(child.status).to.equal(1);
    });
});

describe("a start whose port is taken", function () {
  this.timeout(60_000);

  it("says so before anything is started or kept", async () => {
    const other = createServer().listen(0);
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const dataDir = mkdtempSync(join(tmpdir(), "prongsai-start-"));
    try {
      const child = spawnSync(process.execPath, ["scripts/start.ts"], {
        cwd: ROOT,
        encoding: "utf8",
        env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
      });
      expect(child.status).to.equal(1);
      expect(child.stderr)
        .to.match(/^\s*PORT_IN_USE: พอร์ต \d+ ถูกใช้อยู่.*\n.*\nPort \d+ is in use/)
        .and.include("PORT=");
      expect(child.stdout).to.equal("");
      expect(readdirSync(dataDir)).to.deep.equal(["lock"]);
    } finally {
      rmSync(dataDir, { recursive: true });
      other.close();
    }
  });

  it("says of a HOST that is no address of this machine that nothing can be served there", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "prongsai-start-"));
    try {
      const child = spawnSync(process.execPath, ["scripts/start.ts"], {
        cwd: ROOT,
        encoding: "utf8",
        // Of those that RFC 5737 keeps for examples.
        env: { ...process.env, PORT: String(await freePort()), HOST: "192.0.2.1", DATA_DIR: dataDir },
      });
      expect(child.status).to.equal(1);
      expect(child.stderr).to.match(
        /^\s*HOST_UNUSABLE: .*“192\.0\.2\.1”.*\n.*\nNothing can be served at HOST “192/,
      );
      expect(child.stdout).to.equal("");
    } finally {
      rmSync(dataDir, { recursive: true });
    }
  });
});

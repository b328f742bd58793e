import { expect } from "chai";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  readInstance,
  removeInstance,
  writeInstance,
  type Instance,
} from "../../scripts/platform/instance.ts";
import { tryLock } from "../../scripts/platform/lock.ts";
import { readSettings } from "../../scripts/platform/settings.ts";

describe("settings", () => {
  it("all have defaults", () => {
    const settings = readSettings({ DATABASE_URL: "" });
    expect(settings).to.include({
      port: 8080,
      databaseUrl: undefined,
      rpcUrl: undefined,
      ipfsApiUrl: undefined,
    });
    expect(settings.dataDir).to.match(/\/\.data$/);
  });

  it("are read from the environment", () => {
    const env = {
      PORT: "9000",
      DATA_DIR: "/elsewhere",
      DATABASE_URL: "postgres://a:b@c/d",
      RPC_URL: "https://chain.example/rpc",
      IPFS_API_URL: "http://127.0.0.1:5001",
    };
    expect(readSettings(env)).to.deep.equal({
      port: 9000,
      dataDir: "/elsewhere",
      databaseUrl: env.DATABASE_URL,
      rpcUrl: env.RPC_URL,
      ipfsApiUrl: env.IPFS_API_URL,
    });
  });

  for (const port of ["0", "65536", "80.5", "-1", "8e3", "http", " 80"]) {
    it(`refuse PORT=${JSON.stringify(port)}`, () => {
      expect(() => readSettings({ PORT: port }))
        .to.throw()
        .with.property("code", "SETTING_PORT");
    });
  }

  for (const level of ["", "debug", "error"])
    it(`take LOG_LEVEL=${level}`, () => expect(() => readSettings({ LOG_LEVEL: level })).not.to.throw());

  for (const level of ["loud", "INFO", "silent"])
    it(`refuse LOG_LEVEL=${level}`, () => {
      expect(() => readSettings({ LOG_LEVEL: level }))
        .to.throw("debug, info, warn, error")
        .with.property("code", "SETTING_LOG_LEVEL");
    });

  for (const [name, value] of [
    ["DATABASE_URL", "mysql://user:secret@host/db"],
    ["RPC_URL", "ws://secret"],
    ["IPFS_API_URL", "secret"],
  ] as const) {
    it(`refuse ${name}=${value} without repeating it`, () => {
      const reading = () => readSettings({ [name]: value });
      expect(reading).to.throw().with.property("code", "SETTING_URL");
      expect(reading).to.throw(new RegExp(name));
      expect(reading).not.to.throw(/secret/);
    });
  }
});

describe("instance file", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "prongsai-instance-"));
  after(() => rmSync(dataDir, { recursive: true }));
  const reading = () => readInstance(dataDir);

  it("is an error that can be mended when nothing runs", () => {
    expect(reading).to.throw().with.property("code", "INSTANCE_NOT_RUNNING");
  });

  it("does not count when the process it names is another one", () => {
    writeInstance(dataDir, { pid: process.pid } as Instance);
    expect(reading).to.throw().with.property("code", "INSTANCE_NOT_RUNNING");
    removeInstance(dataDir);
  });
});

describe("lock", () => {
  it("is held once, and free after its release", () => {
    const directory = mkdtempSync(join(tmpdir(), "prongsai-lock-"));
    const lock = tryLock(join(directory, "lock"))!;
    expect(tryLock(join(directory, "lock"))).to.equal(undefined);
    lock.release();
    const again = tryLock(join(directory, "lock"));
    expect(again).not.to.equal(undefined);
    again!.release();
    rmSync(directory, { recursive: true });
  });
});

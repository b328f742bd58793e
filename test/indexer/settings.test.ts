import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readIndexerSettings } from "../../indexer/settings.ts";
import { nowhere } from "../support/deployment.ts";

describe("settings of the indexer", () => {
  const folder = mkdtempSync(join(tmpdir(), "prongsai-indexer-settings-"));
  after(() => rmSync(folder, { recursive: true }));
  const DEPLOYMENT = join(folder, "deployment.json");
  writeFileSync(DEPLOYMENT, JSON.stringify(nowhere));
  const whole = {
    ...{ RPC_URL: "http://localhost:8545", WS_URL: "ws://localhost:8545", DEPLOYMENT },
    ...{ DATABASE_URL: "postgresql://localhost/x", DATA_DIR: folder },
  };
  const read = (change: NodeJS.ProcessEnv) => () => readIndexerSettings({ ...whole, ...change });

  it("are read as they stand", () => {
    expect(read({})()).to.deep.include({
      ...{ rpcUrl: whole.RPC_URL, wsUrl: whole.WS_URL, databaseUrl: whole.DATABASE_URL, deployment: nowhere },
    });
    expect(read({ WS_URL: "" })()).not.to.have.property("wsUrl");
  });

  for (const name of ["RPC_URL", "DATABASE_URL", "DEPLOYMENT", "DATA_DIR"])
    it(`are missed by name: ${name}`, () =>
      expect(read({ [name]: "" }))
        .to.throw(`${name} is missing`)
        .with.property("code", "INDEX_SETTING"));

  for (const [name, value, wanted] of [
    ["RPC_URL", "zzz", "http:// or https://"],
    ["RPC_URL", "ws://localhost:8545", "http:// or https://"],
    ["WS_URL", "localhost:8545", "ws:// or wss://"],
    ["DATABASE_URL", "zzz", "postgres:// or postgresql://"],
    ["DATABASE_URL", "mysql://localhost/x", "postgres:// or postgresql://"],
  ] as const)
    it(`refuse ${name}=${value}, and say what is wanted`, () =>
      expect(read({ [name]: value }))
        .to.throw(`It must be an address that begins with ${wanted}`)
        .with.property("code", "INDEX_SETTING"));
});

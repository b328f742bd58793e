import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import pg from "pg";
import { startMirror, type MirrorFixture } from "../../support/mirror.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

describe("npm run verify", function () {
  this.timeout(120_000);
  let mirror: MirrorFixture;
  let client: pg.Client;

  before(async () => {
    mirror = await startMirror();
    client = new pg.Client({
      connectionString: mirror.database.url,
      options: "-c search_path=mirror,public",
    });
    await client.connect();
  });
  after(async () => {
    await client.end();
    await mirror.stop();
  });

  async function verify(env: Record<string, string>, ...args: string[]) {
    const child = spawn(process.execPath, ["scripts/verify.ts", ...args], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const exit = once(child, "exit") as Promise<[number]>;
    const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: (await exit)[0], out, errors };
  }

  const target = () => ({
    DATABASE_URL: mirror.database.url,
    RPC_URL: mirror.demo.chain.rpcUrl,
    DEPLOYMENT: mirror.demo.deploymentFile,
    DATA_DIR: mirror.demo.directory,
  });

  it("says that everything is equal, table by table, and ends with 0", async () => {
    const { code, out } = await verify(target());
    expect(out).to.match(/✔ appropriation_line_history +(\d+) +\1 {2}equal/);
    expect(out).to.match(/✔ BudgetLines +\d+ {2}0x[0-9a-f]{64}/);
    expect(out).to.match(/EQUAL: [\d,]+ rows and 9 journals are what chain and documents say/);
    expect(code).to.equal(0);
  });

  it("names table, key, column and both values of an altered row, and ends with 1", async () => {
    await client.query("UPDATE appropriation_line SET paid = paid + 1 WHERE line_id = 3");
    const { code, out } = await verify(target());
    await client.query("UPDATE appropriation_line SET paid = paid - 1 WHERE line_id = 3");
    expect(out).to.match(/✘ appropriation_line \(line_id=3: project [^ ]+\) was altered/);
    expect(out).to.match(/paid: the mirror says {2}(\d+)1\n +it should be {5}\1(?=0\n)/);
    expect(out).to.include("NOT EQUAL: 1 row and 0 journals are not what");
    expect(code).to.equal(1);
  });

  it("gives the same as JSON", async () => {
    await client.query("DELETE FROM flag_history WHERE flag_id = 1");
    const { code, out } = await verify(target(), "--json");
    const { matches, tables } = JSON.parse(out) as {
      matches: boolean;
      tables: { table: string; differences: { kind: string }[] }[];
    };
    expect(matches).to.equal(false);
    const { differences } = tables.find(({ table }) => table === "flag_history")!;
    expect(new Set(differences.map(({ kind }) => kind))).to.deep.equal(new Set(["removed"]));
    expect(code).to.equal(1);
  });

  it("says what to do when nothing runs, the chain is away, or the command is wrong", async () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), "prongsai-nothing-"));
    try {
      const nothing = await verify({ DATA_DIR });
      expect(nothing.errors).to.match(/^INSTANCE_NOT_RUNNING: .*[ก-๙].*\n {2}→ .*\n.*\n {2}→ Run npm start/);
      const { DATABASE_URL, RPC_URL } = target();
      const away = await verify({ DATABASE_URL, DATA_DIR, RPC_URL: "http://127.0.0.1:9" });
      expect(away.errors).to.match(/^RPC_UNREACHABLE/);
      const unknown = await verify({ DATABASE_URL, RPC_URL, DATA_DIR });
      expect(unknown.errors).to.match(
        /^VERIFY_USAGE: .*[ก-๙].*\n.*\nThe deployment description .* cannot be read/,
      );
      const wrong = await verify(target(), "--everything");
      expect(wrong.errors).to.match(/^VERIFY_USAGE/);
      expect([nothing, away, unknown, wrong].map(({ code }) => code)).to.deep.equal([1, 1, 1, 1]);
    } finally {
      rmSync(DATA_DIR, { recursive: true });
    }
  });
});

import { expect } from "chai";
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { checkDatabase } from "../../scripts/platform/postgres-check.ts";
import { startPostgres } from "../../scripts/platform/postgres.ts";
import { createDatabase } from "../support/postgres.ts";
import { rejection } from "../support/rejection.ts";

const OWNER = join(import.meta.dirname, "../support/postgres-owner.ts");

async function query(url: string, sql: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function postmaster(directory: string): number {
  return Number(readFileSync(join(directory, "cluster/postmaster.pid"), "utf8").split("\n")[0]);
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("embedded PostgreSQL", function () {
  this.timeout(60_000);
  let directory: string;

  beforeEach(() => {
    directory = join(mkdtempSync(join(tmpdir(), "prongsai-pg-")), "postgres");
  });
  afterEach(() => rmSync(join(directory, ".."), { recursive: true, force: true }));

  const start = () => startPostgres({ directory, database: "ledger" });

  /** Runs the server under another process, as the supervisor does, and returns its address. */
  async function owned(): Promise<{ owner: ChildProcess; url: string }> {
    const owner = fork(OWNER, [directory, "ledger"]);
    const [url] = (await once(owner, "message")) as [string];
    return { owner, url };
  }

  it("keeps what was committed over a stop and a start", async () => {
    const first = await start();
    await query(first.url, "CREATE TABLE t AS SELECT 42 AS value");
    await first.stop();
    const second = await start();
    expect(await query(second.url, "SELECT value FROM t")).to.deep.equal([{ value: 42 }]);
    expect(await query(second.url, "SHOW fsync")).to.deep.equal([{ fsync: "on" }]);
    await second.stop();
    expect(existsSync(join(directory, "cluster/postmaster.pid"))).to.equal(false);
  });

  it("refuses a second server on the same folder", async () => {
    const first = await start();
    expect(await rejection(start())).to.include({ code: "PG_IN_USE" });
    await first.stop();
  });

  it("ends with its owner when the owner is killed, and has lost nothing", async () => {
    const { owner, url } = await owned();
    await query(url, "CREATE TABLE t AS SELECT 7 AS value");
    const pid = postmaster(directory);
    owner.kill("SIGKILL");
    for (let waited = 0; alive(pid) && waited < 10_000; waited += 20) await sleep(20);
    expect(alive(pid)).to.equal(false);
    const server = await start();
    expect(await query(server.url, "SELECT value FROM t")).to.deep.equal([{ value: 7 }]);
    await server.stop();
  });

  it("recovers after the server itself was killed", async () => {
    const { owner, url } = await owned();
    await query(url, "CREATE TABLE t AS SELECT 8 AS value");
    process.kill(postmaster(directory), "SIGKILL");
    owner.kill("SIGKILL");
    await once(owner, "exit");
    // The number of the dead server now belongs to a living process that is no server.
    await sleep(200);
    const file = join(directory, "cluster/postmaster.pid");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, String(process.pid)));
    const server = await start();
    expect(await query(server.url, "SELECT value FROM t")).to.deep.equal([{ value: 8 }]);
    await server.stop();
  });

  it("refuses a database whose locale knows no Thai letters", async () => {
    const server = await start();
    await query(server.url, "CREATE DATABASE plain TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'");
    const url = server.url.replace(/ledger$/, "plain");
    expect(await rejection(checkDatabase(url))).to.include({ code: "DB_LOCALE_THAI" });
    await checkDatabase(server.url);
    await server.stop();
  });

  it("says when the server cannot be reached", async () => {
    expect(await rejection(checkDatabase("postgresql://a:b@127.0.0.1:1/c"))).to.include({
      code: "DB_UNREACHABLE",
    });
  });
});

describe("test databases", function () {
  this.timeout(30_000);

  it("are separate copies of their template", async () => {
    let prepared = 0;
    const template = {
      name: "example",
      prepare: async (url: string) => {
        prepared++;
        await query(url, "CREATE TABLE t AS SELECT 1 AS value");
      },
    };
    const [a, b] = await Promise.all([createDatabase(template), createDatabase(template)]);
    await query(a.url, "DELETE FROM t");
    expect(await query(b.url, "SELECT value FROM t")).to.deep.equal([{ value: 1 }]);
    expect(prepared).to.equal(1);
    await Promise.all([a.drop(), b.drop()]);
  });
});

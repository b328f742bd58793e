import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { ensureDatabase } from "../../scripts/platform/postgres-check.ts";
import { startPostgres, type PostgresServer } from "../../scripts/platform/postgres.ts";

export interface TestDatabase {
  /** Connection string of a database that nobody else uses. */
  url: string;
  /** Ends its connections and removes it. */
  drop(): Promise<void>;
}

/** Fills a template once per run, e.g. with the index's schema; every database made from it is a copy. */
export interface Template {
  /** Lower-case letters, digits and underscores. */
  name: string;
  prepare(url: string): Promise<void>;
}

let cluster: Promise<PostgresServer> | undefined;
const templates = new Map<string, Promise<string>>();
let counter = 0;

/**
 * A database of its own in this process's PostgreSQL, which starts at the first call (about 1.5 s) and is removed with
 * its folder when the process ends, however it ends. It has no fsync: tests of durability start their own server with
 * `startPostgres`. Close your connections in `after`, or mocha will wait for them.
 */
export async function createDatabase(template?: Template): Promise<TestDatabase> {
  const server = await (cluster ??= startCluster());
  const source = await prepared(server, template ?? { name: "empty", prepare: async () => undefined });
  const name = `test_${process.pid}_${++counter}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${source}`);
  return {
    url: databaseUrl(server, name),
    drop: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

function startCluster(): Promise<PostgresServer> {
  return startPostgres({
    directory: mkdtempSync(join(tmpdir(), "prongsai-test-pg-")),
    database: "maintenance",
    durable: false,
  });
}

function prepared(server: PostgresServer, { name, prepare }: Template): Promise<string> {
  const known = templates.get(name);
  if (known) return known;
  const making = (async () => {
    const database = `template_${name}`;
    const url = databaseUrl(server, database);
    await ensureDatabase(url);
    await prepare(url);
    return database;
  })();
  templates.set(name, making);
  return making;
}

function databaseUrl(server: PostgresServer, database: string): string {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  return url.href;
}

async function administer(server: PostgresServer, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(server, "postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

import { join } from "node:path";
import { keepAlive } from "../../platform/keep-alive.ts";
import { checkDatabase } from "../../platform/postgres-check.ts";
import { startPostgres, type PostgresServer } from "../../platform/postgres.ts";
import type { StepRun } from "../context.ts";

export const run: StepRun = async (context) => {
  const { databaseUrl, dataDir } = context.settings;
  if (databaseUrl) {
    await checkDatabase(databaseUrl);
    context.databaseUrl = databaseUrl;
    return "PostgreSQL of DATABASE_URL";
  }
  const directory = join(dataDir, "postgres");
  const start = (first?: PostgresServer) =>
    startPostgres({ directory, database: "prongsai", port: first?.port });
  const { first, stop } = await keepAlive("database", start, context.say);
  context.onStop("database", stop);
  context.databaseUrl = first.url;
  return `PostgreSQL 18 on port ${first.port}`;
};

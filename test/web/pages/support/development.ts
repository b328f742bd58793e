import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import pino from "pino";
import { build } from "vite";
import { LedgerGateway } from "../../../../api/gateway/ledger-gateway.ts";
import { HeadFollower } from "../../../../api/read/heads.ts";
import { ReadDatabase } from "../../../../api/read/sql/database.ts";
import { createApp } from "../../../../api/server/app.ts";
import { readApiSettings } from "../../../../api/settings.ts";
import type { MirrorFixture } from "../../../support/mirror.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");
const FOLDER = join(ROOT, "cache/web-development");

/** The pages with React as developers have it: it compares every attribute and tells what differs. */
async function buildForDevelopment(): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "development";
  try {
    const options = {
      configFile: join(ROOT, "web/vite.config.ts"),
      mode: "development",
      logLevel: "error",
    } as const;
    await build({ ...options, build: { outDir: FOLDER, minify: false } });
    await build({ ...options, build: { outDir: join(FOLDER, ".server"), minify: false, ssr: true } });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** The API over this mirror with such pages, in this process. */
export async function startForDevelopment(
  mirror: MirrorFixture,
): Promise<{ url: string; stop(): Promise<void> }> {
  await buildForDevelopment();
  const settings = readApiSettings({
    DATABASE_URL: mirror.database.url,
    RPC_URL: mirror.demo.chain.rpcUrl,
    DEPLOYMENT: mirror.demo.deploymentFile,
    DATA_DIR: mirror.demo.directory,
    REQUESTS_PER_MINUTE: "1000000",
  });
  const database = new ReadDatabase(settings.databaseUrl, { connections: 4, statementTimeout: 10_000 });
  const heads = new HeadFollower(settings.databaseUrl);
  await heads.start();
  const gateway = new LedgerGateway(settings);
  const logger = pino({ level: "silent" });
  const server = createServer(
    createApp({ ...settings, database, heads, gateway, logger, webFolder: FOLDER }),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await heads.close();
      await database.end();
    },
  };
}
